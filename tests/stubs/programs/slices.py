"""Items and slices of tensors."""

import tensorflow as tf


def show(tensor):
    """A variable that is called after a tensor: its name, dims and dtype."""
    if tensor.shape.ndims is None:
        dims = "unknown"
    else:
        dims = "_".join(["n" if dim is None else str(dim) for dim in tensor.shape.as_list()])
    tf.get_variable("/".join([tensor.name.replace(":", "."), "shape_" + dims, tensor.dtype.base_dtype.name]), [])


x = tf.zeros([2, 3, 4])
i = tf.constant(1)
for tensor in [x[0], x[:, 1], x[..., -1], x[:, None], x[0, 1:3, ::2], x[-1:], x[i], x[:, i:], x[i, :i]]:
    show(tensor)
p = tf.placeholder(tf.float32, [None, 10])
for tensor in [p[0], p[:, :5], p[:3], p[-1, -1], p[:, 2:], p[::2]]:
    show(tensor)
