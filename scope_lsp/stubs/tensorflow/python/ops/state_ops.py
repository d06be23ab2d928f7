"""tensorflow.python.ops.state_ops: the ops of variables alone, as older programs make them.

Modelled on ops/state_ops.py of TensorFlow 1.15.5.
"""

from tensorflow._shape import TensorShape
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.python.ops.gen_state_ops import variable, variable_v2


def variable_op(shape, dtype, name="Variable", set_shape=True, container="", shared_name=""):
    return variable(shape if set_shape else TensorShape(None), dtype, name=name)


def variable_op_v2(shape, dtype, name="Variable", container="", shared_name=""):
    return variable_v2(shape, dtype, name=name)


def __getattr__(name):
    return _lookup("python.ops.state_ops." + name)
