"""The operators of tensors and variables: `x + y`, `x[...]`, `x < y`.

Each opens a name scope of its own name ("add", "strided_slice") and calls its
constants "x" and "y", other than the functions tf.add, tf.slice, which use the
type of the op.

Modelled on ops/math_ops.py (_OverrideBinaryOperatorHelper) and ops/array_ops.py
(_slice_helper) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_folding import static_value
from tensorflow._shape import UNSURE, is_int
from tensorflow._tensor import (
    Operators,
    Tensor,
    base_dtype,
    constant,
    convert,
    create,
    is_tensor,
    is_tensor_like,
    pop,
    push,
)
from tensorflow._elementwise import binary, unary

is_a = _scope_lsp.is_a


def _define(name, op_type, fold=None):
    def operator(x, y):
        return binary(op_type, name, x._as_tensor(), y=y, dtype=None, fold=fold)

    def reversed_operator(y, x):
        return binary(op_type, name, x, y=y._as_tensor(), dtype=None, fold=fold)

    setattr(Operators, "__" + name + "__", operator)
    setattr(Operators, "__r" + name + "__", reversed_operator)


_define("add", "AddV2", lambda x, y: x + y)
_define("sub", "Sub", lambda x, y: x - y)
_define("mul", "Mul", lambda x, y: x * y)
_define("floordiv", "FloorDiv", lambda x, y: x // y if y else None)
_define("mod", "FloorMod", lambda x, y: x % y if y else None)
_define("pow", "Pow")
_define("and", "LogicalAnd")
_define("or", "LogicalOr")


def real_divide(x, y, name):
    """math_ops._truediv_python3."""
    if is_tensor(x) and is_tensor(y) and _is_real(x) and _is_real(y):
        return binary("RealDiv", name, x, y=y)
    scope = push(name, "truediv")
    ruling = y if is_tensor(y) and not is_tensor(x) else None
    x = convert(x, None if ruling is None else base_dtype(ruling), "x")
    y = convert(y, base_dtype(x), "y")
    # A number takes the dtype of the tensor beside it, known or not.
    dtype = base_dtype(x if ruling is None else ruling)
    if dtype is not None and not _is_real(x):
        dtype = _dtypes.float64 if dtype.size >= 4 else _dtypes.float32
        x = unary("Cast", None, x, argument="x", dtype=dtype)
        y = unary("Cast", None, y, argument="y", dtype=dtype)
    pop()
    result = binary("RealDiv", scope, x, y=y, dtype=dtype)
    if dtype is None:
        result._dtype = None
    return result


def _is_real(x):
    return x._dtype is None or not (x._dtype.is_integer or x._dtype.is_bool)


def _truediv(x, y):
    return real_divide(x._as_tensor(), y, "truediv")


def _rtruediv(y, x):
    return real_divide(x, y._as_tensor(), "truediv")


def logical_xor(x, y, name="LogicalXor"):
    scope = push(name, "LogicalXor") if name == "xor" else name
    either = binary("LogicalOr", None, x, y=y, dtype=_dtypes.bool)
    both = binary("LogicalAnd", None, x, y=y, dtype=_dtypes.bool)
    result = unary("LogicalNot", None, both)
    if name == "xor":
        pop()
    return binary("LogicalAnd", scope, either, y=result, dtype=_dtypes.bool)


def _matmul(x, y):
    from tensorflow._math_ops import matmul  # imports this module itself

    return matmul(x._as_tensor(), y, name="matmul")


def _rmatmul(y, x):
    from tensorflow._math_ops import matmul  # imports this module itself

    return matmul(x, y._as_tensor(), name="matmul")


Operators.__truediv__ = _truediv
Operators.__rtruediv__ = _rtruediv
Operators.__div__ = _truediv
Operators.__rdiv__ = _rtruediv
Operators.__xor__ = lambda x, y: logical_xor(x._as_tensor(), y, "xor")
Operators.__rxor__ = lambda y, x: logical_xor(x, y._as_tensor(), "xor")
Operators.__matmul__ = _matmul
Operators.__rmatmul__ = _rmatmul
Operators.__lt__ = lambda x, y: binary("Less", None, x._as_tensor(), y=y, dtype=_dtypes.bool)
Operators.__le__ = lambda x, y: binary("LessEqual", None, x._as_tensor(), y=y, dtype=_dtypes.bool)
Operators.__gt__ = lambda x, y: binary("Greater", None, x._as_tensor(), y=y, dtype=_dtypes.bool)
Operators.__ge__ = lambda x, y: binary(
    "GreaterEqual", None, x._as_tensor(), y=y, dtype=_dtypes.bool
)
Operators.__neg__ = lambda x: unary("Neg", None, x._as_tensor())
Operators.__abs__ = lambda x: unary("Abs", None, x._as_tensor())
Operators.__invert__ = lambda x: unary("LogicalNot", None, x._as_tensor())


# x[...]


def _get_item(x, key):
    x = x._as_tensor()
    if not _scope_lsp.is_known(key):
        return create("StridedSlice", "strided_slice", UNSURE, dtype=base_dtype(x), inputs=(x,))
    if (
        is_tensor(key)
        and key._dtype is _dtypes.bool
        or hasattr(key, "dtype")
        and not _scope_lsp.is_number(key)
        and not is_tensor_like(key)
    ):
        from tensorflow._array_masks import boolean_mask  # imports this module itself

        return boolean_mask(x, key)
    # The end of an index is one more: for a tensor an op, made outside of the scope.
    keys = list(key) if isinstance(key, (list, tuple)) else [key]
    begin, end, strides = [], [], []
    for item in keys:
        if _scope_lsp.is_known(item) and isinstance(item, slice):
            begin.append(0 if item.start is None else item.start)
            end.append(0 if item.stop is None else item.stop)
            strides.append(1 if item.step is None else item.step)
        elif item is None or item is Ellipsis:
            begin.append(0)
            end.append(0)
            strides.append(1)
        else:
            begin.append(item)
            end.append(item + 1 if _scope_lsp.is_known(item) else item)
            strides.append(1)
    scope = push(None, "strided_slice")
    if keys:
        convert(begin, None, "stack")
        convert(end, None, "stack")
        convert(strides, None, "stack")
    else:
        constant([], _dtypes.int32)
    pop()
    value = None
    if isinstance(x._value, list) and len(keys) == 1:
        value = _value_item(x._value, keys[0])
    return create(
        "StridedSlice",
        scope,
        sliced_dims(x._dims, keys),
        dtype=base_dtype(x),
        value=value,
        inputs=(x,),
    )


def _value_item(value, key):
    if is_int(key):
        return item_of(value, key)
    if isinstance(key, slice) and _bounded(key):
        return value[key]
    return None


def item_of(value, index):
    """One element of a static value; of a partly known one TensorFlow takes none."""
    for item in value:
        if not is_int(item):
            return item
    return value[index] if -len(value) <= index < len(value) else None


def _bounded(key):
    for bound in (key.start, key.stop, key.step):
        if bound is not None and not is_int(bound):
            return False
    return True


def sliced_dims(dims, keys):
    """The dims of x[keys] (StridedSlice's shape function).

    The bounds are two tensors: one that is given when the graph runs hides them all.
    """
    if not isinstance(dims, tuple):
        return dims
    hidden = False
    for key in keys:
        bounds = (key.start, key.stop) if is_a(key, slice) else (key,)
        for bound in bounds:
            hidden = hidden or _static(bound) == DYNAMIC
    taken = 0
    for key in keys:
        if key is not None and key is not Ellipsis:
            taken = taken + 1
    rest = list(dims)
    result = []
    for key in keys:
        if not _scope_lsp.is_known(key):
            return UNSURE
        if key is None:
            result.append(1)
        elif key is Ellipsis:
            while len(rest) > taken:
                result.append(rest.pop(0))
        elif not rest:
            return UNSURE
        elif isinstance(key, slice):
            dim = rest.pop(0)
            whole = key.start is None and key.stop is None
            result.append(None if hidden and not whole else _sliced_dim(dim, key))
            taken = taken - 1
        else:
            rest.pop(0)
            taken = taken - 1
    return tuple(result + rest)


DYNAMIC = "a bound that is given when the graph runs"


def _static(bound):
    """A slice's bound as a static int; a Dimension or tensor may hold one, or `DYNAMIC`."""
    if not _scope_lsp.is_known(bound):
        return UNSURE
    if not is_tensor(bound):
        return getattr(bound, "_value", bound)
    held = static_value(bound)
    if not _scope_lsp.is_known(held):
        return UNSURE
    return DYNAMIC if held is None else held


def _sliced_dim(dim, key):
    if key.start is None and key.stop is None and key.step is None:
        return dim
    key = slice(_static(key.start), _static(key.stop), _static(key.step))
    if UNSURE in (key.start, key.stop, key.step):
        return UNSURE
    if not _bounded(key):
        return None
    if not isinstance(dim, int):
        return dim
    return len(range(*key.indices(dim)))


Operators.__getitem__ = _get_item
