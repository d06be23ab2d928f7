"""begins runs what it decorates."""

import begin
import tensorflow as tf


@begin.start
def main(layers=2, name="net"):
    tf.get_variable(name, [layers])


tf.get_variable("afterwards", [1])
