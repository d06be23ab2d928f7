"""Functions in functions, stateful ones, and ones that give out nothing."""

import tensorflow as tf


def show(label, x):
    tf.get_variable("%s__%s" % (label, x.op.name.replace("/", ".")), [])


@tf.function
def noise(n):
    return tf.random.normal([2]) * n


@tf.function
def outer(n):
    return double(n) + 1.0


@tf.function
def double(x):
    return x * 2.0


@tf.function
def nothing(x):
    tf.print(x)


show("a", noise(1.0))
show("b", outer(tf.constant(1.0)))
show("c", double(tf.constant(1.0)))
r = nothing(tf.constant(1.0))
tf.Variable(0.0, name="none__%s" % r.name)
from tensorflow.python.eager import function


@function.defun
def d(x):
    return x * 2.0


show("d", d(tf.constant(1.0)))


@function.defun
def e(x):
    with tf.variable_scope("e"):
        return x * tf.get_variable("w", [])


show("e", e(tf.constant(1.0)))
show("e2", e(tf.constant(1.0)))
f = tf.function(lambda x, training=False: tf.nn.dropout(x, rate=0.5) if training else x + 1.0)
show("f", f(tf.ones([2]), training=True))
show("g", f(tf.ones([2])))
conc = double.get_concrete_function(tf.TensorSpec([], tf.float32))
show("h", conc(tf.constant(1.0)))
