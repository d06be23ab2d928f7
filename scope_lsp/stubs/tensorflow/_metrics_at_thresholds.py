"""`tf.metrics` that count once for each of several thresholds.

Modelled on ops/metrics_impl.py (auc, *_at_thresholds and what they call) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import reshape
from tensorflow._casts import cast
from tensorflow._shape import as_dims
from tensorflow._tensor import create
from tensorflow._variable_scope import variable_scope
from tensorflow.metrics import _results, _squeezed, collect, metric_variable

_ALL = ("true_positives", "false_negatives", "true_negatives", "false_positives")


def _at_thresholds(labels, predictions, count, names):
    """_confusion_matrix_at_thresholds: one variable for each kind of answer."""
    predictions, labels = cast(predictions, _dtypes.float32), cast(labels, _dtypes.bool)
    _squeezed(predictions, labels)
    reshape(predictions, [-1, 1])
    found = []
    for name in names:
        variable = metric_variable([count], _dtypes.float32, name=name)
        found.append(
            (
                variable,
                variable.assign_add(create("Sum", None, variable._dims, dtype=_dtypes.float32)),
            )
        )
    return found


def _length(thresholds):
    if _scope_lsp.is_known(thresholds) and hasattr(thresholds, "__len__"):
        return len(thresholds)
    return _scope_lsp.unknown("the number of thresholds")


def _counter_at_thresholds(default):
    def metric(
        labels,
        predictions,
        thresholds,
        weights=None,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        with variable_scope(name, default, (predictions, labels, weights)):
            [(variable, update)] = _at_thresholds(
                labels, predictions, _length(thresholds), names=(default,)
            )
            return collect(
                variable.value(),
                update,
                metrics_collections,
                updates_collections=updates_collections,
            )

    return metric


true_positives_at_thresholds = _counter_at_thresholds("true_positives")
true_negatives_at_thresholds = _counter_at_thresholds("true_negatives")
false_positives_at_thresholds = _counter_at_thresholds("false_positives")
false_negatives_at_thresholds = _counter_at_thresholds("false_negatives")


def _quotient_at_thresholds(default, kind, names):
    def metric(
        labels,
        predictions,
        thresholds,
        weights=None,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        with variable_scope(name, default, (predictions, labels, weights)):
            count = _length(thresholds)
            _at_thresholds(labels, predictions, count, names=names)
            return _results(
                as_dims([count]),
                _dtypes.float32,
                metrics_collections,
                updates_collections=updates_collections,
                value_name=kind + "_value",
                update_name=kind + "_update_op",
            )

    return metric


precision_at_thresholds = _quotient_at_thresholds(
    "precision_at_thresholds", "precision", ("true_positives", "false_positives")
)
recall_at_thresholds = _quotient_at_thresholds(
    "recall_at_thresholds", "recall", ("true_positives", "false_negatives")
)


def auc(
    labels,
    predictions,
    weights=None,
    num_thresholds=200,
    metrics_collections=None,
    updates_collections=None,
    curve="ROC",
    name=None,
    summation_method="trapezoidal",
    thresholds=None,
):
    with variable_scope(name, "auc", (labels, predictions, weights)):
        count = num_thresholds if thresholds is None else _length(thresholds) + 2
        _at_thresholds(labels, predictions, count, names=_ALL)
        return _results(
            (), _dtypes.float32, metrics_collections, updates_collections=updates_collections
        )


def best_threshold(default, names=_ALL):
    """A metric of the threshold, of `num_thresholds`, that is best by the counts of `names`."""

    def metric(
        labels,
        predictions,
        weights=None,
        num_thresholds=200,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        with variable_scope(name, default, (predictions, labels, weights)):
            _at_thresholds(labels, predictions, num_thresholds, names=names)
            return _results(
                (), _dtypes.float32, metrics_collections, updates_collections=updates_collections
            )

    return metric


_sensitivity = best_threshold("sensitivity_at_specificity")
_specificity = best_threshold("specificity_at_sensitivity")


def sensitivity_at_specificity(
    labels,
    predictions,
    specificity,
    weights=None,
    num_thresholds=200,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    return _sensitivity(
        labels,
        predictions,
        weights,
        num_thresholds=num_thresholds,
        metrics_collections=metrics_collections,
        updates_collections=updates_collections,
        name=name,
    )


def specificity_at_sensitivity(
    labels,
    predictions,
    sensitivity,
    weights=None,
    num_thresholds=200,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    return _specificity(
        labels,
        predictions,
        weights,
        num_thresholds=num_thresholds,
        metrics_collections=metrics_collections,
        updates_collections=updates_collections,
        name=name,
    )
