"""Blocks of reversible layers: their scopes, who shares, what an optimizer trains."""

import functools

import tensorflow as tf
from tensorflow.contrib.layers.python.layers import rev_block_lib


def f(x):
    return tf.layers.dense(x, 4, use_bias=True)


def g(x):
    return tf.layers.dense(x, 4, use_bias=True)


x = tf.random_uniform([2, 8])
x1, x2 = tf.split(x, 2, axis=-1)
y1, y2 = tf.contrib.layers.rev_block(x1, x2, f, g, num_layers=2)
loss = tf.reduce_mean(y1 + y2)
with tf.variable_scope("s", reuse=tf.AUTO_REUSE):
    for _ in range(2):
        z = rev_block_lib.rev_block(
            x1, x2, functools.partial(f), [g, f], num_layers=2, is_training=False
        )
block = rev_block_lib.RevBlock(
    f, lambda x, side: x + tf.get_variable("gv", [4]) + side[0], g_side_input=[x1], name="b2"
)
a, b = block.forward(x1, x2)
c, d = block.backward(a, b)
tf.train.AdamOptimizer().minimize(loss + tf.reduce_mean(a))


@rev_block_lib.recompute_grad
def h(x):
    return tf.layers.dense(x, 3)


with tf.variable_scope("r", use_resource=True):
    h(x1)
tf.Variable(0.0, name="b2/revlayer_0/f/dense/kernel")
