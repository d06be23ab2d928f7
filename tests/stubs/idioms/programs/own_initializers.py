"""Initializers that are functions of the program: what they make counts, else what was asked for."""
import numpy as np
import tensorflow as tf


def orthogonal(scale=1.0):
    def make(shape, dtype, partition_info=None):
        shape = tuple(shape)
        flat = shape if len(shape) == 2 else (np.prod(shape[:-1]), shape[-1])
        u, _, v = np.linalg.svd(np.random.normal(0.0, 1.0, flat), full_matrices=False)
        q = (u if u.shape == flat else v).reshape(shape)
        return (scale * q[: shape[0], : shape[1]]).astype(np.float32)

    return make


def larger(shape, dtype, partition_info=None):
    return np.zeros([shape[0] + 1, 8], np.float64)


def dense(x, name, units):
    with tf.variable_scope(name):
        kernel = tf.get_variable("w", [x.get_shape()[1].value, units], initializer=orthogonal(2.0))
        return tf.matmul(x, kernel) + tf.get_variable("b", [units])


x = tf.placeholder(tf.float32, [None, 5])
y = dense(dense(x, "first", 6), "second", 4)
tf.get_variable("filter", [3, 3, 2, 8], initializer=orthogonal())
tf.get_variable("larger", [3, 4], initializer=larger)
tf.layers.dense(y, 2, kernel_initializer=orthogonal())
tf.get_variable("after_%d" % y.shape[-1], [1])
