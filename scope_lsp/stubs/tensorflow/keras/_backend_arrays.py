"""Functions of `tf.keras.backend` on the shapes and the parts of tensors.

Modelled on keras/backend.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import (
    _array_joins,
    _array_layout,
    _casts,
    _array_ops,
    _array_slicing,
    _constant_ops,
    _shape,
)
from tensorflow._array_layout import pad
from tensorflow._array_joins import concat
from tensorflow._array_ops import expand_dims as _expand_dims
from tensorflow._reductions import reduce_prod
from tensorflow._tensor import dtype_of, is_tensor_like
from tensorflow.keras._state import floatx


def gather(reference, indices):
    return _array_slicing.gather(reference, indices)


def shape(x):
    return _array_ops.shape(x)


def reshape(x, shape):
    return _array_ops.reshape(x, shape)


def permute_dimensions(x, pattern):
    return _array_ops.transpose(x, pattern)


def transpose(x):
    return _array_ops.transpose(x)


def reverse(x, axes):
    return _array_layout.reverse(x, [axes] if _scope_lsp.is_a(axes, int) else axes)


def squeeze(x, axis):
    return _array_ops.squeeze(x, [axis])


def stack(x, axis=0):
    return _array_joins.stack(x, axis)


def tile(x, n):
    return _array_joins.tile(x, [n] if _scope_lsp.is_a(n, int) else n)


def stop_gradient(variables):
    if _scope_lsp.is_a(variables, (list, tuple)):
        return [_array_ops.stop_gradient(one) for one in variables]
    return _array_ops.stop_gradient(variables)


def cast_to_floatx(x):
    return _casts.cast(x, floatx()) if is_tensor_like(x) else x


# Shapes and dtypes.


def int_shape(x):
    dims = x.shape
    if not _scope_lsp.is_known(dims):
        return dims
    return tuple(dims.as_list()) if dims.ndims is not None else None


def ndim(x):
    dims = x.shape
    return dims.ndims if _scope_lsp.is_known(dims) else dims


def dtype(x):
    return dtype_of(x.dtype).base_dtype.name if dtype_of(x.dtype) is not None else x.dtype


def count_params(x):
    dims = _shape.as_dims(x.shape)
    elements = _shape.size(dims)
    return elements if _shape.is_int(elements) else _scope_lsp.unknown("a number of parameters")


def cast(x, dtype):
    return _casts.cast(x, dtype)


def zeros_like(x, dtype=None, name=None):
    return _constant_ops.zeros_like(x, dtype_of(dtype), name)


def ones_like(x, dtype=None, name=None):
    return _constant_ops.ones_like(x, dtype_of(dtype), name)


def concatenate(tensors, axis=-1):
    return concat(tensors, axis)


def expand_dims(x, axis=-1):
    return _expand_dims(x, axis)


def flatten(x):
    return reshape(x, [-1])


def batch_flatten(x):
    return reshape(x, stack([-1, reduce_prod(shape(x)[1:])]))


def repeat(x, n):
    return tile(expand_dims(x, 1), stack([1, n, 1]))


def arange(start, stop=None, step=1, dtype="int32"):
    return _constant_ops.range_(start, stop, step, dtype=dtype_of(dtype))


def one_hot(indices, num_classes):
    return _constant_ops.one_hot(indices, depth=num_classes, axis=-1)


def temporal_padding(x, padding=(1, 1)):
    return pad(x, [[0, 0], list(padding), [0, 0]])
