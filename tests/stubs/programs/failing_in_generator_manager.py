"""An error runs what a generator of a context manager has in its `finally`."""

import contextlib
import tensorflow as tf
@contextlib.contextmanager
def manager():
    with tf.variable_scope("m"):
        tf.get_variable("a", [])
        try:
            yield
        finally:
            tf.get_variable("fin", [])
tf.get_variable("d", [])
with manager():
    tf.get_variable("b", [])
    tf.get_variable("b", [])
    tf.get_variable("not", [])
