"""`tf.metrics`: streaming metrics, each with its local variables.

Not here: what they compute; only scopes, variables, and the ops that have names of
their own (`value`, `update_op`).  Metrics over the top k are in `_metrics_at_k`,
those over several thresholds in `_metrics_at_thresholds`.

Modelled on ops/metrics_impl.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import reshape
from tensorflow._casts import cast
from tensorflow._constant_ops import zeros
from tensorflow._graph import GraphKeys, add_to_collections
from tensorflow._math_ops import equal
from tensorflow._tensor import convert, create, is_tensor, is_tensor_like, scope
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variable_scope import variable_scope
from tensorflow._variables import Variable


def metric_variable(shape, dtype, validate_shape=True, name=None):
    return Variable(
        lambda: zeros(shape, dtype),
        trainable=False,
        collections=[GraphKeys.LOCAL_VARIABLES, GraphKeys.METRIC_VARIABLES],
        validate_shape=validate_shape,
        name=name,
        use_resource=_uses_resource(),
    )


def _uses_resource():
    """variable_scope.variable: the scope says, where the call does not."""
    found = _scope_lsp.scope_attribute(_scope_lsp.get_variable_scope(), "use_resource")
    return _scope_lsp.default_use_resource() if found is None else found


def collect(value, update, metrics_collections, updates_collections):
    """Put a metric's value and update op into the collections that are asked for."""
    if metrics_collections:
        add_to_collections(metrics_collections, value)
    if updates_collections:
        add_to_collections(updates_collections, update)
    return value, update


def _results(
    dims,
    dtype,
    metrics_collections,
    updates_collections,
    value_name="value",
    update_name="update_op",
):
    value = create("DivNoNan", value_name, dims, dtype=dtype)
    return collect(
        value,
        create("DivNoNan", update_name, dims, dtype=dtype),
        metrics_collections,
        updates_collections=updates_collections,
    )


def _squeezed(*tensors):
    """_remove_squeezable_dimensions, as far as it opens a scope."""
    result = [
        convert(x) if is_tensor_like(x) or not _scope_lsp.is_known(x) or x is not None else None
        for x in tensors
    ]
    if len(tensors) > 1:
        with scope(None, "remove_squeezable_dimensions"):
            pass
    return result


def mean(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with variable_scope(name, "mean", (values, weights)):
        cast(values, _dtypes.float32)
        metric_variable([], _dtypes.float32, name="total")
        metric_variable([], _dtypes.float32, name="count")
        return _results(
            (), _dtypes.float32, metrics_collections, updates_collections=updates_collections
        )


def mean_tensor(
    values, weights=None, metrics_collections=None, updates_collections=None, name=None
):
    with variable_scope(name, "mean", (values, weights)):
        values = cast(values, _dtypes.float32)
        metric_variable(values.get_shape(), _dtypes.float32, name="total_tensor")
        metric_variable(values.get_shape(), _dtypes.float32, name="count_tensor")
        return _results(
            values._dims,
            _dtypes.float32,
            metrics_collections,
            updates_collections=updates_collections,
        )


def accuracy(
    labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None
):
    predictions, labels = _squeezed(predictions, labels)
    predictions = cast(predictions, labels._dtype)
    correct = cast(equal(predictions, labels), _dtypes.float32)
    return mean(
        correct,
        weights,
        metrics_collections,
        updates_collections=updates_collections,
        name=name or "accuracy",
    )


def _mean_of(default):
    """The mean of something that is computed of labels and predictions."""

    def metric(
        labels,
        predictions,
        weights=None,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        predictions, labels = _squeezed(predictions, labels)
        errors = predictions - labels
        return mean(
            errors,
            weights,
            metrics_collections,
            updates_collections=updates_collections,
            name=name or default,
        )

    return metric


mean_absolute_error = _mean_of("mean_absolute_error")
mean_squared_error = _mean_of("mean_squared_error")


def root_mean_squared_error(
    labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None
):
    from tensorflow._math_ops import sqrt  # not a name of this module

    mse, update = mean_squared_error(
        labels,
        predictions,
        weights,
        metrics_collections=None,
        updates_collections=None,
        name=name or "root_mean_squared_error",
    )
    return collect(
        sqrt(mse), sqrt(update), metrics_collections, updates_collections=updates_collections
    )


def mean_relative_error(
    labels,
    predictions,
    normalizer,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    predictions, labels = _squeezed(predictions, labels)
    _squeezed(predictions, normalizer)
    return mean(
        labels - predictions,
        weights,
        metrics_collections,
        updates_collections=updates_collections,
        name=name or "mean_relative_error",
    )


def mean_cosine_distance(
    labels,
    predictions,
    dim,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    predictions, labels = _squeezed(predictions, labels)
    distance, update = mean(
        predictions * labels,
        weights,
        None,
        updates_collections=None,
        name=name or "mean_cosine_distance",
    )
    return collect(
        1.0 - distance, 1.0 - update, metrics_collections, updates_collections=updates_collections
    )


def percentage_below(
    values, threshold, weights=None, metrics_collections=None, updates_collections=None, name=None
):
    below = cast(convert(values) < threshold, _dtypes.float32)
    return mean(
        below,
        weights,
        metrics_collections,
        updates_collections=updates_collections,
        name=name or "percentage_below_threshold",
    )


def mean_per_class_accuracy(
    labels,
    predictions,
    num_classes,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    with variable_scope(name, "mean_accuracy", (predictions, labels, weights)):
        labels = _flat(labels)
        _check_shapes(_flat(predictions), labels)
        metric_variable([num_classes], _dtypes.float32, name="total")
        metric_variable([num_classes], _dtypes.float32, name="count")
        return _results(
            (),
            _dtypes.float32,
            metrics_collections,
            updates_collections=updates_collections,
            value_name="mean_accuracy",
        )


def _check_shapes(predictions, labels):
    if is_tensor(predictions) and is_tensor(labels):
        predictions.get_shape().assert_is_compatible_with(labels.get_shape())


def _flat(given):
    if is_tensor(given) and isinstance(given._dims, tuple) and len(given._dims) > 1:
        return reshape(given, [-1])
    return given


def _streaming_confusion_matrix(labels, predictions, num_classes, weights=None):
    matrix = metric_variable(
        [num_classes, num_classes], _dtypes.float64, name="total_confusion_matrix"
    )
    predictions, labels = cast(predictions, _dtypes.int64), cast(labels, _dtypes.int64)
    cast(num_classes, _dtypes.int64)
    for given in (predictions, labels, weights):
        _flat(given)
    with scope(None, "confusion_matrix"):
        current = create("SparseTensorDenseAdd", None, matrix._dims, dtype=_dtypes.float64)
    return matrix, matrix.assign_add(current)


def mean_iou(
    labels,
    predictions,
    num_classes,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    with variable_scope(name, "mean_iou", (predictions, labels, weights)):
        _check_shapes(predictions, labels)
        _, update = _streaming_confusion_matrix(labels, predictions, num_classes, weights=weights)
        value = create("Select", "Select_1", (), dtype=_dtypes.float32)
        return collect(value, update, metrics_collections, updates_collections=updates_collections)


# Counts of right and wrong answers.


def _counter(default):
    def metric(
        labels,
        predictions,
        weights=None,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        with variable_scope(name, default, (predictions, labels, weights)):
            predictions, labels = cast(predictions, _dtypes.bool), cast(labels, _dtypes.bool)
            _squeezed(predictions, labels)
            count = metric_variable([], _dtypes.float32, name="count")
            update = count.assign_add(create("Sum", None, (), dtype=_dtypes.float32))
            return collect(
                count.value(), update, metrics_collections, updates_collections=updates_collections
            )

    return metric


true_positives = _counter("true_positives")
true_negatives = _counter("true_negatives")
false_positives = _counter("false_positives")
false_negatives = _counter("false_negatives")


def _two_counters(default, first, second):
    def metric(
        labels,
        predictions,
        weights=None,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        with variable_scope(name, default, (predictions, labels, weights)):
            predictions, labels = cast(predictions, _dtypes.bool), cast(labels, _dtypes.bool)
            _squeezed(predictions, labels)
            first(labels, predictions, weights)
            second(labels, predictions, weights)
            return _results(
                (), _dtypes.float32, metrics_collections, updates_collections=updates_collections
            )

    return metric


precision = _two_counters("precision", true_positives, false_positives)
recall = _two_counters("recall", true_positives, false_negatives)


_AT_THRESHOLDS = (
    "auc true_positives_at_thresholds true_negatives_at_thresholds false_positives_at_thresholds"
    " false_negatives_at_thresholds precision_at_thresholds recall_at_thresholds"
    " sensitivity_at_specificity specificity_at_sensitivity"
).split()


def __getattr__(name):
    if name in _AT_THRESHOLDS or name[-2:] == "_k":
        module = "thresholds" if name in _AT_THRESHOLDS else "k"
        made = __import__("tensorflow._metrics_at_" + module, fromlist=["*"])
        if hasattr(made, name):
            return getattr(made, name)
    return _lookup("metrics." + name)
