"""get_variable sees no name scope, and leaves none behind, whatever it calls."""
import tensorflow as tf


def initializer(shape, dtype=None, partition_info=None):
    print("initializer in", tf.get_default_graph().get_name_scope())
    return tf.zeros(shape, dtype)


def regularizer(v):
    with tf.name_scope("inner") as name:
        print("regularizer in", name)
    return tf.no_op(name="loss") and None


with tf.name_scope("n"):
    with tf.variable_scope("a", regularizer=regularizer, initializer=initializer):
        with tf.name_scope("m"):
            print(tf.get_variable("w", [1]).name)
            print(tf.get_default_graph().get_name_scope())
            print(tf.no_op(name="t").name)
with tf.variable_scope("a", reuse=True, regularizer=regularizer):
    print(tf.get_variable("w").name)
