"""defopt: what is keyword-only is an option."""

import defopt
import tensorflow as tf


def main(*, layers: int = 2, name: str = "net"):
    """Build.

    :param layers: how many
    :param name: of the network
    """
    tf.get_variable(name, [layers])


if __name__ == "__main__":
    defopt.run(main)
    tf.get_variable("afterwards", [1])
