"""Arguments that a variable scope refuses, some at once and some on entering."""
import tensorflow as tf
from errors import attempt

attempt(lambda: tf.variable_scope(None))
attempt(lambda: tf.variable_scope("a", reuse=1))
attempt(lambda: tf.variable_scope("a", reuse="yes"))
attempt(lambda: tf.variable_scope("a", auxiliary_name_scope=None))
for flag in (True, False, None, tf.AUTO_REUSE):
    context = tf.variable_scope(None, "d", reuse=flag)
    attempt(lambda: context.__enter__().name)
attempt(lambda: tf.variable_scope(3).__enter__())
attempt(lambda: tf.variable_scope([], "d").__enter__())
with tf.Graph().as_default():
    attempt(tf.reset_default_graph)
