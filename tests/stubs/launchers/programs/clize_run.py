"""clize ends the program."""

import clize
import tensorflow as tf


def main(*, layers=2, name="net"):
    tf.get_variable(name, [layers])


if __name__ == "__main__":
    clize.run(main)
    tf.get_variable("never", [1])
