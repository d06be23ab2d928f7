"""Arrays and tensors told apart by what only tensors have."""

import numpy as np
import tensorflow as tf


def width(values):
    shapes = []
    for value in values:
        try:
            shapes.append(value.get_shape().as_list())
        except Exception:
            shapes.append(value.shape)
    total = 0
    for shape in shapes:
        total += shape[0] if len(shape) != 2 else shape[1]
    return total


def linear(name, values):
    with tf.variable_scope(name, reuse=tf.AUTO_REUSE):
        return tf.get_variable("matrix", [width(values), 4])


linear("a", [tf.zeros([3]), tf.zeros([5, 2])])
linear("a", [np.zeros([3]), np.zeros([5, 2])])
for value in (np.zeros([3]), tf.zeros([3])):
    has = [hasattr(value, name) for name in ("get_shape", "set_shape", "eval", "shape", "consumers")]
    tf.get_variable("_".join(str(one) for one in has), [])
