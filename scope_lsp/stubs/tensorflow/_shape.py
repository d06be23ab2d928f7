"""`tf.TensorShape`, `tf.Dimension` and the arithmetic of static shapes.

Two kinds of ignorance are kept apart.  None is TensorFlow's own: a dimension
that is not static.  UNSURE is ours: TensorFlow may know it, this model does
not.  Internally a shape (*dims*) is UNSURE, None (unknown rank) or a tuple whose
elements are int, None or UNSURE.  A program that asks for something UNSURE gets
an unknown value.

Modelled on tensorflow/python/framework/tensor_shape.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._constant_folding import static_value
from tensorflow._dims import (
    UNSURE,
    broadcast,
    dim_op,
    either,
    is_int,
    join,
    merge,
    merge_dim,
    no_size,
    plain,
    replaced,
    size,
    without,
)

is_a = _scope_lsp.is_a


def as_dim(value):
    """One dimension as int, None or UNSURE."""
    if is_a(value, int):
        return int(value) if value >= 0 else None  # numpy's integers are more than their value
    if not _scope_lsp.is_known(value):
        return _of_either(as_dim, value, lambda x, y: x if x == y else UNSURE)
    if value is None:
        return None
    if isinstance(value, Dimension):
        return value._value
    if hasattr(value, "_op_name"):
        held = static_value(value)
        if is_int(held):
            return held
        return UNSURE if value._dims == UNSURE or not _scope_lsp.is_known(held) else None
    try:
        return int(value)
    except Exception:
        return UNSURE


def _of_either(function, value, common):
    """What is known of dims that are one of several; UNSURE where the value is unknown."""
    options = _scope_lsp.options(value)
    if options is None:
        return UNSURE
    result = function(options[0])
    for option in options[1:]:
        result = common(result, function(option))
    return result


def as_dims(shape):
    """The dims of anything that a program may give as a shape."""
    if is_a(shape, TensorShape):
        return shape._dims
    ints = _scope_lsp.ints(shape)
    if ints is not None and (not ints or min(ints) >= 0):
        return ints
    if is_a(shape, (list, tuple)):
        return tuple([as_dim(dim) for dim in shape])
    if not _scope_lsp.is_known(shape):
        return _of_either(as_dims, shape, either)
    if shape is None:
        return None
    if isinstance(shape, (int, Dimension)):
        return (as_dim(shape),)
    held = getattr(shape, "_value", UNSURE)
    if isinstance(held, list):
        return tuple([as_dim(dim) for dim in held])
    if hasattr(shape, "tolist"):
        return as_dims(shape.tolist())
    try:
        return tuple([as_dim(dim) for dim in shape])
    except Exception:
        return UNSURE


def reveal(dims):
    """Dims as a program sees them: a TensorShape, or an unknown value."""
    if dims == UNSURE:
        return _scope_lsp.unknown("a shape that is not modelled")
    return TensorShape(dims)


def reveal_dim(dim):
    if dim == UNSURE:
        return _scope_lsp.unknown("a dimension that is not modelled")
    return Dimension(dim)


class Dimension:
    def __init__(self, value):
        self._value = as_dim(value)

    @property
    def value(self):
        if self._value == UNSURE:
            return _scope_lsp.unknown("a dimension that is not modelled")
        return self._value

    def __repr__(self):
        return "Dimension(%r)" % (self._value,)

    def __str__(self):
        return "?" if self._value is None else str(self._value)

    def __eq__(self, other):
        other = as_dim(other)
        if self._value is None or other is None:
            return None
        return self._value == other

    def __ne__(self, other):
        other = as_dim(other)
        if self._value is None or other is None:
            return None
        return self._value != other

    def __hash__(self):
        return hash(self._value)

    def __int__(self):
        return no_size() if self._value is None else self.value

    __long__ = __int__

    def __index__(self):
        return self.value

    def is_compatible_with(self, other):
        other = as_dim(other)
        return self._value == other or self._value is None or other is None

    def assert_is_compatible_with(self, other):
        if not self.is_compatible_with(other):
            raise ValueError("Dimensions %s and %s are not compatible" % (self, other))

    def merge_with(self, other):
        self.assert_is_compatible_with(other)
        return Dimension(merge_dim(self._value, as_dim(other)))

    def _apply(self, function, other, swapped=False):
        if not _scope_lsp.is_known(other):
            return other
        if hasattr(other, "_dims"):
            return NotImplemented
        other = as_dim(other)
        if swapped:
            return reveal_dim(dim_op(function, other, self._value))
        return reveal_dim(dim_op(function, self._value, other))

    def __add__(self, other):
        return self._apply(lambda x, y: x + y, other)

    def __radd__(self, other):
        return self._apply(lambda x, y: x + y, other, True)

    def __sub__(self, other):
        return self._apply(lambda x, y: x - y, other)

    def __rsub__(self, other):
        return self._apply(lambda x, y: x - y, other, True)

    def __mul__(self, other):
        return self._apply(lambda x, y: x * y, other)

    def __rmul__(self, other):
        return self._apply(lambda x, y: x * y, other, True)

    def __floordiv__(self, other):
        return self._apply(lambda x, y: x // y, other)

    def __rfloordiv__(self, other):
        return self._apply(lambda x, y: x // y, other, True)

    def __div__(self, other):
        return self._apply(lambda x, y: x // y, other)

    def __mod__(self, other):
        return self._apply(lambda x, y: x % y, other)

    def __rmod__(self, other):
        return self._apply(lambda x, y: x % y, other, True)

    # Python 3 always fails here; a program that divides was written for Python 2.
    __truediv__ = __div__

    def __rtruediv__(self, other):
        return self._apply(lambda x, y: x // y, other, True)

    def _compare(self, function, other):
        other = as_dim(other)
        if self._value is None or other is None:
            return None
        if other == UNSURE:
            return _scope_lsp.unknown("a dimension that is not modelled")
        return function(self._value, other)

    def __lt__(self, other):
        return self._compare(lambda x, y: x < y, other)

    def __le__(self, other):
        return self._compare(lambda x, y: x <= y, other)

    def __gt__(self, other):
        return self._compare(lambda x, y: x > y, other)

    def __ge__(self, other):
        return self._compare(lambda x, y: x >= y, other)


class TensorShape:
    def __init__(self, dims):
        self._dims = as_dims(dims)

    @property
    def dims(self):
        if not isinstance(self._dims, tuple):
            return None
        return [reveal_dim(dim) for dim in self._dims]

    @property
    def ndims(self):
        return len(self._dims) if isinstance(self._dims, tuple) else None

    @property
    def rank(self):
        return self.ndims

    def as_list(self):
        if self._dims is None:
            raise ValueError("as_list() is not defined on an unknown TensorShape.")
        return [
            _scope_lsp.unknown("a dimension that is not modelled") if dim == UNSURE else dim
            for dim in self._dims
        ]

    def __len__(self):
        if self._dims is None:
            raise ValueError("Cannot take the length of shape with unknown rank.")
        return len(self._dims)

    def __bool__(self):
        return self._dims is not None

    def __iter__(self):
        if self._dims is None:
            raise ValueError("Cannot iterate over a shape with unknown rank.")
        return iter([reveal_dim(dim) for dim in self._dims])

    def __getitem__(self, key):
        if self._dims is None:
            return TensorShape(None) if isinstance(key, slice) else Dimension(None)
        if isinstance(key, slice):
            return TensorShape(self._dims[key])
        return reveal_dim(self._dims[key])

    def __add__(self, other):
        return self.concatenate(other)

    def concatenate(self, other):
        other = as_dims(other)
        if self._dims is None or other is None:
            return TensorShape(None)
        return reveal(UNSURE if other == UNSURE else self._dims + other)

    def num_elements(self):
        count = size(self._dims)
        return _scope_lsp.unknown("a shape that is not modelled") if count == UNSURE else count

    def is_fully_defined(self):
        if self._dims is not None and UNSURE in self._dims:
            return _scope_lsp.unknown("a shape that is not modelled")
        return self._dims is not None and None not in self._dims

    def assert_is_fully_defined(self):
        if self._dims is None or None in self._dims:
            raise ValueError("Shape %s is not fully defined" % (self,))

    def is_compatible_with(self, other):
        other = as_dims(other)
        if not isinstance(self._dims, tuple) or not isinstance(other, tuple):
            return True
        if len(self._dims) != len(other):
            return False
        for x, y in zip(self._dims, other):
            if isinstance(x, int) and isinstance(y, int) and x != y:
                return False
        return True

    def assert_is_compatible_with(self, other):
        if not self.is_compatible_with(other):
            raise ValueError("Shapes %s and %s are incompatible" % (self, other))

    def assert_same_rank(self, other):
        other = as_dims(other)
        if (
            isinstance(self._dims, tuple)
            and isinstance(other, tuple)
            and len(other) != len(self._dims)
        ):
            raise ValueError("Shapes %s and %s must have the same rank" % (self, other))

    def assert_has_rank(self, rank):
        if isinstance(self._dims, tuple) and len(self._dims) != rank:
            raise ValueError("Shape %s must have rank %s" % (self, rank))

    def merge_with(self, other):
        other = as_dims(other)
        if not self.is_compatible_with(TensorShape(other)):
            raise ValueError("Shapes %s and %s are not compatible" % (self, other))
        return reveal(merge(self._dims, other))

    def with_rank(self, rank):
        self.assert_has_rank(rank)
        return self if self._dims is not None else TensorShape([None] * rank)

    def with_rank_at_least(self, rank):
        if self._dims is not None and len(self._dims) < rank:
            raise ValueError("Shape %s must have rank at least %d" % (self, rank))
        return self

    def with_rank_at_most(self, rank):
        if self._dims is not None and len(self._dims) > rank:
            raise ValueError("Shape %s must have rank at most %d" % (self, rank))
        return self

    def __eq__(self, other):
        other = as_dims(other)
        if UNSURE in (self._dims or ()) or other == UNSURE or UNSURE in (other or ()):
            return _scope_lsp.unknown("a shape that is not modelled")
        return self._dims == other

    def __ne__(self, other):
        if UNSURE in (self._dims or ()) or as_dims(other) == UNSURE:
            return _scope_lsp.unknown("a shape that is not modelled")
        if self._dims is None or as_dims(other) is None:
            raise ValueError("The inequality of unknown TensorShapes is undefined.")
        return self._dims != as_dims(other)

    def __hash__(self):
        return hash(self._dims)

    def __repr__(self):
        return "TensorShape(%s)" % (
            None if self._dims is None else [Dimension(dim) for dim in self._dims]
        )

    def __str__(self):
        if self._dims is None:
            return "<unknown>"
        if len(self._dims) == 1:
            return "(%s,)" % Dimension(self._dims[0])
        return "(%s)" % ", ".join([str(Dimension(dim)) for dim in self._dims])


def as_shape(shape):
    return shape if isinstance(shape, TensorShape) else reveal(as_dims(shape))


def unknown_shape(ndims=None, **kwargs):
    if ndims is None:
        ndims = kwargs.get("rank")
    return TensorShape(None if ndims is None else [None] * ndims)


def scalar():
    return TensorShape([])


def vector(length):
    return TensorShape([length])


def matrix(rows, cols):
    return TensorShape([rows, cols])


def dimension_value(dimension):
    """`tf.compat.dimension_value`."""
    return dimension.value if isinstance(dimension, Dimension) else dimension


def dimension_at_index(shape, index):
    """`tf.compat.dimension_at_index`."""
    return Dimension(None) if shape.ndims is None else shape.dims[index]
