"""What ``tf.get_variable`` asks the store for: a scope's defaults filled in, dtypes compared.

Follows ``VariableScope.get_variable`` in TensorFlow's ops/variable_scope.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.name import DoubtfulName, Name, UnknownType, as_name
from scope_lsp.naming.shape import Dimension, dtype_text
from scope_lsp.naming.variable import Callbacks
from scope_lsp.naming.variable_scope import VariableScope
from scope_lsp.naming.variable_store import Request


def request_variable(
    scope: VariableScope,
    name: Name | None,
    callbacks: Callbacks,
    shape: Sequence[Dimension] | UnknownType | None = None,
    dtype: str | UnknownType | None = None,
    initializer: object = None,
    regularizer: object = None,
    reuse: object = None,
    trainable: object = None,
    collections: object = None,
    partitioner: object = None,
    validate_shape: object = True,
    use_resource: object = None,
    slot: bool = False,
    is_sequence: bool = True,
    site: object = None,
) -> Request:
    """Fill in the defaults of a scope: ``VariableScope.get_variable`` up to the store.

    Call it at the root of the name scopes, like the store and custom getters.  Raises
    ``NamingError`` if a constant initializer has another dtype, or if None is the name in a scope.
    """
    is_named = name is not None
    name = str(None) if name is None else as_name(name)
    if not is_named and scope.name:
        raise NamingError('can only concatenate str (not "NoneType") to str', exception="TypeError")
    if dtype is not None:
        check_initializer(callbacks, initializer, dtype)
    chosen = scope.dtype if dtype is None else dtype
    return Request(
        name=f"{scope.name}/{name}" if scope.name else name,
        shape=shape,
        dtype=chosen if isinstance(chosen, str) else None,
        initializer=scope.initializer if initializer is None else initializer,
        regularizer=scope.regularizer if regularizer is None else regularizer,
        reuse=scope.reuse if reuse is None else reuse,
        trainable=trainable,
        collections=collections,
        partitioner=scope.partitioner if partitioner is None else partitioner,
        validate_shape=validate_shape,
        use_resource=scope.use_resource if use_resource is None else use_resource,
        slot=slot,
        site=site,
        parts=(*scope.parts, (name, site)),
        certain=scope.certain and name.__class__ is not DoubtfulName,
        is_named=is_named,
        is_sequence=is_sequence,
    )


def check_initializer(callbacks: Callbacks, initializer: object, dtype: str | UnknownType) -> None:
    """Compare the dtype of a constant initializer with the one asked for.

    This is the first thing that ``VariableScope.get_variable`` does.  Raises ``NamingError``.
    """
    if initializer is None or isinstance(dtype, UnknownType):
        return
    if callbacks.kind(initializer) not in ("tensor", "value"):
        return
    found = callbacks.convert(initializer, None, None).dtype
    if isinstance(found, str) and found != dtype:
        raise NamingError(
            f"Initializer type '{dtype_text(found)}' and explicit dtype "
            f"'{dtype_text(dtype)}' don't match."
        )
