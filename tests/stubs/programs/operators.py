"""Operators of tensors."""

import tensorflow as tf


def show(tensor):
    """A variable that is called after a tensor: its name, dims and dtype."""
    if tensor.shape.ndims is None:
        dims = "unknown"
    else:
        dims = "_".join(["n" if dim is None else str(dim) for dim in tensor.shape.as_list()])
    tf.get_variable("/".join([tensor.name.replace(":", "."), "shape_" + dims, tensor.dtype.base_dtype.name]), [])


x = tf.placeholder(tf.float32, [None, 4])
for tensor in [x + 1, 2 * x - x, x / 3, -x, abs(x), x > 0, x >= x, x ** 2, x // 2, x % 2, 1.0 - x, 1 / x]:
    show(tensor)
i = tf.placeholder(tf.int32, [3])
for tensor in [i / 2, i // 2, i + i, i < 2]:
    show(tensor)
b = tf.placeholder(tf.bool, [])
for tensor in [b & b, b | b, b ^ b, ~b]:
    show(tensor)
m = tf.zeros([2, 3])
show(m @ tf.zeros([3, 4]))
