"""Ops by the paths of the modules that define them: their names and shapes are the public ones."""

import tensorflow as tf
from tensorflow.python.ops import array_ops, math_ops, state_ops

v = tf.get_variable("v", [5, 3])
for made in (
    state_ops.scatter_add(v, [0], tf.ones([1, 3])),
    state_ops.scatter_sub(v, [0], tf.ones([1, 3])),
    state_ops.scatter_nd_update(v, [[0]], tf.ones([1, 3])),
    math_ops.unsorted_segment_sum(v, [0, 1, 2, 3, 4], 5),
    array_ops.reverse_v2(tf.zeros([2, 7]), [0]),
):
    tf.get_variable(made.op.name + "_made", made.shape)
