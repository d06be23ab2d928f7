"""Between the stubs' shapes, dtypes and tensors and the plain data of the naming model."""

import _scope_lsp

from tensorflow import _dtypes


dims_to = _scope_lsp.plain_dims
dims_from = _scope_lsp.dims_of_plain


def dtype_to(dtype):
    """A dtype's plain name; None and unknown values as they are."""
    if _scope_lsp.is_a(dtype, _dtypes.DType):
        return dtype._base_name
    if dtype is None or not _scope_lsp.is_known(dtype):
        return dtype
    return _dtypes.as_dtype(dtype)._base_name


def dtype_from(name):
    return _dtypes.BY_NAME[name] if _scope_lsp.is_a(name, str) else None


def tensor_parts(tensor):
    """What the naming model knows of a tensor: shape, dtype, itself, its op, and how it prints."""
    dims = tensor._dims
    is_full = False
    if isinstance(dims, tuple):
        is_full = None not in dims
    text = None if is_full else str(tensor)
    return dims_to(dims), dtype_to(tensor._dtype), tensor, tensor._op_name, text


def is_empty(scope):
    """Whether the name of a scope is surely empty; one with an unknown part is not taken to be."""
    return _scope_lsp.is_known(bool(scope)) and not scope
