"""Slots: variables that belong to another variable, as optimizers and averages keep them.

Modelled on training/slot_creator.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._constant_ops import zeros
from tensorflow._init_ops import Zeros
from tensorflow._variable_scope import _get_variable


def is_defined(dims):
    """Is a shape fully defined; what is not known is taken to be."""
    return dims is not None and not (isinstance(dims, tuple) and None in dims)


def _create(primary, initializer, shape, dtype, name):
    context = _scope_lsp.variable_scope(None, primary._op_name + "/" + name)
    scope = _scope_lsp.enter_variable_scope(context)
    try:
        if _scope_lsp.scope_attribute(scope, "partitioner") is not None:
            _scope_lsp.set_scope_attribute(scope, "partitioner", None)
        return _get_variable(scope, "", shape, dtype, initializer, None, None, False, None, None, None, True, getattr(primary, "_resource", None), None, None, None, None, True)
    finally:
        _scope_lsp.exit_variable_scope(context)


def create_slot(primary, val, name, colocate_with_primary=True):
    return _create(primary, val, None, None, name)


def create_slot_with_initializer(primary, initializer, shape, dtype, name, colocate_with_primary=True):
    return _create(primary, initializer, shape if callable(initializer) else None, dtype, name)


def create_zeros_slot(primary, name, dtype=None, colocate_with_primary=True):
    dtype = primary.dtype if dtype is None else dtype
    if is_defined(primary._dims):
        return _create(primary, Zeros(), primary.shape, dtype, name)
    from tensorflow._array_ops import shape

    value = primary.initialized_value() if hasattr(primary, "initialized_value") else primary
    return _create(primary, zeros(shape(value), dtype), None, None, name)
