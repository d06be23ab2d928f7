"""Sparse tensors in another order or shape, joined, or with rows filled.

Modelled on ops/sparse_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import given_sizes, identity, reshaped
from tensorflow._casts import cast
from tensorflow._dims import size as size_of
from tensorflow._shape import UNSURE, dim_op, is_int
from tensorflow._sparse_ops import SparseTensor, dim_at
from tensorflow._tensor import base_dtype, convert, create, create_many, scope


def _is_sparse(value):
    return _scope_lsp.is_known(value) and isinstance(value, SparseTensor)


def _unseen(op_type, name):
    _scope_lsp.new_op(op_type, name)
    return _scope_lsp.unknown("an unknown sparse tensor")


def _is_defined(dims):
    return is_int(size_of(dims))


def _rank(dims):
    return len(dims) if isinstance(dims, tuple) else (UNSURE if dims == UNSURE else None)


def sparse_reorder(sp_input, name=None):
    if not _is_sparse(sp_input):
        return _unseen("SparseReorder", name)
    indices, values, dims = sp_input.indices, sp_input.values, sp_input._dims
    outputs = [(indices._dims, _dtypes.int64), (values._dims, base_dtype(values))]
    indices, values = create_many("SparseReorder", name, outputs, inputs=(values,))
    dense_shape = list(dims) if _is_defined(dims) else identity(sp_input.dense_shape)
    return SparseTensor(indices, values, dense_shape)


def sparse_transpose(sp_input, perm=None, name=None):
    if not _is_sparse(sp_input):
        return _unseen("SparseTranspose", name)
    with scope(name, "SparseTranspose"):
        dims = sp_input._dims
        order = perm.tolist() if hasattr(perm, "tolist") else perm
        moved = (UNSURE,) * len(dims) if isinstance(dims, tuple) else dims
        if isinstance(dims, tuple) and isinstance(order, (list, tuple)):
            moved = tuple([dims[at] if is_int(at) else UNSURE for at in order])
        if _is_defined(moved):
            dense_shape = list(moved)
        else:
            shape = (_rank(moved),)
            held = list(moved) if isinstance(moved, tuple) else None
            dense_shape = create("GatherV2", None, shape, dtype=_dtypes.int64, value=held)
        return sparse_reorder(SparseTensor(sp_input.indices, sp_input.values, dense_shape))


def sparse_reshape(sp_input, shape, name=None):
    if not _is_sparse(sp_input):
        return _unseen("SparseReshape", name)
    target = cast(shape, _dtypes.int64)
    with scope(name, "SparseReshape") as full:
        dims = sp_input._dims
        moved = reshaped(dims, given_sizes(shape, target))
        outputs = [((None, _rank(moved)), _dtypes.int64), ((_rank(moved),), _dtypes.int64)]
        indices, dense_shape = create_many("SparseReshape", full, outputs, inputs=())
        if _is_defined(dims) and _is_defined(moved):
            if size_of(dims) != size_of(moved):
                raise ValueError(
                    "Cannot reshape a tensor with %d elements to shape %s (%d elements)."
                    % (size_of(dims), list(moved), size_of(moved))
                )
            dense_shape = list(moved)
        elif not _is_defined(moved) and isinstance(moved, tuple) and UNSURE in moved:
            dense_shape._value = list(moved)
        return SparseTensor(indices, identity(sp_input.values), dense_shape)


def sparse_slice(sp_input, start, size, name=None):
    if not _is_sparse(sp_input):
        return _unseen("SparseSlice", name)
    convert(start, _dtypes.int64)
    convert(size, _dtypes.int64)
    with scope(name, "SparseSlice") as full:
        values = sp_input.values
        rank = _rank(sp_input._dims)
        outputs = [((None, rank), _dtypes.int64), ((None,), base_dtype(values))]
        outputs.append(((rank,), _dtypes.int64))
        return SparseTensor(*create_many("SparseSlice", full, outputs, inputs=(values,)))


def sparse_concat(
    axis,
    sp_inputs,
    name=None,
    expand_nonconcat_dim=False,
    concat_dim=None,
    expand_nonconcat_dims=None,
):
    axis = concat_dim if axis is None else axis
    if not _scope_lsp.is_known(sp_inputs) or not isinstance(sp_inputs, (list, tuple)):
        return _unseen("SparseConcat", name)
    for one in sp_inputs:
        if not _is_sparse(one):
            return _unseen("SparseConcat", name)
    if len(sp_inputs) == 1:
        return sp_inputs[0]
    first = sp_inputs[0]._dims
    dims = (UNSURE,) * len(first) if isinstance(first, tuple) else first
    if is_int(axis) and isinstance(first, tuple) and not expand_nonconcat_dim:
        total = 0
        for one in sp_inputs:
            total = dim_op(lambda x, y: x + y, total, dim_at(one._dims, axis))
        at = axis + len(first) if axis < 0 else axis
        dims = first[:at] + (total,) + first[at + 1 :]
    values = [one.values for one in sp_inputs]
    outputs = [((None, _rank(dims)), _dtypes.int64), ((None,), base_dtype(values[0]))]
    outputs.append(((_rank(dims),), _dtypes.int64))
    indices, joined, dense_shape = create_many("SparseConcat", name, outputs, inputs=values)
    if _is_defined(dims):
        dense_shape = convert(list(dims), _dtypes.int64)
    elif isinstance(dims, tuple) and UNSURE in dims:
        dense_shape._value = list(dims)
    return SparseTensor(indices, joined, dense_shape)


def sparse_softmax(sp_input, name=None):
    if not _is_sparse(sp_input):
        return _unseen("SparseSoftmax", name)
    with scope(name, "SparseSoftmax"):
        values = sp_input.values
        found = create(
            "SparseSoftmax", None, values._dims, dtype=base_dtype(values), inputs=(values,)
        )
        return SparseTensor(sp_input.indices, found, sp_input.dense_shape)


def sparse_fill_empty_rows(sp_input, default_value, name=None):
    if not _is_sparse(sp_input):
        return _unseen("SparseFillEmptyRows", name)
    with scope(name, "SparseFillEmptyRows"):
        values = sp_input.values
        default = convert(default_value, base_dtype(values))
        dims = sp_input._dims
        outputs = [
            (sp_input.indices._dims, _dtypes.int64),
            ((None,), base_dtype(values)),
            ((dim_at(dims, 0),), _dtypes.bool),
            ((None,), _dtypes.int64),
        ]
        indices, values, is_empty, _ = create_many(
            "SparseFillEmptyRows", None, outputs, inputs=(values, default)
        )
        return SparseTensor(indices, values, sp_input.dense_shape), is_empty
