"""What tensors Python and numpy values become: their dims, dtype and static value.

Modelled on framework/constant_op.py and framework/tensor_util.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._shape import UNSURE, TensorShape, as_dims, is_int, size

is_a = _scope_lsp.is_a


_FEW = 64
_NARROWED = {_dtypes.float64: _dtypes.float32, _dtypes.int64: _dtypes.int32}
SCALARS = {int: _dtypes.int32, float: _dtypes.float32, str: _dtypes.string, bool: _dtypes.bool}


def dtype_of(dtype):
    """A DType from what a program gives as one, None where not known."""
    if is_a(dtype, _dtypes.DType):
        return dtype
    if dtype is None or not _scope_lsp.is_known(dtype):
        return None
    found = _dtypes._find(dtype)
    if found is None and (is_a(dtype, str) or hasattr(dtype, "_as_tensor")):
        _dtypes.refuse(dtype)
    return found


def value_dims(value):
    """The dims of a Python or numpy value."""
    if is_a(value, (list, tuple)):
        if not value:
            return (0,)
        inner = () if is_a(value[0], (int, float)) else value_dims(value[0])
        return (len(value),) + inner if isinstance(inner, tuple) else inner
    if not _scope_lsp.is_known(value):
        return UNSURE
    if isinstance(value, (int, float, str, bytes, complex, TensorShape)):
        return (len(value),) if isinstance(value, TensorShape) else ()
    if hasattr(value, "shape"):
        return as_dims(value.shape)
    return () if value is None or hasattr(value, "__float__") else UNSURE


def value_dtype(value):
    """The dtype that TensorFlow chooses for a Python or numpy value.

    make_tensor_proto: numbers of numpy in a list count as Python's.
    """
    listed = is_a(value, (list, tuple))
    row = ()
    while is_a(value, (list, tuple)) and value:
        row, value = value, value[0]
    if not _scope_lsp.is_known(value):
        return None
    if is_a(value, int) and not isinstance(value, bool):
        for item in row[1:_FEW]:
            if is_a(item, float):  # numpy's common type
                return _dtypes.float32
    natural = SCALARS.get(type(value))
    if natural is not None:
        return natural
    if isinstance(value, bool):
        return _dtypes.bool
    if hasattr(value, "dtype"):
        dtype = dtype_of(value.dtype)
        if listed and _scope_lsp.is_number(value):
            return _NARROWED.get(dtype, dtype)
        return dtype
    if isinstance(value, int):
        return _dtypes.int32
    if isinstance(value, (float, list, tuple)):
        return _dtypes.float32
    if isinstance(value, (str, bytes)):
        return _dtypes.string
    if isinstance(value, complex):
        return _dtypes.complex128
    return _dtypes.int32 if isinstance(value, TensorShape) or hasattr(value, "_value") else None


def is_exact(value):
    """Whether a number is the same in every floating-point type."""
    return isinstance(value, float) and value * 2 % 1 == 0 and -64 <= value <= 64


def held_value(value):
    """The static value kept for a small integer constant."""
    if is_a(value, int):
        return value
    if is_a(value, (list, tuple)):
        return [_held_item(item) for item in value] if len(value) <= 32 else None
    if is_a(value, (float, str)) or not _scope_lsp.is_known(value):
        return None
    if isinstance(value, TensorShape):
        return [dim if is_int(dim) else None for dim in value._dims or ()]
    if hasattr(value, "tolist") and hasattr(value, "size"):
        return held_value(value.tolist()) if is_int(value.size) and value.size <= 32 else None
    if hasattr(value, "_value") and is_int(value._value):
        return value._value
    return None


def _held_item(item):
    if is_a(item, int):
        return item
    return held_value(item) if _scope_lsp.is_known(item) else UNSURE


NOT_IN_GRAPH = (
    "%s is not allowed in Graph execution. Use Eager execution or decorate this function with "
    "@tf.function."
)
"""What is said to code that treats a tensor as its value (Tensor._disallow_in_graph_mode)."""


def refuse_none(argument):
    """op_def_library.py: no op takes None."""
    _scope_lsp.fail(
        "Tried to convert '%s' to a tensor and failed. Error: None values not supported."
        % argument,
        when="awaited",
    )


def refuse_none_in(values, op_type):
    """The same of an op that takes a list of tensors (and the elements' types are not said)."""
    if _scope_lsp.is_among(None, values):
        _scope_lsp.fail(
            "Tensors in list passed to 'values' of '%s' Op have types [<NOT CONVERTIBLE TO TENSOR>]"
            " that don't all match." % op_type,
            exception="TypeError",
            when="awaited",
        )


def refuse(value):
    """make_tensor_proto: neither None nor a dict nor a dtype becomes a tensor."""
    if _scope_lsp.is_known(value) and value is None:
        _scope_lsp.fail("None values not supported.", when="awaited")
    if is_a(value, _dtypes.DType):
        kind = "<class 'tensorflow.python.framework.dtypes.DType'>"
    elif type(value) is dict:
        kind = str(dict)
    else:
        return
    raise TypeError(
        "Failed to convert object of type %s to Tensor. Contents: %s. Consider casting "
        "elements to a supported type." % (kind, value)
    )


def constant_dims(value, shape, verify):
    """make_tensor_proto: the dims of a value that may be given another shape."""
    given = value_dims(value)
    if shape is None:
        return given
    dims = as_dims(shape)
    for some in (dims, given):
        if not is_a(some, tuple) or not all(is_int(dim) for dim in some):
            return dims
    if size(dims) == 0:
        return dims  # the value is not looked at
    if verify is True and dims != given:
        raise TypeError("Expected Tensor's shape: %s, got %s." % (dims, given))
    if size(given) > size(dims):
        raise ValueError(
            "Too many elements provided. Needed at most %d, but received %d"
            % (size(dims), size(given))
        )
    return dims
