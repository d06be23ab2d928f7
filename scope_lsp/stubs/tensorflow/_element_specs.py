"""What the elements of a dataset look like: nested tuples and dicts of the specs of tensors.

Modelled on data/util/{structure,nest}.py of TensorFlow 1.15.5: there a list is a tensor.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import UNSURE, join
from tensorflow._shape import as_dims, reveal
from tensorflow._sparse_ops import SparseTensor
from tensorflow._tensor import Tensor, convert, dtype_of

is_a = _scope_lsp.is_a


class TensorSpec:
    """`tf.TensorSpec`; `sparse`: of a sparse tensor."""

    def __init__(self, shape, dtype=_dtypes.float32, name=None):
        self._dims = as_dims(shape)
        self._dtype = dtype_of(dtype)
        self.name = name
        self.sparse = False

    @property
    def shape(self):
        return reveal(self._dims)

    @property
    def dtype(self):
        return (
            _scope_lsp.unknown("a dtype that is not modelled")
            if self._dtype is None
            else self._dtype
        )

    def is_compatible_with(self, spec_or_tensor):
        return _scope_lsp.unknown("whether a tensor fits")

    def __repr__(self):
        return "TensorSpec(shape=%s, dtype=%r, name=%r)" % (self.shape, self.dtype, self.name)


def spec(dims, dtype, sparse=False):
    made = object.__new__(TensorSpec)
    made._dims = dims
    made._dtype = dtype
    made.name = None
    made.sparse = sparse
    return made


UNKNOWN = spec(UNSURE, None)


def map_structure(function, structure, *others):
    """Apply a function to the leaves of nested tuples and dicts of one structure."""
    if is_a(structure, dict):
        return {
            key: map_structure(function, structure[key], *[other[key] for other in others])
            for key in structure
        }
    if is_a(structure, tuple):
        parts = [
            map_structure(function, part, *[other[i] for other in others])
            for i, part in enumerate(structure)
        ]
        return type(structure)(*parts) if hasattr(structure, "_fields") else tuple(parts)
    return function(structure, *others)


def flatten(structure):
    if is_a(structure, dict):
        found = []
        for key in sorted(structure):
            found.extend(flatten(structure[key]))
        return found
    if is_a(structure, tuple):
        found = []
        for part in structure:
            found.extend(flatten(part))
        return found
    return [structure]


def spec_of(structure):
    """The specs of tensors, and of what becomes one."""
    return map_structure(_leaf_spec, structure)


def _leaf_spec(value):
    from tensorflow._dataset import Dataset  # imports this module itself

    if not _scope_lsp.is_known(value):
        return UNKNOWN
    if value is None or isinstance(value, (TensorSpec, Dataset)):
        return value
    if isinstance(value, SparseTensor):
        return spec(value._dims, value.values._dtype, True)
    if hasattr(value, "_row_partition"):
        return UNKNOWN
    tensor = convert(value)
    return spec(tensor._dims, None if tensor._dtype is None else tensor._dtype.base_dtype)


def specs_from(types, shapes):
    """Specs from structures of dtypes and shapes; the shapes may be missing."""
    if is_a(types, list):
        types = tuple(types)
    if shapes is None or not _scope_lsp.is_known(shapes):
        dims = None if shapes is None else UNSURE
        return map_structure(lambda dtype: spec(dims, dtype_of(dtype)), types)
    if is_a(types, dict):
        return {key: specs_from(types[key], shapes[key]) for key in types}
    if is_a(types, tuple):
        return tuple([specs_from(dtype, shape) for dtype, shape in zip(types, shapes)])
    return spec(as_dims(shapes), dtype_of(types))


def tensors(structure, op):
    """A tensor for each leaf: the outputs of one op."""
    leaves = flatten(structure)

    def tensor(leaf):
        if not isinstance(leaf, TensorSpec):
            return leaf
        if leaf is UNKNOWN:
            return _scope_lsp.unknown("an element of a dataset")
        index = 0
        while leaves[index] is not leaf:
            index = index + 1
        if leaf.sparse:
            dims = leaf._dims
            rank = len(dims) if isinstance(dims, tuple) else UNSURE if dims == UNSURE else None
            held = (
                [dim if isinstance(dim, int) else -1 for dim in dims]
                if isinstance(dims, tuple) and UNSURE not in dims
                else None
            )
            parts = [
                Tensor(op, "IteratorGetNext", part, dtype=dtype, value=value, index=index)
                for part, dtype, value in (
                    ((None, rank), _dtypes.int64, None),
                    ((None,), leaf._dtype, None),
                    ((rank,), _dtypes.int64, held),
                )
            ]
            return SparseTensor(*parts)
        return Tensor(op, "IteratorGetNext", leaf._dims, dtype=leaf._dtype, value=None, index=index)

    return map_structure(tensor, structure)


def with_dims(structure, change):
    """The same with other dims: `change(dims)`."""

    def changed(leaf):
        if not isinstance(leaf, TensorSpec) or leaf is UNKNOWN:
            return leaf
        return spec(change(leaf._dims), leaf._dtype, leaf.sparse)

    return map_structure(changed, structure)


def either(first, second):
    """What elements of either look like."""

    def joined(a, b):
        if (
            not isinstance(a, TensorSpec)
            or not isinstance(b, TensorSpec)
            or a is UNKNOWN
            or b is UNKNOWN
        ):
            return UNKNOWN
        return spec(join(a._dims, b._dims), a._dtype, a.sparse)

    return map_structure(joined, first, second)
