"""`tf.keras.layers`: layers that make one tensor of several.

Modelled on keras/layers/merge.py of TensorFlow 1.15.5.
"""

from tensorflow._array_ops import expand_dims
from tensorflow._array_joins import concat
from tensorflow._math_ops import matmul, maximum, minimum
from tensorflow._reductions import l2_normalize, reduce_all
from tensorflow._shape import UNSURE, as_dims, is_int
from tensorflow._tensor import convert, create
from tensorflow.keras._layer import Layer


class _Merge(Layer):
    supports_masking = True

    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        if not isinstance(input_shape, list):
            raise ValueError("A merge layer should be called on a list of inputs.")
        if len(input_shape) < 2:
            raise ValueError(
                "A merge layer should be called on a list of at least 2 inputs. Got "
                + str(len(input_shape))
                + " inputs."
            )
        self.built = True

    def call(self, inputs):
        if not isinstance(inputs, list):
            raise ValueError("A merge layer should be called on a list of inputs.")
        inputs = [convert(x) for x in inputs]
        ranks = [len(x._dims) if isinstance(x._dims, tuple) else 0 for x in inputs]
        most = max(ranks)
        if 0 not in ranks:
            for i, rank in enumerate(ranks):
                for _ in range(most - rank):
                    inputs[i] = expand_dims(inputs[i], axis=1)
        return self._merge_function(inputs)

    def _merge_function(self, inputs):
        output = inputs[0]
        for other in inputs[1:]:
            output = self.combine(output, other)
        return output

    def compute_mask(self, inputs, mask=None):
        found = [expand_dims(one, axis=0) for one in mask or () if one is not None]
        return reduce_all(concat(found, axis=0), axis=0) if found else None


class Add(_Merge):
    def combine(self, a, b):
        return a + b


class Subtract(_Merge):
    def combine(self, a, b):
        return a - b


class Multiply(_Merge):
    def combine(self, a, b):
        return a * b


class Average(_Merge):
    def combine(self, a, b):
        return a + b

    def _merge_function(self, inputs):
        return _Merge._merge_function(self, inputs) / len(inputs)


class Maximum(_Merge):
    def combine(self, a, b):
        return maximum(a, b)


class Minimum(_Merge):
    def combine(self, a, b):
        return minimum(a, b)


class Concatenate(_Merge):
    def __init__(self, axis=-1, **kwargs):
        super(Concatenate, self).__init__(**kwargs)
        self.axis = axis

    def build(self, input_shape):
        if not isinstance(input_shape, list) or len(input_shape) < 2:
            raise ValueError(
                "A `Concatenate` layer should be called on a list of at least 2 inputs"
            )
        shapes = [as_dims(shape) for shape in input_shape]
        if is_int(self.axis) and not [
            dims for dims in shapes if not isinstance(dims, tuple) or UNSURE in dims or not dims
        ]:
            axes = [self.axis % len(dims) for dims in shapes]
            rests = [dims[:axis] + dims[axis + 1 :] for dims, axis in zip(shapes, axes)]
            if [rest for rest in rests if rest != rests[0]]:
                raise ValueError(
                    "A `Concatenate` layer requires inputs with matching shapes except for the "
                    "concat axis. Got inputs shapes: %s" % shapes
                )
        self.built = True

    def call(self, inputs):
        return concat(inputs, self.axis)


class Dot(_Merge):
    def __init__(self, axes, normalize=False, **kwargs):
        super(Dot, self).__init__(**kwargs)
        self.axes = axes
        self.normalize = normalize

    def call(self, inputs):
        a, b = [convert(x) for x in inputs]
        axes = [self.axes, self.axes] if isinstance(self.axes, int) else list(self.axes)
        dims = UNSURE
        if isinstance(a._dims, tuple) and isinstance(b._dims, tuple):
            axes = [axis % len(x._dims) for axis, x in zip(axes, (a, b))]
            left = a._dims[: axes[0]] + a._dims[axes[0] + 1 :]
            right = b._dims[1 : axes[1]] + b._dims[axes[1] + 1 :]
            dims = left + right
            dims = dims + (1,) if len(dims) == 1 else dims
        if self.normalize:
            a, b = l2_normalize(a, axis=axes[0]), l2_normalize(b, axis=axes[1])
        return create("BatchMatMulV2", "MatMul", dims, dtype=a._dtype, inputs=(a, b))

    def compute_mask(self, inputs, mask=None):
        return None


def _function(cls):
    return lambda inputs, **kwargs: cls(**kwargs)(inputs)


add = _function(Add)
subtract = _function(Subtract)
multiply = _function(Multiply)
average = _function(Average)
maximum_ = _function(Maximum)
minimum_ = _function(Minimum)


def concatenate(inputs, axis=-1, **kwargs):
    return Concatenate(axis=axis, **kwargs)(inputs)


def dot(inputs, axes, normalize=False, **kwargs):
    return Dot(axes=axes, normalize=normalize, **kwargs)(inputs)
