"""TensorFlow's own modules are those of its public namespace."""

from tensorflow.python.ops import array_ops, variable_scope as vs, init_ops
from tensorflow.python.framework import ops, dtypes
from tensorflow.contrib.layers.python.layers import layers as layers_lib
from tensorflow.contrib.framework.python.ops import arg_scope, add_arg_scope
from tensorflow.python.layers import core as core_layers
from tensorflow.compat.v1 import layers as l2
import tensorflow.compat.v1 as tf1
from tensorflow.python.util import nest
with vs.variable_scope("a"):
    x = array_ops.zeros([2, 3], dtypes.float32); vs.get_variable("w", [3], initializer=init_ops.zeros_initializer())
    core_layers.Dense(3)(x); l2.dense(x, 4)
    with arg_scope([layers_lib.fully_connected], activation_fn=None): layers_lib.fully_connected(x, 7)
    tf1.get_variable("n%d" % len(nest.flatten([1, (2, 3)])), [])
