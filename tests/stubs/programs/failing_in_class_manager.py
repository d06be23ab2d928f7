"""An error runs the `__exit__` of a context manager of the program."""

import tensorflow as tf
class M(object):
    def __enter__(self):
        self.s = tf.variable_scope("m")
        self.s.__enter__()
    def __exit__(self, *e):
        tf.get_variable("fin", [])
        self.s.__exit__(*e)
with M():
    tf.get_variable("b", [])
    tf.get_variable("b", [])
    tf.get_variable("not", [])
