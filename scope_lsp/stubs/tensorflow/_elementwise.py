"""Elementwise ops of one or two inputs, as a model makes them.

Not here: the ops themselves (`_math_ops`), and the operators of tensors (`_operators`).
"""

import _scope_lsp

from tensorflow._shape import (
    broadcast,
)
from tensorflow._tensor import (
    Tensor,
    TensorLike,
    apply,
    base_dtype,
    convert,
    is_a,
    pop,
    push,
)


def unary(op_type, name, x, argument="x", dtype=None):
    """An elementwise op of one input."""
    if not is_a(x, Tensor):
        name, [x] = apply(op_type, name, (x, argument))
    if dtype is None and x._dtype is not None:
        dtype = x._dtype.base_dtype
    return Tensor(_scope_lsp.new_op(op_type, name), op_type, x._dims, dtype=dtype, inputs=(x,))


def binary(op_type, name, x, y, dtype=None, fold=None):
    """An elementwise op of two inputs, with broadcasting."""
    ruling = None
    if not (is_a(x, Tensor) and is_a(y, Tensor)):
        name = push(name, op_type)
        if is_a(x, TensorLike):
            if not is_a(y, TensorLike):
                ruling = x = convert(x, None, "x")
            else:
                x = convert(x, None, "x")
            y = convert(y, base_dtype(x), "y")
        elif is_a(y, TensorLike):
            x = convert(x, base_dtype(y) if is_a(y, Tensor) else None, "x")
            ruling = y = convert(y, None, "y")
        else:
            ruling = x = convert(x, None, "x")
            y = convert(y, base_dtype(x), "y")
        pop()
    value = None
    if fold is not None and is_a(x._value, int) and is_a(y._value, int):
        value = fold(x._value, y._value)
    if dtype is None:
        # A number takes the dtype of the tensor beside it, known or not.
        dtype = (base_dtype(x) or base_dtype(y)) if ruling is None else base_dtype(ruling)
    dims = x._dims if x._dims == y._dims else broadcast(x._dims, y._dims)
    return Tensor(
        _scope_lsp.new_op(op_type, name), op_type, dims, dtype=dtype, value=value, inputs=(x, y)
    )
