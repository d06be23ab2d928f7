"""Activations, normalisation, dropout, losses and lookups of tf.nn.

Modelled on ops/nn_ops.py, ops/nn_impl.py and ops/embedding_ops.py of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_more import cast, where
from tensorflow._array_ops import concat, identity, rank, reshape, shape, stop_gradient, transpose
from tensorflow._array_parts import gather, slice_
from tensorflow._constant_ops import range_, zeros_like
from tensorflow._math_ops import add, exp, log1p, matmul, rsqrt, subtract
from tensorflow._random_ops import random_uniform
from tensorflow._shape import UNSURE, as_dims, is_int, merge
from tensorflow._tensor import (
    apply,
    base_dtype,
    constant,
    convert,
    create,
    create_many,
    is_tensor,
    is_tensor_like,
    pop,
    push,
    unary,
)


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
        last = axis is None or not _scope_lsp.is_known(axis) or not isinstance(x._dims, tuple) or axis == -1 or axis == len(x._dims) - 1
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
        first = _scope_lsp.is_known(data_format) and isinstance(data_format, str) and data_format.startswith("NC")
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


def fused_batch_norm(x, scale, offset, mean=None, variance=None, epsilon=0.001, data_format="NHWC", is_training=True, name=None):
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
    outputs = create_many("FusedBatchNormV3", name, [(x._dims, base_dtype(x))] + [(scale._dims, dtype)] * 2, inputs=(x, scale, offset))
    return outputs[0], outputs[1], outputs[2]


@_scope_lsp.takes(True, "lrn")
def lrn(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None):
    return unary("LRN", name, input, argument="input")


local_response_normalization = lrn


# Cross entropies.


def sigmoid_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, name=None):
    scope = push(name, "logistic_loss")
    logits = convert(logits, None, "logits")
    labels = convert(labels, base_dtype(logits), "labels")
    zeros = zeros_like(logits, dtype=base_dtype(logits))
    positive = logits >= zeros
    relu_logits = where(positive, logits, zeros)
    negative = where(positive, -logits, logits)
    result = add(relu_logits - logits * labels, log1p(exp(negative)), scope)
    result._dims = merge(logits._dims, labels._dims)
    pop()
    return result


def weighted_cross_entropy_with_logits(labels=None, logits=None, pos_weight=None, name=None, targets=None):
    scope = push(name, "logistic_loss")
    logits = convert(logits, None, "logits")
    labels = convert(targets if labels is None else labels, base_dtype(logits), "labels")
    pop()
    return create("Add", scope, logits._dims, dtype=base_dtype(logits), inputs=(logits, labels))


def _flatten_outer(x):
    count = rank(x)
    last = slice_(shape(x), [subtract(count, 1)], [1])
    return reshape(x, concat([[-1], last], 0))


@_scope_lsp.takes(True, "softmax_cross_entropy_with_logits_v2_helper")
def softmax_cross_entropy_with_logits_v2(labels, logits, axis=None, name=None, dim=None):
    scope = push(name, "softmax_cross_entropy_with_logits")
    logits = convert(logits, None, "logits")
    labels = convert(labels, base_dtype(logits), "labels")
    if base_dtype(logits) is not None and base_dtype(labels) is not None:
        labels = cast(labels, base_dtype(logits))
    count = rank(logits)
    whole = shape(logits)
    flat = _flatten_outer(logits)
    _flatten_outer(labels)
    cost = create("SoftmaxCrossEntropyWithLogits", scope, flat._dims[:1] if isinstance(flat._dims, tuple) else flat._dims, dtype=base_dtype(logits), inputs=(logits, labels))
    result = reshape(cost, slice_(whole, [0], [subtract(count, 1)]))
    at = dim if axis is None else axis
    if isinstance(logits._dims, tuple) and is_int(at):
        at = at + len(logits._dims) if at < 0 else at
        result._dims = logits._dims[:at] + logits._dims[at + 1 :]
    elif not isinstance(logits._dims, tuple):
        result._dims = logits._dims
    pop()
    return result


def softmax_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, dim=-1, name=None, axis=None):
    scope = push(name, "softmax_cross_entropy_with_logits_sg")
    labels = stop_gradient(labels, "labels_stop_gradient")
    pop()
    return softmax_cross_entropy_with_logits_v2(labels, logits, axis, name=scope, dim=dim)


def sparse_softmax_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, name=None):
    push(name, "SparseSoftmaxCrossEntropyWithLogits")
    labels = convert(labels)
    logits = convert(logits)
    labels_shape = shape(labels)
    op_type = "SparseSoftmaxCrossEntropyWithLogits"
    if isinstance(logits._dims, tuple) and len(logits._dims) == 2:
        result = create(op_type, name, merge(labels._dims, logits._dims[:1]), dtype=base_dtype(logits), inputs=(logits,))
    else:
        classes = shape(logits)[rank(logits) - 1]
        reshape(logits, [-1, classes])
        flat = reshape(labels, [-1])
        result = reshape(create(op_type, name, flat._dims, dtype=base_dtype(logits), inputs=(logits,)), labels_shape)
        result._dims = labels._dims if labels._dims is not None else result._dims
    pop()
    return result


# Lookups.


def embedding_lookup(params, ids, partition_strategy="mod", name=None, validate_indices=True, max_norm=None):
    if not _scope_lsp.is_known(params):
        params = [convert(params)]
    elif hasattr(params, "_variable_list"):
        params = params._get_variable_list()
    elif not isinstance(params, (list, tuple)):
        params = [params]
    scope = push(name, "embedding_lookup")
    tables = [convert(table, None, "params_" + str(i)) if not getattr(table, "_resource", False) else table for i, table in enumerate(params)]
    ids = convert(ids, None, "ids")
    if len(tables) == 1:
        found = gather(tables[0], ids, name=scope)
        result = identity(found)
        pop()
        return result
    tables = [convert(table) for table in tables]
    parts = [table._dims for table in tables]
    dims = UNSURE
    if isinstance(ids._dims, tuple) and isinstance(parts[0], tuple):
        dims = ids._dims + parts[0][1:]
    create("ParallelDynamicStitch", scope, UNSURE, dtype=None)
    result = create("Reshape", None, dims, dtype=base_dtype(tables[0]), inputs=tables)
    pop()
    return result


def embedding_lookup_sparse(params, sp_ids, sp_weights, partition_strategy="mod", name=None, combiner=None, max_norm=None):
    scope = push(name, "embedding_lookup_sparse")
    tables = list(params) if _scope_lsp.is_known(params) and isinstance(params, (list, tuple)) else [params]
    tables = [convert(table) for table in tables]
    table = tables[0]
    pop()
    dims = (UNSURE,) + table._dims[1:] if isinstance(table._dims, tuple) else UNSURE
    return create("SegmentSum", scope, dims, dtype=base_dtype(table), inputs=tables)


def top_k(input, k=1, sorted=True, name=None):
    name, [x, count] = apply("TopKV2", name, (input, "input"), (k, "k"))
    dims = x._dims
    if isinstance(dims, tuple) and dims:
        dims = dims[:-1] + (count._value if is_int(count._value) else UNSURE,)
    values, indices = create_many("TopKV2", name, [(dims, base_dtype(x)), (dims, _dtypes.int32)], inputs=(x,))
    return TopKV2(values, indices)


TopKV2 = collections.namedtuple("TopKV2", ["values", "indices"])


def in_top_k(predictions, targets, k, name=None):
    push(name, "in_top_k")
    name, [_, x, _] = apply("InTopKV2", name, (predictions, "predictions"), (targets, "targets"), (k, "k"))
    result = create("InTopKV2", name, x._dims, dtype=_dtypes.bool, inputs=())
    pop()
    return result


def zero_fraction(value, name=None):
    push(name, "zero_fraction")
    convert(value, None, "value")
    result = create("Identity", "fraction", (), dtype=_dtypes.float32, inputs=())
    pop()
    return result


def nce_loss(weights, biases, labels, inputs, num_sampled, num_classes, num_true=1, sampled_values=None, remove_accidental_hits=False, partition_strategy="mod", name="nce_loss"):
    return _sampled_loss("nce_loss" if name is None else name, inputs, "sampled_losses", weights=weights, biases=biases)


def sampled_softmax_loss(weights, biases, labels, inputs, num_sampled, num_classes, num_true=1, sampled_values=None, remove_accidental_hits=True, partition_strategy="mod", name="sampled_softmax_loss", seed=None):
    return _sampled_loss(name, inputs, None, weights=weights, biases=biases)


def _sampled_loss(name, inputs, inner, weights, biases):
    push(name, "sampled_softmax_loss")
    pop()
    if inner is not None:
        push(inner, None)
        pop()
    x = convert(inputs)
    parts = list(weights) if isinstance(weights, (list, tuple)) else [weights]
    reached = [x, biases] + parts
    known = all(_scope_lsp.is_known(part) and hasattr(part, "_inputs") for part in reached)
    return create("Reshape", None, x._dims[:1] if isinstance(x._dims, tuple) else x._dims, dtype=base_dtype(x), inputs=tuple(reached) if known else None)
