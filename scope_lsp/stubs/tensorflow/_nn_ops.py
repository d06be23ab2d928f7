"""Activations, normalisation, dropout, losses and lookups of tf.nn.

Modelled on ops/nn_ops.py, ops/nn_impl.py and ops/embedding_ops.py of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_joins import concat
from tensorflow._array_ops import (
    identity,
    rank,
    shape,
    transpose,
)
from tensorflow._casts import cast
from tensorflow._constant_ops import range_
from tensorflow._math_ops import matmul, rsqrt, subtract
from tensorflow._random_ops import random_uniform
from tensorflow._shape import UNSURE, is_int, merge
from tensorflow._tensor import (
    apply,
    base_dtype,
    constant,
    convert,
    create,
    create_many,
    is_tensor,
    pop,
    push,
)
from tensorflow._elementwise import unary


def _activation(op_type):
    @_scope_lsp.takes(lambda features, name=None: 0)
    def activation(features, name=None):
        return unary(op_type, name, features, argument="features")

    return activation


relu = _activation("Relu")
relu6 = _activation("Relu6")
elu = _activation("Elu")
selu = _activation("Selu")
softplus = _activation("Softplus")
softsign = _activation("Softsign")


def leaky_relu(features, alpha=0.2, name=None):
    return unary("LeakyRelu", name, features, argument="features")


def crelu(features, name=None, axis=-1):
    scope = push(name, "CRelu")
    x = convert(features, None, "features")
    result = relu(concat([x, -x], axis, scope))
    pop()
    return result


def swish(features):
    x = convert(features, None, "features")
    product = x * unary("Sigmoid", None, x)
    identity(x)
    return create("IdentityN", None, product._dims, dtype=base_dtype(product), inputs=(product,))


def _swapped(x, axis, count, name):
    """nn_ops._swap_axis: the axis exchanged with the last one."""
    last = subtract(count, 1)
    order = concat([range_(axis), [last], range_(axis + 1, last), [axis]], 0)
    return transpose(x, order, name)


def _softmax(op_type):
    @_scope_lsp.takes(lambda logits, axis=None, name=None, dim=None: 0)
    def softmax(logits, axis=None, name=None, dim=None):
        axis = dim if axis is None else axis
        x = convert(logits)
        last = (
            axis is None
            or not _scope_lsp.is_known(axis)
            or not isinstance(x._dims, tuple)
            or axis == -1
            or axis == len(x._dims) - 1
        )
        if last:
            return unary(op_type, name, x)
        count = rank(x)
        at = axis + len(x._dims) if axis < 0 else axis
        if axis < 0:
            axis + count
        end = rank(x)
        result = unary(op_type, None, _swapped(x, at, end, name="transpose"))
        result = _swapped(result, at, end, name=name)
        result._dims = x._dims
        return result

    return softmax


softmax = _softmax("Softmax")
log_softmax = _softmax("LogSoftmax")


def bias_add(value, bias, data_format=None, name=None):
    if not (is_tensor(value) and is_tensor(bias)):
        scope = push(name, "BiasAdd")
        value = convert(value, None, "input")
        bias = convert(bias, base_dtype(value), "bias")
        pop()
        name = scope
    dims = value._dims
    if isinstance(dims, tuple) and isinstance(bias._dims, tuple) and len(bias._dims) == 1 and dims:
        first = (
            _scope_lsp.is_known(data_format)
            and isinstance(data_format, str)
            and data_format.startswith("NC")
        )
        at = 1 if first else len(dims) - 1
        dims = dims[:at] + merge((dims[at],), bias._dims) + dims[at + 1 :]
    return create("BiasAdd", name, dims, dtype=base_dtype(value), inputs=(value, bias))


def xw_plus_b(x, weights, biases, name=None):
    scope = push(name, "xw_plus_b")
    product = matmul(convert(x, None, "x"), convert(weights, None, "weights"))
    result = bias_add(product, convert(biases, None, "biases"), name=scope)
    pop()
    return result


def relu_layer(x, weights, biases, name=None):
    scope = push(name, "relu_layer")
    product = matmul(convert(x, None, "x"), convert(weights, None, "weights"))
    result = relu(bias_add(product, convert(biases, None, "biases")), scope)
    pop()
    return result


def dropout(x, keep_prob=None, noise_shape=None, seed=None, name=None, rate=None):
    if rate is None and keep_prob is not None:
        rate = 1.0 - keep_prob
    push(name, "dropout")
    x = convert(x, None, "x")
    known = _scope_lsp.is_known(rate)
    if known and isinstance(rate, (int, float)) and rate == 0:
        pop()
        return x
    rate = convert(rate, base_dtype(x), "rate")
    sample = random_uniform(shape(x) if noise_shape is None else noise_shape, dtype=base_dtype(x))
    keep = 1 - rate
    scale = 1 / keep
    mask = sample >= rate
    result = x * scale * cast(mask, base_dtype(x))
    result._dims = x._dims
    pop()
    return result


def batch_normalization(x, mean, variance, offset, scale, variance_epsilon, name=None):
    push(name, "batchnorm")
    inverse = rsqrt(variance + variance_epsilon)
    if scale is not None:
        inverse = inverse * scale
    dtype = base_dtype(x) if is_tensor(x) else None
    product = x * cast(inverse, dtype) if dtype is not None else x * inverse
    shift = offset - mean * inverse if offset is not None else -mean * inverse
    result = product + shift
    pop()
    return result


def fused_batch_norm(
    x,
    scale,
    offset,
    mean=None,
    variance=None,
    epsilon=0.001,
    data_format="NHWC",
    is_training=True,
    name=None,
):
    x = convert(x, None, "input")
    scale = convert(scale, None, "scale")
    offset = convert(offset, None, "offset")
    if mean is None:
        mean = constant([])
    if variance is None:
        variance = constant([])
    convert(mean)
    convert(variance)
    dtype = base_dtype(scale)
    outputs = create_many(
        "FusedBatchNormV3",
        name,
        [(x._dims, base_dtype(x))] + [(scale._dims, dtype)] * 2,
        inputs=(x, scale, offset),
    )
    return outputs[0], outputs[1], outputs[2]


@_scope_lsp.takes(True, "lrn")
def lrn(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None):
    return unary("LRN", name, input, argument="input")


local_response_normalization = lrn


# Cross entropies.


# Lookups.


def top_k(input, k=1, sorted=True, name=None):
    name, [x, count] = apply("TopKV2", name, (input, "input"), (k, "k"))
    dims = x._dims
    if isinstance(dims, tuple) and dims:
        dims = dims[:-1] + (count._value if is_int(count._value) else UNSURE,)
    values, indices = create_many(
        "TopKV2", name, [(dims, base_dtype(x)), (dims, _dtypes.int32)], inputs=(x,)
    )
    return TopKV2(values, indices)


TopKV2 = collections.namedtuple("TopKV2", ["values", "indices"])


def in_top_k(predictions, targets, k, name=None):
    push(name, "in_top_k")
    name, [_, x, _] = apply(
        "InTopKV2", name, (predictions, "predictions"), (targets, "targets"), (k, "k")
    )
    result = create("InTopKV2", name, x._dims, dtype=_dtypes.bool, inputs=())
    pop()
    return result


def zero_fraction(value, name=None):
    push(name, "zero_fraction")
    convert(value, None, "value")
    result = create("Identity", "fraction", (), dtype=_dtypes.float32, inputs=())
    pop()
    return result
