"""Random tensors.

Modelled on ops/random_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_ops import tensor_dims
from tensorflow._shape import TensorShape, UNSURE, as_dims, broadcast, dimension_value, is_int
from tensorflow._tensor import (
    apply,
    base_dtype,
    convert,
    create,
    dtype_of,
    pop,
    push,
)
from tensorflow._elementwise import unary
from tensorflow._array_ops import given_sizes, shape
from tensorflow._array_slicing import slice_


def shape_tensor(shape):
    """tensor_util.shape_tensor: a shape argument as the constant or tensor "shape"."""
    if _scope_lsp.is_known(shape) and isinstance(shape, (list, tuple)):
        shape = [dimension_value(dim) for dim in shape]
    return convert(shape, _dtypes.int32, "shape")


def _of_two(op_type, name, x, y, dims):
    """An elementwise op of two tensors, of which the dims are known already."""
    dtype = base_dtype(x) or base_dtype(y)
    return create(op_type, name, dims, dtype=dtype, inputs=(x, y))


def _normal(op_type, default):
    def sample(shape, mean=0.0, stddev=1.0, dtype=_dtypes.float32, seed=None, name=None):
        dtype = dtype_of(dtype)
        scope = push(name, default)
        dims = tensor_dims(shape)
        shape_tensor(shape)
        mean = convert(mean, dtype, "mean")
        stddev = convert(stddev, dtype, "stddev")
        noise = create(op_type, None, dims, dtype=dtype)
        scaled = _of_two("Mul", "mul", noise, y=stddev, dims=dims)
        result = _of_two("Add", scope, scaled, y=mean, dims=dims)
        pop()
        return result

    return sample


random_normal = _normal("RandomStandardNormal", "random_normal")
truncated_normal = _normal("TruncatedNormal", "truncated_normal")


def random_uniform(shape, minval=0, maxval=None, dtype=_dtypes.float32, seed=None, name=None):
    dtype = dtype_of(dtype)
    scope = push(name, "random_uniform")
    dims = tensor_dims(shape)
    shape_tensor(shape)
    low = convert(minval, dtype, "min")
    high = convert(1 if maxval is None else maxval, dtype, "max")
    if dtype is not None and dtype.is_integer:
        result = create("RandomUniformInt", scope, dims, dtype=dtype)
    else:
        noise = create("RandomUniform", None, dims, dtype=dtype)
        span = _of_two("Sub", "sub", high, y=low, dims=broadcast(high._dims, low._dims))
        scaled = _of_two("Mul", "mul", noise, y=span, dims=dims)
        result = _of_two("Add", scope, scaled, y=low, dims=dims)
    pop()
    return result


def random_shuffle(value, seed=None, name=None):
    return unary("RandomShuffle", name, value, argument="value")


def random_crop(value, size, seed=None, name=None):
    scope = push(name, "random_crop")
    value = convert(value, None, "value")
    lengths = convert(size, _dtypes.int32, "size")
    shape(value)
    result = slice_(
        value, create("FloorMod", "mod", lengths._dims, dtype=_dtypes.int32), lengths, name=scope
    )
    sizes = given_sizes(size, lengths)
    if isinstance(sizes, list) and isinstance(result._dims, tuple):
        result._dims = tuple(sizes)
    pop()
    return result


def random_gamma(shape, alpha, beta=None, dtype=_dtypes.float32, seed=None, name=None):
    scope = push(name, "random_gamma")
    shape = convert(shape, _dtypes.int32, "shape")
    alpha = convert(alpha, dtype_of(dtype), "alpha")
    pop()
    return create("RandomGamma", scope, UNSURE, dtype=dtype_of(dtype), inputs=(alpha,))


def _categorical(default):
    def sample(logits, num_samples, seed, name, dtype):
        push(name, default)
        logits = convert(logits, None, "logits")
        scope, [_, count] = apply(
            "Multinomial", None, (logits, "logits"), (num_samples, "num_samples")
        )
        dims = logits._dims
        if isinstance(dims, tuple):
            dims = dims[:1] + (count._value if is_int(count._value) else UNSURE,)
        result = create("Multinomial", scope, dims, dtype=dtype_of(dtype) or _dtypes.int64)
        pop()
        return result

    return sample


_multinomial = _categorical("multinomial")
_category = _categorical("categorical")


def multinomial(logits, num_samples, seed=None, name=None, output_dtype=None):
    return _multinomial(logits, num_samples, seed, name=name, dtype=output_dtype)


def categorical(logits, num_samples, dtype=None, seed=None, name=None):
    return _category(logits, num_samples, seed, name=name, dtype=dtype)


def set_random_seed(seed):
    return None
