"""Sparse tensors, and the few ops by which models multiply with them.

Modelled on framework/sparse_tensor.py, ops/sparse_ops.py and ops/array_ops.py
(sparse_placeholder) of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._composite_tensor import CompositeTensor
from tensorflow._array_ops import reshape
from tensorflow._constant_folding import static_value
from tensorflow._array_masks import where
from tensorflow._array_slicing import gather
from tensorflow._constant_ops import placeholder, zeros
from tensorflow._shape import UNSURE, as_dims, is_int, reveal
from tensorflow._tensor import (
    base_dtype,
    convert,
    create,
    create_many,
    is_tensor,
    pop,
    push,
    scope,
)
from tensorflow._tensor_util import value_dims

SparseTensorValue = collections.namedtuple(
    "SparseTensorValue", ["indices", "values", "dense_shape"]
)


def _first(dims):
    return dims[0] if isinstance(dims, tuple) and len(dims) == 1 else UNSURE


def fit(size, other):
    """Dimension.merge_with: two sizes that have to be the same."""
    if is_int(size) and is_int(other) and size != other:
        raise ValueError("Dimensions %d and %d are not compatible" % (size, other))


def count_of(feature):
    """How many values a sparse feature has."""
    if not _scope_lsp.is_a(feature, (SparseTensor, SparseTensorValue)):
        return UNSURE
    values = feature.values
    return _first(values._dims if hasattr(values, "_dims") else value_dims(values))


class SparseTensor(CompositeTensor):
    def __init__(self, indices, values, dense_shape):
        with scope(None, "SparseTensor"):
            self.indices = convert(indices, _dtypes.int64, "indices")
            self.values = convert(values, None, "values")
            self.dense_shape = convert(dense_shape, _dtypes.int64, "dense_shape")
        places = self.indices._dims
        if isinstance(places, tuple) and len(places) == 2:
            fit(places[0], _first(self.values._dims))
            fit(places[1], _first(self.dense_shape._dims))

    @property
    def _dims(self):
        held = static_value(self.dense_shape)
        if isinstance(held, list):
            return as_dims([None if dim == -1 else dim for dim in held])
        rank = self.dense_shape._dims
        if isinstance(rank, tuple) and rank and isinstance(rank[0], int):
            return (None if held is None else UNSURE,) * rank[0]
        return UNSURE if rank == UNSURE or rank == (UNSURE,) else None

    def get_shape(self):
        return reveal(self._dims)

    @property
    def shape(self):
        return reveal(self._dims)

    def eval(self, feed_dict=None, session=None):
        return _scope_lsp.unknown("the value of a tensor")

    def consumers(self):
        return []

    def _scaled(self, op_type, name, other):
        """An op with a dense tensor, on the values."""
        with scope(None, name) as full:
            other = convert(other, base_dtype(self.values), "y")
            values = create(
                op_type,
                full,
                self.values._dims,
                dtype=base_dtype(self.values),
                inputs=(self.values, other),
            )
            return SparseTensor(self.indices, values, self.dense_shape)

    def __mul__(self, other):
        return self._scaled("SparseDenseCwiseMul", "mul", other)

    def __truediv__(self, other):
        return self._scaled("SparseDenseCwiseDiv", "truediv", other)

    __div__ = __truediv__


def sparse_placeholder(dtype, shape=None, name=None):
    def part(ending):
        return None if name is None else name + "/" + ending

    dims = None if shape is None else as_dims(shape)
    rank = len(dims) if isinstance(dims, tuple) else None
    if dims is None or (_scope_lsp.is_known(shape) and not is_tensor(shape) and None in dims):
        dense_shape = placeholder(_dtypes.int64, [rank], part("shape"))
    else:
        dense_shape = convert(shape, _dtypes.int64, part("shape"))
    values = placeholder(dtype, [None], part("values"))
    return SparseTensor(
        placeholder(_dtypes.int64, [None, rank], part("indices")), values, dense_shape
    )


def sparse_tensor_dense_matmul(sp_a, b, adjoint_a=False, adjoint_b=False, name=None):
    if not _scope_lsp.is_known(sp_a) or not isinstance(sp_a, SparseTensor):
        sp_a = _Unseen()
    push(name, "SparseTensorDenseMatMul")
    b = convert(b, None, "b")
    rows = dim_at(sp_a._dims, 1 if adjoint_a else 0)
    columns = dim_at(b._dims, 0 if adjoint_b else 1)
    result = create(
        "SparseTensorDenseMatMul",
        None,
        (rows, columns),
        dtype=base_dtype(b),
        inputs=(convert(sp_a.values), b),
    )
    pop()
    return result


class _Unseen:
    """A sparse tensor of which nothing is known."""

    def __init__(self):
        self.values = _scope_lsp.unknown("the values of an unknown sparse tensor")
        self._dims = UNSURE


def dim_at(dims, axis):
    return (
        dims[axis]
        if isinstance(dims, tuple) and len(dims) > axis
        else (UNSURE if dims == UNSURE else None)
    )


def sparse_retain(sp_input, to_retain):
    if not _scope_lsp.is_known(sp_input) or not isinstance(sp_input, SparseTensor):
        return _scope_lsp.unknown("an unknown sparse tensor")
    kept = reshape(where(convert(to_retain)), [-1])
    indices = gather(sp_input.indices, kept)
    return SparseTensor(indices, gather(sp_input.values, kept), sp_input.dense_shape)


def sparse_tensor_to_dense(sp_input, default_value=None, validate_indices=True, name=None):
    if not _scope_lsp.is_known(sp_input) or not isinstance(sp_input, SparseTensor):
        return create("SparseToDense", name, UNSURE, dtype=None)
    if default_value is None:
        zeros([])
    values = convert(sp_input.values)
    return create("SparseToDense", name, sp_input._dims, dtype=base_dtype(values), inputs=(values,))


def sparse_add(a, b, threshold=None, thresh=None):
    if not _scope_lsp.is_known(a) or not _scope_lsp.is_known(b):
        return _scope_lsp.unknown("a sum of unknown tensors")
    sparse = [x for x in (a, b) if isinstance(x, SparseTensor)]
    if not sparse:
        raise TypeError("At least one input should be SparseTensor; do you mean to use tf.add()?")
    if len(sparse) == 1:
        dense = convert(b if isinstance(a, SparseTensor) else a)
        inputs = (convert(sparse[0].values), dense)
        return create(
            "SparseTensorDenseAdd", None, dense._dims, dtype=base_dtype(dense), inputs=inputs
        )
    values = [convert(x.values) for x in sparse]
    outputs = [((None, UNSURE), _dtypes.int64), ((None,), base_dtype(values[0]))]
    outputs.append(((UNSURE,), _dtypes.int64))
    return SparseTensor(*create_many("SparseAdd", None, outputs, inputs=tuple(values)))


def string_split(
    source, sep=None, skip_empty=True, delimiter=None, result_type="SparseTensor", name=None
):
    with scope(name, "StringSplit"):
        convert(" ", _dtypes.string)
        convert(source, _dtypes.string)
        outputs = [((None, 2), _dtypes.int64), ((None,), _dtypes.string), ((2,), _dtypes.int64)]
        split = SparseTensor(*create_many("StringSplit", None, outputs, inputs=()))
        if _scope_lsp.is_known(result_type) and result_type == "SparseTensor":
            return split
        return _scope_lsp.unknown("a ragged tensor of parts of texts")
