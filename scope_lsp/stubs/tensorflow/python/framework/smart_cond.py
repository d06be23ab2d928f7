"""tensorflow.python.framework.smart_cond: branches that are only built where they may be taken.

Modelled on framework/smart_cond.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._layers_base import smart_cond as _smart_cond
from tensorflow._tensor import is_tensor_like
from tensorflow.keras._shapes import constant_condition


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    return _smart_cond(pred, true_fn, false_fn, name=name)


def smart_constant_value(pred):
    held = constant_condition(pred) if is_tensor_like(pred) else None
    if held is not None:
        return held
    if is_tensor_like(pred) or not _scope_lsp.is_known(pred):
        return _scope_lsp.unknown("the constant value of a tensor")
    if isinstance(pred, (bool, int)) and pred in (0, 1):
        return bool(pred)
    raise TypeError(
        "`pred` must be a Tensor, or a Python bool, or 1 or 0. Found instead: %s" % type(pred)
    )
