"""Joining, splitting and rearranging."""

import tensorflow as tf


def show(tensor):
    """A variable that is called after a tensor: its name, dims and dtype."""
    if tensor.shape.ndims is None:
        dims = "unknown"
    else:
        dims = "_".join(["n" if dim is None else str(dim) for dim in tensor.shape.as_list()])
    tf.get_variable("/".join([tensor.name.replace(":", "."), "shape_" + dims, tensor.dtype.base_dtype.name]), [])


x = tf.zeros([2, 3, 4])
tensors = [
    tf.transpose(x),
    tf.transpose(x, [0, 2, 1]),
    tf.concat([x, x], 2),
    tf.concat([x], 0),
    tf.concat([x, tf.zeros([2, 1, 4])], axis=1),
    tf.stack([x, x]),
    tf.stack([x, x], axis=1),
    tf.squeeze(x[:, :1], 1),
    tf.squeeze(x),
    tf.expand_dims(x, -1),
    tf.gather(x, [0, 1]),
    tf.gather(x, [[0, 1]], axis=1),
    tf.gather_nd(x, [[0, 1]]),
    tf.slice(x, [0, 0, 0], [1, -1, 2]),
    tf.pad(x, [[0, 0], [1, 1], [2, 2]]),
    tf.where(x > 0, x, x),
    tf.where(x > 0),
    tf.cast(x, tf.int32),
    tf.to_float(tf.constant(1)),
    tf.one_hot([1, 2], 5),
    tf.reverse(x, [1]),
    tf.boolean_mask(x, x[:, :, 0] > 0),
    tf.sequence_mask([1, 2], 5),
    tf.identity(x),
]
tensors += tf.unstack(x, axis=1) + tf.split(x, 3, axis=1) + tf.split(x, [1, 3], 2)
for tensor in tensors:
    show(tensor)
