"""A default name counts the variable scopes beside it; the counts end with the parent."""
import tensorflow as tf


def enter(*args, **kwargs):
    with tf.variable_scope(*args, **kwargs) as s:
        print(s.name, s.original_name_scope)
        return s


enter(None, "d")
enter(None, "d")
enter("d_2")
enter(None, "d")
enter(None, "d")
enter("e")
enter(None, "e")
enter("g_1")
enter("g")
enter(None, "g")
with tf.variable_scope("a") as a:
    enter(None, "d")
    enter(None, "d")
    enter(a)
    enter(None, "d")
with tf.variable_scope("a"):
    enter(None, "d")
with tf.name_scope("n"):
    enter(None, "d")
with tf.variable_scope(a):
    enter(None, "d")
    enter(None, "d")
with tf.variable_scope(a):
    enter(None, "d")
enter(None, "D")
enter(None, "x/y")
enter(None, "x/y")
enter("n1", "d")
