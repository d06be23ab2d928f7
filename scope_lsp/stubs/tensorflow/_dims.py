"""Arithmetic of static shapes as plain data (*dims*); see `_shape` for what they mean.

Modelled on framework/common_shapes.py of TensorFlow 1.15.5.
"""

import _scope_lsp

UNSURE = _scope_lsp.UNSURE
is_int = _scope_lsp.is_int


def no_size():
    """Dimension.__int__ of a dimension that is not static: Python refuses the None it gives."""
    _scope_lsp.fail(
        "__int__ returned non-int (type NoneType)",
        exception="TypeError",
        remark="the size of this dimension is not known while the graph is built; "
        "tf.shape gives it as a tensor",
    )
    return _scope_lsp.unknown("a dimension that is not static")


def impossible(message):
    """What the shape functions of ops refuse: it is said only where the program waits for that.

    Elsewhere the program most likely ends, and what it would have made is worth more.  Inside of
    layers shapes may be as a model guesses them.
    """
    from tensorflow.keras._call_context import context  # few programs need it

    if not context.in_call:
        _scope_lsp.fail(message, when="awaited")


def plain(dims):
    """Dims for the naming model, which knows one kind of ignorance."""
    if isinstance(dims, tuple):
        return [None if dim == UNSURE else dim for dim in dims]
    return None


def broadcast(a, b):
    """The shape of an elementwise op (common_shapes.broadcast_shape)."""
    if a == b or b == ():
        return a
    if a == ():
        return b
    if not isinstance(a, tuple) or not isinstance(b, tuple):
        return UNSURE if UNSURE in (a, b) else None
    if len(a) < len(b):
        a = (1,) * (len(b) - len(a)) + a
    elif len(b) < len(a):
        b = (1,) * (len(a) - len(b)) + b
    return tuple([_broadcast_dim(x, y) for x, y in zip(a, b)])


def _broadcast_dim(x, y):
    if x == y or y == 1:
        return x
    if x == 1:
        return y
    if isinstance(x, int):
        if isinstance(y, int):
            if is_int(x) and is_int(y):
                impossible("Dimensions must be equal, but are %d and %d" % (x, y))
            return UNSURE
        return x
    if isinstance(y, int):
        return y
    return UNSURE


def merge(a, b, refuses=True):
    """The shape of a tensor of which both are known to hold, and what TensorFlow `refuses`."""
    if a == b or b is None or b == UNSURE:
        return a if a is not None else b
    if a is None or a == UNSURE:
        return b
    if len(a) != len(b):
        if refuses and is_int(len(a)) and is_int(len(b)):
            impossible("Shapes must be equal rank, but are %d and %d" % (len(a), len(b)))
        return UNSURE
    return tuple([merge_dim(x, y, refuses) for x, y in zip(a, b)])


def merge_dim(x, y, refuses=True):
    if isinstance(x, int):
        if refuses and is_int(x) and is_int(y) and x != y:
            impossible("Dimensions must be equal, but are %d and %d" % (x, y))
        return x
    if isinstance(y, int):
        return y
    return None if x is None and y is None else UNSURE


def join(a, b):
    """The shape of a tensor of which either may hold (tf.cond, loops)."""
    if a == b:
        return a
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return tuple(
            [x if x == y else (UNSURE if UNSURE in (x, y) else None) for x, y in zip(a, b)]
        )
    return UNSURE if UNSURE in (a, b) else None


def either(a, b):
    """What is known of the shape of a tensor that is one of two."""
    if a == b:
        return a
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return tuple([x if x == y else UNSURE for x, y in zip(a, b)])
    return UNSURE


def size(dims):
    """The number of elements: int, None or UNSURE."""
    if not isinstance(dims, tuple):
        return dims
    product = 1
    for dim in dims:
        if not isinstance(dim, int):
            return dim
        product = product * dim
    return product


def dim_op(function, x, y):
    """A dimension computed from two."""
    if isinstance(x, int) and isinstance(y, int):
        return function(x, y)
    return UNSURE if UNSURE in (x, y) else None


def without(dims, axis):
    """Dims less one axis (axis may be unknown: UNSURE dims)."""
    if not isinstance(dims, tuple):
        return dims
    if not is_int(axis):
        return (UNSURE,) * max(len(dims) - 1, 0)
    if axis < 0:
        axis = axis + len(dims)
    return dims[:axis] + dims[axis + 1 :]


def replaced(dims, axis, dim):
    """Dims with another value at one axis."""
    if not isinstance(dims, tuple):
        return dims
    if not is_int(axis):
        return (UNSURE,) * len(dims)
    if axis < 0:
        axis = axis + len(dims)
    return dims[:axis] + (dim,) + dims[axis + 1 :]
