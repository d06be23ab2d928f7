"""tensorflow.python.framework.smart_cond: branches that are only built where they may be taken.

Modelled on framework/smart_cond.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._layers_base import smart_cond as _smart_cond
from tensorflow._tensor import is_tensor_like


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    if is_tensor_like(pred):
        from tensorflow._control_flow import cond  # not a name of this module

        return cond(pred, true_fn=true_fn, false_fn=false_fn, name=name)
    return _smart_cond(pred, true_fn, false_fn)


def smart_constant_value(pred):
    if is_tensor_like(pred) or not _scope_lsp.is_known(pred):
        return _scope_lsp.unknown("the constant value of a tensor")
    if isinstance(pred, (bool, int)) and pred in (0, 1):
        return bool(pred)
    raise TypeError(
        "`pred` must be a Tensor, or a Python bool, or 1 or 0. Found instead: %s" % type(pred)
    )
