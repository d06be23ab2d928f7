"""Slots: variables that belong to another variable, as optimizers and averages keep them.

Modelled on training/slot_creator.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._constant_ops import zeros
from tensorflow._get_variable import _get_variable
from tensorflow._plain_values import dims_to, dtype_to
from tensorflow._shape import UNSURE, as_dims
from tensorflow._tensor import Tensor
from tensorflow._variable_callbacks import CALLBACKS


def is_defined(dims):
    """Is a shape fully defined; what is not known is taken to be."""
    if not _scope_lsp.is_known(dims):
        return True
    return dims is not None and not (isinstance(dims, tuple) and None in dims)


def _zeros(initializer, shape, dtype, partition):
    """What zeros_initializer makes, by the one name that is seen of it."""
    return (
        shape,
        dtype,
        Tensor(_scope_lsp.new_op("Const", "zeros"), "Const", UNSURE, dtype=None, inputs=()),
    )


_ZEROS = {
    "kind": lambda initializer: "callable",
    "call": _zeros,
    "convert": CALLBACKS["convert"],
    "slice": CALLBACKS["slice"],
    "partition": CALLBACKS["partition"],
    "regularize": CALLBACKS["regularize"],
    "made": CALLBACKS["made"],
}
"""A model has two slots of zeros for each of its variables: they are made in few steps."""


class _Slot:
    """`with _Slot(primary, name) as handle`: the variable scope of a slot."""

    def __init__(self, primary, name):
        self._context = _scope_lsp.variable_scope(
            None, _scope_lsp.told_op(primary._op_name) + "/" + name
        )

    def __enter__(self):
        handle = self._context.__enter__()
        if _scope_lsp.scope_attribute(handle, "partitioner") is not None:
            _scope_lsp.set_scope_attribute(handle, "partitioner", None)
        return handle

    def __exit__(self, *exception):
        self._context.__exit__()
        return False


def _create(primary, initializer, shape, dtype, name, validate_shape):
    if _scope_lsp.is_one_of_several(primary):
        return _scope_lsp.each(
            primary,
            lambda one: _create(
                one, initializer, shape, dtype=dtype, name=name, validate_shape=validate_shape
            ),
        )
    with _Slot(primary, name) as handle:
        return _get_variable(
            handle,
            "",
            shape,
            dtype=dtype,
            initializer=initializer,
            regularizer=None,
            reuse=None,
            trainable=False,
            collections=None,
            caching_device=None,
            partitioner=None,
            validate_shape=validate_shape,
            use_resource=getattr(primary, "_resource", None),
            custom_getter=None,
            constraint=None,
            synchronization=None,
            aggregation=None,
            slot=True,
        )


def _create_slot_var(primary, val, scope, validate_shape, shape, dtype):
    """The slot itself, in the variable scope that is open; `scope` is its name there."""
    return _get_variable(
        _scope_lsp.get_variable_scope(),
        scope,
        shape if callable(val) else None,
        dtype=dtype,
        initializer=val,
        regularizer=None,
        reuse=None,
        trainable=False,
        collections=None,
        caching_device=None,
        partitioner=None,
        validate_shape=validate_shape,
        use_resource=getattr(primary, "_resource", None),
        custom_getter=None,
        constraint=None,
        synchronization=None,
        aggregation=None,
        slot=True,
    )


def create_slot(primary, val, name, colocate_with_primary=True):
    return _create(primary, val, None, dtype=None, name=name, validate_shape=is_defined(val._dims))


def create_slot_with_initializer(
    primary, initializer, shape, dtype, name, colocate_with_primary=True
):
    return _create(
        primary,
        initializer,
        shape if callable(initializer) else None,
        dtype=dtype,
        name=name,
        validate_shape=is_defined(as_dims(shape)),
    )


def create_zeros_slot(primary, name, dtype=None, colocate_with_primary=True):
    if _scope_lsp.is_one_of_several(primary):
        return _scope_lsp.each(primary, lambda one: create_zeros_slot(one, name, dtype))
    dims = primary._dims
    if not is_defined(dims):
        from tensorflow._array_ops import shape  # few programs need it

        value = primary.initialized_value() if hasattr(primary, "initialized_value") else primary
        return create_slot(
            primary,
            zeros(shape(value), dtype or primary.dtype),
            name,
            colocate_with_primary=colocate_with_primary,
        )
    with _Slot(primary, name) as handle:
        if _scope_lsp.scope_attribute(handle, "custom_getters") or _scope_lsp.creators():
            from tensorflow._init_ops import Zeros  # few programs need it

            return _get_variable(
                handle,
                "",
                primary.shape,
                dtype=dtype or primary.dtype,
                initializer=Zeros(),
                regularizer=None,
                reuse=None,
                trainable=False,
                collections=None,
                caching_device=None,
                partitioner=None,
                validate_shape=True,
                use_resource=getattr(primary, "_resource", None),
                custom_getter=None,
                constraint=None,
                synchronization=None,
                aggregation=None,
                slot=True,
            )
        found = _scope_lsp.get_variable(
            handle,
            "",
            _ZEROS,
            shape=dims_to(dims),
            dtype=dtype_to(primary._dtype if dtype is None else dtype),
            initializer=_zeros,
            trainable=False,
            use_resource=getattr(primary, "_resource", None),
            slot=True,
        )
        return _scope_lsp.wrapper(found)
