"""Losses of tf.nn: cross entropies, and those over samples of the classes.

Modelled on ops/nn_ops.py and ops/nn_impl.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_joins import concat
from tensorflow._array_masks import where
from tensorflow._array_ops import rank, reshape, shape, stop_gradient
from tensorflow._array_slicing import slice_
from tensorflow._casts import cast
from tensorflow._constant_ops import zeros_like
from tensorflow._math_ops import add, exp, log1p, subtract
from tensorflow._shape import is_int, merge
from tensorflow._tensor import (
    base_dtype,
    convert,
    create,
    pop,
    push,
)


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


def weighted_cross_entropy_with_logits(
    labels=None, logits=None, pos_weight=None, name=None, targets=None
):
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
    cost = create(
        "SoftmaxCrossEntropyWithLogits",
        scope,
        flat._dims[:1] if isinstance(flat._dims, tuple) else flat._dims,
        dtype=base_dtype(logits),
        inputs=(logits, labels),
    )
    result = reshape(cost, slice_(whole, [0], [subtract(count, 1)]))
    at = dim if axis is None else axis
    if isinstance(logits._dims, tuple) and is_int(at):
        at = at + len(logits._dims) if at < 0 else at
        result._dims = logits._dims[:at] + logits._dims[at + 1 :]
    elif not isinstance(logits._dims, tuple):
        result._dims = logits._dims
    pop()
    return result


def softmax_cross_entropy_with_logits(
    _sentinel=None, labels=None, logits=None, dim=-1, name=None, axis=None
):
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
        result = create(
            op_type,
            name,
            merge(labels._dims, logits._dims[:1]),
            dtype=base_dtype(logits),
            inputs=(logits,),
        )
    else:
        classes = shape(logits)[rank(logits) - 1]
        reshape(logits, [-1, classes])
        flat = reshape(labels, [-1])
        result = reshape(
            create(op_type, name, flat._dims, dtype=base_dtype(logits), inputs=(logits,)),
            labels_shape,
        )
        result._dims = labels._dims if labels._dims is not None else result._dims
    pop()
    return result


def nce_loss(
    weights,
    biases,
    labels,
    inputs,
    num_sampled,
    num_classes,
    num_true=1,
    sampled_values=None,
    remove_accidental_hits=False,
    partition_strategy="mod",
    name="nce_loss",
):
    return _sampled_loss(
        "nce_loss" if name is None else name,
        inputs,
        "sampled_losses",
        weights=weights,
        biases=biases,
    )


def sampled_softmax_loss(
    weights,
    biases,
    labels,
    inputs,
    num_sampled,
    num_classes,
    num_true=1,
    sampled_values=None,
    remove_accidental_hits=True,
    partition_strategy="mod",
    name="sampled_softmax_loss",
    seed=None,
):
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
    return create(
        "Reshape",
        None,
        x._dims[:1] if isinstance(x._dims, tuple) else x._dims,
        dtype=base_dtype(x),
        inputs=tuple(reached) if known else None,
    )
