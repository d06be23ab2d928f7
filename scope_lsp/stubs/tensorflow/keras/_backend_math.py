"""Functions of `tf.keras.backend` that compute: arithmetic, reductions, convolutions, noise.

Modelled on keras/backend.py of TensorFlow 1.15.5.
"""

from tensorflow import _math_ops, _nn_ops, _random_ops, _reductions
from tensorflow._convolutions import convolution
from tensorflow._pooling import avg_pool, max_pool
from tensorflow._math_ops import clip_by_value as _clip_by_value
from tensorflow._math_ops import matmul
from tensorflow._nn_ops import dropout as _dropout
from tensorflow._reductions import (
    reduce_all,
    reduce_any,
    reduce_logsumexp,
    reduce_max,
    reduce_mean,
    reduce_min,
    reduce_prod,
    reduce_std,
    reduce_sum,
    reduce_variance,
)
from tensorflow._tensor import base_dtype, convert, create, dtype_of
from tensorflow.keras import _state
from tensorflow.keras._state import floatx
from tensorflow.keras.losses import categorical_crossentropy as _categorical

logsumexp = reduce_logsumexp


def abs(x):
    return _math_ops.abs_(x)


def cos(x):
    return _math_ops.cos(x)


def exp(x):
    return _math_ops.exp(x)


def log(x):
    return _math_ops.log(x)


def round(x):
    return _math_ops.round_(x)


def sign(x):
    return _math_ops.sign(x)


def sin(x):
    return _math_ops.sin(x)


def sqrt(x):
    return _math_ops.sqrt(x)


def square(x):
    return _math_ops.square(x)


def equal(x, y):
    return _math_ops.equal(x, y)


def not_equal(x, y):
    return _math_ops.not_equal(x, y)


def greater(x, y):
    return _math_ops.greater(x, y)


def greater_equal(x, y):
    return _math_ops.greater_equal(x, y)


def less(x, y):
    return _math_ops.less(x, y)


def less_equal(x, y):
    return _math_ops.less_equal(x, y)


def maximum(x, y):
    return _math_ops.maximum(x, y)


def minimum(x, y):
    return _math_ops.minimum(x, y)


def pow(x, a):
    return _math_ops.pow_(x, a)


def cumsum(x, axis=0):
    return _math_ops.cumsum(x, axis)


def cumprod(x, axis=0):
    return _math_ops.cumprod(x, axis)


def argmax(x, axis=-1):
    return _reductions.argmax(x, axis)


def argmin(x, axis=-1):
    return _reductions.argmin(x, axis)


def l2_normalize(x, axis=None):
    return _reductions.l2_normalize(x, axis)


def in_top_k(predictions, targets, k):
    return _nn_ops.in_top_k(predictions, targets, k)


def bias_add(x, bias, data_format=None):
    return _nn_ops.bias_add(x, bias, data_format)


# Arithmetic.


def dot(x, y):
    a, b = convert(x), convert(y)
    if (
        not isinstance(a._dims, tuple)
        or not isinstance(b._dims, tuple)
        or len(a._dims) == len(b._dims) == 2
    ):
        return matmul(a, b)
    dims = a._dims[:-1] + (b._dims[:-2] + b._dims[-1:] if len(b._dims) > 1 else ())
    return create("Reshape", None, dims, dtype=base_dtype(a), inputs=(a, b))


def batch_dot(x, y, axes=None):
    from tensorflow.keras._merge import Dot  # not a name of this module

    axes = [len(x.shape) - 1, len(y.shape) - 2] if axes is None else axes
    return Dot(axes, name="batch_dot").call([x, y])


def clip(x, min_value, max_value):
    dtype = base_dtype(convert(x))
    low = _to_tensor(min_value, dtype)
    return _clip_by_value(x, low, _to_tensor(max_value, dtype))


def _to_tensor(x, dtype):
    """_constant_to_tensor: a number that becomes an op of its own."""
    return convert(x, dtype, "Const")


def _reduction(reduce):
    def reduction(x, axis=None, keepdims=False):
        return reduce(x, axis, keepdims)

    return reduction


max = _reduction(reduce_max)
min = _reduction(reduce_min)
sum = _reduction(reduce_sum)
prod = _reduction(reduce_prod)
mean = _reduction(reduce_mean)
any = _reduction(reduce_any)
all = _reduction(reduce_all)
var = _reduction(reduce_variance)
std = _reduction(reduce_std)


def dropout(x, level, noise_shape=None, seed=None):
    return _dropout(x, rate=level, noise_shape=noise_shape, seed=seed)


def categorical_crossentropy(target, output, from_logits=False, axis=-1):
    return _categorical(target, output)


sparse_categorical_crossentropy = categorical_crossentropy


def binary_crossentropy(target, output, from_logits=False):
    x = convert(output)
    return create("Neg", None, x._dims, dtype=base_dtype(x), inputs=(x, convert(target)))


def random_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return _random_ops.random_normal(
        shape, mean, stddev, dtype=dtype_of(dtype or floatx()), seed=seed
    )


def random_uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    return _random_ops.random_uniform(
        shape, minval, maxval, dtype=dtype_of(dtype or floatx()), seed=seed
    )


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return _random_ops.truncated_normal(
        shape, mean, stddev, dtype=dtype_of(dtype or floatx()), seed=seed
    )


def _spatial(rank):
    def conv(x, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
        first = _state.data_format_of(data_format) == "channels_first"
        layout = "N" + ("C" if first else "") + "DHW"[3 - rank :] + ("" if first else "C")
        return convolution(
            x,
            kernel,
            padding.upper(),
            strides=_each(strides, rank),
            dilation_rate=_each(dilation_rate, rank),
            data_format=layout,
        )

    return conv


def _each(value, rank):
    return list(value) if isinstance(value, (list, tuple)) else [value] * rank


conv1d = _spatial(1)
conv2d = _spatial(2)
conv3d = _spatial(3)


def pool2d(x, pool_size, strides=(1, 1), padding="valid", data_format=None, pool_mode="max"):
    sizes, steps = (1,) + tuple(pool_size) + (1,), (1,) + tuple(strides) + (1,)
    return (max_pool if pool_mode == "max" else avg_pool)(x, sizes, steps, padding=padding.upper())
