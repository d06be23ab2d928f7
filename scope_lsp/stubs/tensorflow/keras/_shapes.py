"""What the layers of Keras and of tf.layers ask about shapes and conditions.

Modelled on keras/utils/{tf_utils,conv_utils}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._shape import UNSURE, as_dims, is_int
from tensorflow._tensor import is_tensor, is_tensor_like


def axis_dim(shape, axis):
    """One dimension of an input shape: an int, else UNSURE."""
    dims = as_dims(shape)
    if isinstance(dims, tuple) and is_int(axis) and -len(dims) <= axis < len(dims):
        return dims[axis] if is_int(dims[axis]) else UNSURE
    return UNSURE


def weight_dim(dim):
    """A weight's dimension as get_variable wants it."""
    return _scope_lsp.unknown("a dimension that is not modelled") if dim == UNSURE else dim


def smart_cond(pred, true_fn, false_fn, name=None):
    """tf_utils.smart_cond: one branch where the condition is a Python value or a constant."""
    if not _scope_lsp.is_known(pred):
        return true_fn()
    if is_tensor_like(pred):
        held = constant_condition(pred)
        if held is None:
            from tensorflow._control_flow import cond  # few programs need it

            return cond(pred, true_fn, false_fn, name=name)
        pred = held
    return true_fn() if pred else false_fn()


def constant_condition(tensor):
    """What a constant condition holds, as `constant_value` finds it; None of other tensors."""
    held = tensor._value if is_tensor(tensor) and tensor._op_type == "Const" else None
    return held if is_int(held) else None


def spatial(value, rank):
    """conv_utils.normalize_tuple: a size for each spatial axis."""
    if not _scope_lsp.is_known(value) or not isinstance(value, (list, tuple)):
        return (value,) * rank
    return tuple(value) if len(value) != 1 or rank == 1 else (value[0],) * rank
