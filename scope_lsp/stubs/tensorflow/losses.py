"""`tf.losses`.

Each loss has a name scope of its own, so of what is inside only the names that
come out matter.

Modelled on ops/losses/losses_impl.py and util.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._casts import cast
from tensorflow._array_ops import stop_gradient
from tensorflow._constant_ops import ones_like
from tensorflow._graph import add_to_collection, get_collection
from tensorflow._math_ops import abs_, add_n, log, minimum, multiply, squared_difference, subtract
from tensorflow._nn_ops import relu
from tensorflow._nn_losses import (
    sigmoid_cross_entropy_with_logits,
    softmax_cross_entropy_with_logits_v2,
    sparse_softmax_cross_entropy_with_logits,
)
from tensorflow._reductions import reduce_sum
from tensorflow._tensor import base_dtype, constant, convert, create, pop, push
from tensorflow._unmodelled import lookup as _lookup


class Reduction:
    NONE = "none"
    SUM = "weighted_sum"
    SUM_OVER_BATCH_SIZE = "weighted_sum_over_batch_size"
    MEAN = "weighted_mean"
    SUM_BY_NONZERO_WEIGHTS = "weighted_sum_by_nonzero_weights"
    SUM_OVER_NONZERO_WEIGHTS = SUM_BY_NONZERO_WEIGHTS

    @classmethod
    def all(cls):
        return (cls.NONE, cls.SUM, cls.MEAN, cls.SUM_OVER_BATCH_SIZE, cls.SUM_BY_NONZERO_WEIGHTS)


def add_loss(loss, loss_collection="losses"):
    if loss_collection:
        add_to_collection(loss_collection, loss)


def compute_weighted_loss(
    losses,
    weights=1.0,
    scope=None,
    loss_collection="losses",
    reduction=Reduction.SUM_BY_NONZERO_WEIGHTS,
):
    push(scope, "weighted_loss")
    losses = convert(losses)
    loss = multiply(losses, cast(weights, _dtypes.float32))
    if reduction != Reduction.NONE:
        loss = reduce_sum(loss)
        if reduction != Reduction.SUM:
            loss = create("DivNoNan", "value", (), dtype=base_dtype(losses), inputs=(loss,))
    add_loss(loss, loss_collection)
    pop()
    return loss


def _parameters_of_loss(
    labels, predictions, weights=1.0, scope=None, loss_collection="losses", reduction=None
): ...


def _loss(default, compute):
    @_scope_lsp.takes(_parameters_of_loss)
    def loss(
        labels,
        predictions,
        weights=1.0,
        scope=None,
        loss_collection="losses",
        reduction=Reduction.SUM_BY_NONZERO_WEIGHTS,
    ):
        name = push(scope, default)
        predictions = cast(predictions, _dtypes.float32)
        labels = cast(labels, _dtypes.float32)
        result = compute_weighted_loss(
            compute(labels, predictions),
            weights,
            name,
            loss_collection=loss_collection,
            reduction=reduction,
        )
        pop()
        return result

    return loss


absolute_difference = _loss(
    "absolute_difference", lambda labels, predictions: abs_(subtract(predictions, labels))
)
mean_squared_error = _loss(
    "mean_squared_error", lambda labels, predictions: squared_difference(predictions, labels)
)
_hinge = _loss(
    "hinge_loss", lambda labels, logits: relu(subtract(ones_like(labels), multiply(labels, logits)))
)


def hinge_loss(
    labels,
    logits,
    weights=1.0,
    scope=None,
    loss_collection="losses",
    reduction=Reduction.SUM_BY_NONZERO_WEIGHTS,
):
    return _hinge(
        labels, logits, weights, scope=scope, loss_collection=loss_collection, reduction=reduction
    )


def huber_loss(
    labels,
    predictions,
    weights=1.0,
    delta=1.0,
    scope=None,
    loss_collection="losses",
    reduction=Reduction.SUM_BY_NONZERO_WEIGHTS,
):
    compute = _loss(
        "huber_loss",
        lambda labels, predictions: minimum(abs_(subtract(predictions, labels)), delta),
    )
    return compute(
        labels,
        predictions,
        weights,
        scope=scope,
        loss_collection=loss_collection,
        reduction=reduction,
    )


def log_loss(
    labels,
    predictions,
    weights=1.0,
    epsilon=1e-7,
    scope=None,
    loss_collection="losses",
    reduction=Reduction.SUM_BY_NONZERO_WEIGHTS,
):
    compute = _loss(
        "log_loss", lambda labels, predictions: -multiply(labels, log(predictions + epsilon))
    )
    return compute(
        labels,
        predictions,
        weights,
        scope=scope,
        loss_collection=loss_collection,
        reduction=reduction,
    )


def cosine_distance(
    labels,
    predictions,
    axis=None,
    weights=1.0,
    scope=None,
    loss_collection="losses",
    reduction=Reduction.SUM_BY_NONZERO_WEIGHTS,
    dim=None,
):
    axis = dim if axis is None else axis
    compute = _loss(
        "cosine_distance_loss",
        lambda labels, predictions: 1 - reduce_sum(multiply(predictions, labels), (axis,), True),
    )
    return compute(
        labels,
        predictions,
        weights,
        scope=scope,
        loss_collection=loss_collection,
        reduction=reduction,
    )


def sigmoid_cross_entropy(
    multi_class_labels,
    logits,
    weights=1.0,
    label_smoothing=0,
    scope=None,
    loss_collection="losses",
    reduction=Reduction.SUM_BY_NONZERO_WEIGHTS,
):
    name = push(scope, "sigmoid_cross_entropy_loss")
    logits = convert(logits)
    labels = cast(multi_class_labels, base_dtype(logits))
    losses = sigmoid_cross_entropy_with_logits(labels=labels, logits=logits, name="xentropy")
    result = compute_weighted_loss(
        losses, weights, name, loss_collection=loss_collection, reduction=reduction
    )
    pop()
    return result


def softmax_cross_entropy(
    onehot_labels,
    logits,
    weights=1.0,
    label_smoothing=0,
    scope=None,
    loss_collection="losses",
    reduction=Reduction.SUM_BY_NONZERO_WEIGHTS,
):
    name = push(scope, "softmax_cross_entropy_loss")
    logits = convert(logits)
    labels = stop_gradient(cast(onehot_labels, base_dtype(logits)), "labels_stop_gradient")
    losses = softmax_cross_entropy_with_logits_v2(labels=labels, logits=logits, name="xentropy")
    result = compute_weighted_loss(
        losses, weights, name, loss_collection=loss_collection, reduction=reduction
    )
    pop()
    return result


def sparse_softmax_cross_entropy(
    labels,
    logits,
    weights=1.0,
    scope=None,
    loss_collection="losses",
    reduction=Reduction.SUM_BY_NONZERO_WEIGHTS,
):
    name = push(scope, "sparse_softmax_cross_entropy_loss")
    losses = sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits, name="xentropy")
    result = compute_weighted_loss(
        losses, weights, name, loss_collection=loss_collection, reduction=reduction
    )
    pop()
    return result


def get_losses(scope=None, loss_collection="losses"):
    return get_collection(loss_collection, scope)


def get_regularization_losses(scope=None):
    return get_collection("regularization_losses", scope)


def get_regularization_loss(scope=None, name="total_regularization_loss"):
    losses = get_regularization_losses(scope)
    return add_n(losses, name=name) if losses else constant(0.0)


def get_total_loss(add_regularization_losses=True, name="total_loss", scope=None):
    losses = get_losses(scope=scope)
    if add_regularization_losses:
        losses = losses + get_regularization_losses(scope=scope)
    return add_n(losses, name=name)


def __getattr__(name):
    return _lookup("losses." + name)
