"""Fire calls a function by its defaults, and the program goes on."""

import fire
import tensorflow as tf


def train(layers=2, name="net", *rest, verbose=False, **more):
    for i in range(layers):
        tf.get_variable("%s_%d_%d_%s" % (name, i, len(rest) + len(more), verbose), [3])


if __name__ == "__main__":
    fire.Fire(train)
    tf.get_variable("afterwards", [1])
