"""Shapes that are partly known, and tensors made of them."""

import tensorflow as tf


def show(tensor):
    """A variable that is called after a tensor: its name, dims and dtype."""
    if tensor.shape.ndims is None:
        dims = "unknown"
    else:
        dims = "_".join(["n" if dim is None else str(dim) for dim in tensor.shape.as_list()])
    tf.get_variable("/".join([tensor.name.replace(":", "."), "shape_" + dims, tensor.dtype.base_dtype.name]), [])


x = tf.placeholder(tf.float32, [None, 10])
batch = tf.shape(x)[0]
width = tf.shape(x)[1]
for tensor in [
    batch,
    tf.reshape(x, [batch, 2, 5]),
    tf.reshape(x, [-1, 5]),
    tf.reshape(x, [-1]),
    tf.reshape(x, tf.stack([batch, 10])),
    tf.reshape(x, [batch, width // 2, 2]),
    tf.reshape(tf.zeros([6, 4]), [3, -1]),
    tf.zeros([batch, 5]),
    tf.zeros(tf.stack([batch, 5])),
    tf.ones([batch, 3]),
    tf.fill([batch, 2], 1.0),
    tf.zeros([30, 50]),
    tf.zeros_like(x),
    tf.ones_like(x),
    tf.range(batch),
    tf.range(5),
    tf.range(1, 10, 2),
    tf.tile(x, [1, 2]),
    tf.tile(tf.expand_dims(x, 0), [batch, 1, 1]),
    tf.random_normal([batch, 4]),
    tf.random_uniform([2, 3], -1, 1),
    tf.truncated_normal([2, 2]),
    tf.placeholder(tf.float32),
    tf.constant([[1, 2], [3, 4]]),
    tf.constant(0.5, shape=[2, 2]),
    tf.eye(3),
]:
    show(tensor)
