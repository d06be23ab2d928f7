"""Reductions."""

import tensorflow as tf


def show(tensor):
    """A variable that is called after a tensor: its name, dims and dtype."""
    if tensor.shape.ndims is None:
        dims = "unknown"
    else:
        dims = "_".join(["n" if dim is None else str(dim) for dim in tensor.shape.as_list()])
    tf.get_variable("/".join([tensor.name.replace(":", "."), "shape_" + dims, tensor.dtype.base_dtype.name]), [])


x = tf.zeros([2, 3, 4])
v = tf.get_variable("v", [5])
for tensor in [
    tf.reduce_sum(x),
    tf.reduce_mean(x, 1),
    tf.reduce_max(x, axis=[0, 2], keepdims=True),
    tf.reduce_sum(x, axis=-1, keep_dims=True),
    tf.reduce_mean(x, [1, 2], name="m"),
    tf.reduce_all(x > 0),
    tf.reduce_logsumexp(x, 1),
    tf.reduce_sum(v),
    tf.argmax(x, 1),
    tf.norm(x),
    tf.nn.l2_loss(x),
    tf.nn.l2_normalize(x, 1),
    tf.cumsum(x, 1),
    tf.matmul(x, tf.zeros([2, 4, 5])),
    tf.tensordot(x, tf.zeros([4, 5]), [[2], [0]]),
    tf.add_n([x, x]),
    tf.clip_by_value(x, 0.0, 1.0),
    tf.clip_by_norm(x, 1.0),
] + list(tf.nn.moments(x, [0, 1])) + tf.clip_by_global_norm([x, v], 1.0)[0]:
    show(tensor)
