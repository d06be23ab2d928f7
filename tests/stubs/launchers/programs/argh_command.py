"""argh: one function, with a decorator that says more of a parameter."""

import argh
import tensorflow as tf


@argh.arg("--size", default=3, type=int)
def main(layers=2, name="net", **more):
    tf.get_variable(name, [layers, more["size"]])


if __name__ == "__main__":
    argh.dispatch_command(main)
    tf.get_variable("afterwards", [1])
