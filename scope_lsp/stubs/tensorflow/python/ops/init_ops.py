"""tensorflow.python.ops.init_ops: what libraries use of it beside the initializers.

Modelled on ops/init_ops.py of TensorFlow 1.15.5.
"""

from tensorflow._init_ops import *
from tensorflow._init_ops import _compute_fans


def _assert_float_dtype(dtype):
    if not dtype.is_floating:
        raise ValueError("Expected floating point type, got %s." % dtype)
    return dtype
