"""A tf.variable_scope object entered inside itself cannot be left in order."""
import tensorflow as tf
from errors import attempt

context = tf.variable_scope("a")


def nest():
    with context as outer:
        with context as inner:
            print(outer.name, inner.name, tf.Variable(0.0, name="t").name)


attempt(nest)
print(repr(tf.get_default_graph().get_name_scope()), tf.get_variable_scope().name)
