"""A number takes the dtype of the tensor beside it, also where that dtype is not known.

Where it is, `tf.scalar_mul` does so too (math_ops.scalar_mul).
"""

import os

import tensorflow as tf


def unsure(x):
    for _ in range(3):
        if os.environ.get("OF_NO_MACHINE"):
            x = tf.concat([x, tf.layers.dense(x, 3)], 1)
        x = tf.layers.dense(x, 3)
    return x


def layers(x):
    for y in (
        *(1 - x, x - 1, 1 / x, x / 2, x // 2, 2 // x, x % 2, 2**x, x**2, 1 + x * 2),
        *(tf.stack([1, x[0, 0]])[None], tf.convert_to_tensor([[1, x[0, 0]]])),
        *(tf.where(x > 0, x, 1 - x), tf.maximum(x, 0), tf.clip_by_value(x, 0, 1)),
        *(tf.scalar_mul(2, x), tf.add_n([x, 2 * x]), tf.fill([2, 3], x[0, 0])),
    ):
        tf.layers.dense(y, 3, use_bias=False)


with tf.variable_scope("unknown"):
    layers(unsure(tf.placeholder(tf.float32, [None, 3])))
with tf.variable_scope("known"):
    layers(tf.placeholder(tf.float32, [None, 3]))
    product = tf.scalar_mul(2, tf.get_variable("w", [2, 3]))
    tf.get_variable(product.dtype.name, [1])
