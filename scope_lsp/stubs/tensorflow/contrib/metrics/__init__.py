"""`tf.contrib.metrics`: the metrics of `tf.metrics` under their older names.

Modelled on contrib/metrics/python/{ops/metric_ops,metrics/classification}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, metrics
from tensorflow._metrics_at_thresholds import best_threshold
from tensorflow._casts import cast
from tensorflow._constant_ops import ones_like
from tensorflow._math_ops import div, equal, multiply
from tensorflow._reductions import reduce_mean, reduce_sum
from tensorflow._tensor import create, scope
from tensorflow._unmodelled import lookup
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.metrics._rates import (
    cohen_kappa,
    count,
    precision_at_recall,
    recall_at_precision,
    streaming_concat,
    streaming_false_negative_rate,
    streaming_false_negative_rate_at_thresholds,
    streaming_false_negatives_at_thresholds,
    streaming_false_positive_rate,
    streaming_false_positive_rate_at_thresholds,
    streaming_false_positives_at_thresholds,
    streaming_mean_cosine_distance,
    streaming_true_negatives_at_thresholds,
    streaming_true_positives_at_thresholds,
)


def accuracy(predictions, labels, weights=None, name=None):
    """The share of predictions that are right, without variables (metrics/classification.py)."""
    dtype = labels.dtype
    if _scope_lsp.is_known(dtype) and not (
        dtype.is_integer or dtype in (_dtypes.bool, _dtypes.string)
    ):
        raise ValueError(
            "Labels should have bool, integer, or string dtype, not %r" % (labels.dtype,)
        )
    with scope(name, "accuracy"):
        is_correct = cast(equal(predictions, labels), _dtypes.float32)
        if weights is None:
            return reduce_mean(is_correct)
        is_correct = multiply(is_correct, weights)
        count = multiply(weights, ones_like(is_correct))
        return div(reduce_sum(is_correct), reduce_sum(count))


streaming_mean = metrics.mean
streaming_mean_tensor = metrics.mean_tensor
streaming_percentage_less = metrics.percentage_below


def _parameters_of_older(
    predictions, labels, weights=None, metrics_collections=None, updates_collections=None, name=None
): ...


def _older(
    name,
    takes=_parameters_of_older,
):
    """The same metric with the predictions before the labels; `takes` has its parameters."""
    metric = getattr(metrics, name)

    @_scope_lsp.takes(takes)
    def streaming(predictions, labels, *args, **named):
        return metric(labels, predictions, *args, **named)

    return streaming


streaming_accuracy = _older("accuracy")
streaming_precision = _older("precision")
streaming_recall = _older("recall")


def _parameters_of_streaming_auc(
    predictions,
    labels,
    weights=None,
    num_thresholds=None,
    metrics_collections=None,
    updates_collections=None,
    curve=None,
    name=None,
): ...


streaming_auc = _older(
    "auc",
    _parameters_of_streaming_auc,
)
streaming_true_positives = _older("true_positives")
streaming_true_negatives = _older("true_negatives")
streaming_false_positives = _older("false_positives")
streaming_false_negatives = _older("false_negatives")
streaming_mean_absolute_error = _older("mean_absolute_error")
streaming_mean_squared_error = _older("mean_squared_error")
streaming_root_mean_squared_error = _older("root_mean_squared_error")


def _parameters_of_streaming_mean_relative_error(
    predictions,
    labels,
    normalizer,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
): ...


streaming_mean_relative_error = _older(
    "mean_relative_error",
    _parameters_of_streaming_mean_relative_error,
)


def _parameters_of_streaming_mean_iou(
    predictions,
    labels,
    num_classes,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
): ...


streaming_mean_iou = _older(
    "mean_iou",
    _parameters_of_streaming_mean_iou,
)


def _parameters_of_streaming_precision_at_thresholds(
    predictions,
    labels,
    thresholds,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
): ...


streaming_precision_at_thresholds = _older(
    "precision_at_thresholds",
    _parameters_of_streaming_precision_at_thresholds,
)
streaming_recall_at_thresholds = _older(
    "recall_at_thresholds",
    _parameters_of_streaming_precision_at_thresholds,
)


def _parameters_of_streaming_sensitivity_at_specificity(
    predictions,
    labels,
    specificity,
    weights=None,
    num_thresholds=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
): ...


streaming_sensitivity_at_specificity = _older(
    "sensitivity_at_specificity",
    _parameters_of_streaming_sensitivity_at_specificity,
)


def _parameters_of_streaming_specificity_at_sensitivity(
    predictions,
    labels,
    sensitivity,
    weights=None,
    num_thresholds=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
): ...


streaming_specificity_at_sensitivity = _older(
    "specificity_at_sensitivity",
    _parameters_of_streaming_specificity_at_sensitivity,
)


f1_score = best_threshold("f1", ("true_positives", "false_negatives", "false_positives"))


def streaming_covariance(
    predictions, labels, weights=None, metrics_collections=None, updates_collections=None, name=None
):
    with variable_scope(name, "covariance", (predictions, labels, weights)):
        metrics._squeezed(predictions, labels)
        for part in ("count", "mean_prediction", "mean_label", "comoment"):
            metrics.metric_variable([], _dtypes.float32, name=part)
        value = create("Select", "covariance", (), dtype=_dtypes.float32)
        update = create("Select", "update_op", (), dtype=_dtypes.float32)
    return metrics.collect(
        value, update, metrics_collections, updates_collections=updates_collections
    )


def streaming_pearson_correlation(
    predictions, labels, weights=None, metrics_collections=None, updates_collections=None, name=None
):
    with variable_scope(name, "pearson_r", (predictions, labels, weights)):
        predictions, labels = metrics._squeezed(predictions, labels)
        streaming_covariance(predictions, labels, weights=weights, name="covariance")
        streaming_covariance(predictions, predictions, weights=weights, name="variance_predictions")
        streaming_covariance(labels, labels, weights=weights, name="variance_labels")
        value = create("RealDiv", "pearson_r", (), dtype=_dtypes.float32)
        update = create("RealDiv", "update_op", (), dtype=_dtypes.float32)
    return metrics.collect(
        value, update, metrics_collections, updates_collections=updates_collections
    )


def aggregate_metrics(*value_update_tuples):
    values, updates = zip(*value_update_tuples)
    return list(values), list(updates)


def aggregate_metric_map(names_to_tuples):
    names = list(names_to_tuples)
    return {name: names_to_tuples[name][0] for name in names}, {
        name: names_to_tuples[name][1] for name in names
    }


def __getattr__(name):
    return lookup("contrib.metrics." + name)
