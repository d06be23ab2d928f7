"""Ops that make a sparse tensor of another one.

Modelled on ops/sparse_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import given_sizes, identity, reshaped
from tensorflow._casts import cast
from tensorflow._shape import UNSURE, is_int
from tensorflow._sparse_ops import SparseTensor, SparseTensorValue
from tensorflow._tensor import base_dtype, convert, create, create_many, scope


def _sparse(value):
    """A value as a sparse tensor (sparse_ops._convert_to_sparse_tensor); None if it is unknown."""
    if not _scope_lsp.is_known(value):
        return None
    if isinstance(value, SparseTensorValue):
        return SparseTensor(value.indices, value.values, value.dense_shape)
    if not isinstance(value, SparseTensor):
        raise TypeError("Input must be a SparseTensor.")
    return value


def _is_full(dims):
    """Whether each dimension is a known number."""
    return isinstance(dims, tuple) and all(is_int(dim) for dim in dims)


def _size(dims):
    size = 1
    for dim in dims:
        size = size * dim
    return size


def _rows(dims):
    if not isinstance(dims, tuple):
        return UNSURE if dims == UNSURE else None
    return dims[0]


def _made(op_type, name, dims, values):
    """Indices and dense shape of a new sparse tensor of some dims, from an op with both."""
    rank = len(dims) if isinstance(dims, tuple) else dims
    outputs = [((None, rank), _dtypes.int64), ((rank,), _dtypes.int64)]
    if values is not None:
        outputs[1:1] = [((None,), base_dtype(values))]
    inputs = () if values is None else (values,)
    made = create_many(op_type, name, outputs, inputs=inputs)
    if isinstance(dims, tuple) and UNSURE in dims:
        made[-1]._dims = UNSURE
    return made


def sparse_reshape(sp_input, shape, name=None):
    sp_input = _sparse(sp_input)
    wanted = cast(shape, _dtypes.int64)
    sizes = given_sizes(shape, wanted)
    with scope(name, "SparseReshape") as full:
        given = UNSURE if sp_input is None else sp_input._dims
        dims = reshaped(given, sizes)
        unknown = UNSURE if given == UNSURE else None
        rank = len(dims) if isinstance(dims, tuple) else None
        known = dims if rank is None else (unknown,) * rank
        indices, dense_shape = _made("SparseReshape", full, known, None)
        if _is_full(given) and _is_full(dims):
            if _size(given) != _size(dims):
                raise ValueError(
                    "Cannot reshape a tensor with %d elements to shape %s (%d elements)."
                    % (_size(given), list(dims), _size(dims))
                )
            dense_shape = convert(list(dims), _dtypes.int64)
        values = _scope_lsp.unknown("the values of an unknown sparse tensor")
        if sp_input is not None:
            values = sp_input.values
        return SparseTensor(indices, identity(values), dense_shape)


def sparse_softmax(sp_input, name=None):
    if not _scope_lsp.is_known(sp_input):
        return _scope_lsp.unknown("an unknown sparse tensor")
    with scope(name, "SparseSoftmax"):
        values = convert(sp_input.values)
        values = create(
            "SparseSoftmax", None, values._dims, dtype=base_dtype(values), inputs=(values,)
        )
        return SparseTensor(sp_input.indices, values, sp_input.dense_shape)


def sparse_reorder(sp_input, name=None):
    sp_input = _sparse(sp_input)
    if sp_input is None:
        return _scope_lsp.unknown("an unknown sparse tensor")
    values, dims = convert(sp_input.values), sp_input._dims
    outputs = [(sp_input.indices._dims, _dtypes.int64), (values._dims, base_dtype(values))]
    indices, values = create_many("SparseReorder", name, outputs, inputs=(values,))
    dense_shape = list(dims) if _is_full(dims) else identity(sp_input.dense_shape)
    return SparseTensor(indices, values, dense_shape)


def sparse_slice(sp_input, start, size, name=None):
    sp_input = _sparse(sp_input)
    convert(start, _dtypes.int64)
    convert(size, _dtypes.int64)
    with scope(name, "SparseSlice") as full:
        if sp_input is None:
            return _scope_lsp.unknown("an unknown sparse tensor")
        dims = sp_input._dims
        if isinstance(dims, tuple):
            dims = (None,) * len(dims)
        return SparseTensor(*_made("SparseSlice", full, dims, convert(sp_input.values)))


def sparse_fill_empty_rows(sp_input, default_value, name=None):
    sp_input = _sparse(sp_input)
    if sp_input is None:
        return _scope_lsp.unknown("an unknown sparse tensor")
    with scope(name, "SparseFillEmptyRows"):
        values = convert(sp_input.values)
        default = convert(default_value, base_dtype(values))
        outputs = [
            (sp_input.indices._dims, _dtypes.int64),
            ((None,), base_dtype(values)),
            ((_rows(sp_input._dims),), _dtypes.bool),
            ((None,), _dtypes.int64),
        ]
        indices, values, is_empty, _ = create_many(
            "SparseFillEmptyRows", None, outputs, inputs=(values, default)
        )
        return SparseTensor(indices, values, sp_input.dense_shape), is_empty
