"""Defun: a function whose body runs once, whose variables are made around it."""

import tensorflow as tf
from tensorflow.python.framework import function


@function.Defun(tf.float32, func_name="Scaled")
def scaled(x):
    x.set_shape([2, 3])
    with tf.variable_scope("inside", reuse=tf.AUTO_REUSE):
        w = tf.get_variable("w", [3])
    return x * w


@function.Defun(func_name="Fixed")
def fixed():
    return tf.constant([1.0])


@function.Defun()
def any_kind(x, *more):
    tf.get_variable("made_for_%s_%d" % (x.dtype.name, len(more)), [])
    return x, x + x


x = tf.placeholder(tf.float32, [2, 3])
with tf.variable_scope("first"):
    one = scaled(x)
with tf.variable_scope("second"):
    two = scaled(x)
with tf.name_scope("third"):
    three = scaled(x, name="named")
    four = fixed()
for tensor in (one, two, three, four):
    tf.get_variable("op_" + tensor.op.name.replace("/", "_"), [], trainable=False)
any_kind(x)
pair = any_kind(x + 1.0)
any_kind(tf.constant(1), 2)
tf.get_variable("outputs_%d_%s" % (len(pair), scaled.name), [], trainable=False)
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(one))
try:

    @function.Defun(tf.float32)
    def wrong(x, y):
        return x

except ValueError:
    tf.get_variable("refused", [])
try:

    @function.Defun(tf.float32)
    def preset(x, y=1):
        return x

except ValueError:
    tf.get_variable("refused_too", [])
