"""plac calls a function by its defaults."""

import plac
import tensorflow as tf


@plac.annotations(layers=("how many", "option", "l", int), wide=("wide", "flag", "w"))
def main(name="net", layers=2, wide=False):
    tf.get_variable("%s_%s" % (name, wide), [layers])


if __name__ == "__main__":
    plac.call(main)
    tf.get_variable("afterwards", [1])
