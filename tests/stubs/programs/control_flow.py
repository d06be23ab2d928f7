"""Bodies that are run inside name scopes."""

import tensorflow as tf


def show(tensor):
    """A variable that is called after a tensor: its name, dims and dtype."""
    if tensor.shape.ndims is None:
        dims = "unknown"
    else:
        dims = "_".join(["n" if dim is None else str(dim) for dim in tensor.shape.as_list()])
    tf.get_variable("/".join([tensor.name.replace(":", "."), "shape_" + dims, tensor.dtype.base_dtype.name]), [])


x = tf.constant(1.0)


def branch():
    return x + tf.get_variable("in_branch", [])


show(tf.cond(x > 0, branch, lambda: x - 1))
show(tf.while_loop(lambda i: i < 3, lambda i: i + 1, [tf.constant(0)]))
show(tf.map_fn(lambda row: row * tf.get_variable("in_map", [2]), tf.zeros([3, 2])))
show(tf.stop_gradient(x))
show(tf.Print(x, [x]))
tf.get_variable(tf.group(x.op).name, [])
tf.get_variable(tf.no_op().name, [])
