"""tensorflow.python.ops.init_ops: what libraries use of it beside the initializers.

Modelled on ops/init_ops.py of TensorFlow 1.15.5.
"""

from tensorflow._init_ops import *


def _assert_float_dtype(dtype):
    if not dtype.is_floating:
        raise ValueError("Expected floating point type, got %s." % dtype)
    return dtype


def _compute_fans(shape):
    if len(shape) < 1:
        return 1, 1
    if len(shape) == 1:
        return shape[0], shape[0]
    field = 1
    for dim in shape[:-2]:
        field *= dim
    return shape[-2] * field, shape[-1] * field
