"""Code that asks in which loop or conditional it is, as copies of seq2seq and tensorpack do."""

import tensorflow as tf
from tensorflow.python.ops import control_flow_util


def show(label):
    context = tf.get_default_graph()._get_control_flow_context()
    told = "none"
    if context is not None:
        told = "loop" if context.IsWhileContext() else "cond" if context.IsCondContext() else "xla"
    loop = control_flow_util.GetContainingWhileContext(context)
    is_xla = control_flow_util.GraphOrParentsInXlaContext(tf.get_default_graph())
    name = "%s_%s_%s_%s" % (label, told, loop is not None, is_xla)
    with tf.init_scope():
        tf.Variable(1.0, name=name)
    return tf.constant(1.0)


def body(i):
    show("while")
    return i + 1


show("top")
tf.while_loop(lambda i: i < 3, body, [tf.constant(0)])
with tf.control_dependencies([show("more")]):
    show("dependent")
