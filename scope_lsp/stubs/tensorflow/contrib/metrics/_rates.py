"""`tf.contrib.metrics`: rates of false answers, at thresholds too, and what counts or keeps values.

Modelled on contrib/metrics/python/ops/metric_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, metrics
from tensorflow._casts import cast
from tensorflow._metrics_at_thresholds import _at_thresholds, _length
from tensorflow._reductions import reduce_sum
from tensorflow._shape import UNSURE, is_int
from tensorflow._tensor import convert, create
from tensorflow._variable_scope import variable_scope
from tensorflow.metrics import collect, metric_variable


def _rate(default, kinds):
    def rate(
        predictions,
        labels,
        weights=None,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        with variable_scope(name, default, (predictions, labels, weights)):
            predictions, labels = cast(predictions, _dtypes.bool), cast(labels, _dtypes.bool)
            for kind in kinds:
                getattr(metrics, kind)(labels, predictions, weights)
            return _told((), "value", metrics_collections, updates_collections=updates_collections)

    return _scope_lsp.takes(True, "streaming_" + default)(rate)


def _told(dims, name, metrics_collections, updates_collections, update="update_op"):
    return collect(
        create("Select", name, dims, dtype=_dtypes.float32),
        create("Select", update, dims, dtype=_dtypes.float32),
        metrics_collections,
        updates_collections=updates_collections,
    )


streaming_false_positive_rate = _rate("false_positive_rate", ("false_positives", "true_negatives"))
streaming_false_negative_rate = _rate("false_negative_rate", ("false_negatives", "true_positives"))


def _counts(name, kind):
    def counts(predictions, labels, thresholds, weights=None):
        [found] = _at_thresholds(labels, predictions, _length(thresholds), names=(kind,))
        return found

    return _scope_lsp.takes(True, name)(counts)


streaming_true_positives_at_thresholds = _counts(
    "streaming_true_positives_at_thresholds", "true_positives"
)
streaming_false_negatives_at_thresholds = _counts(
    "streaming_false_negatives_at_thresholds", "false_negatives"
)
streaming_true_negatives_at_thresholds = _counts(
    "streaming_true_negatives_at_thresholds", "true_negatives"
)
streaming_false_positives_at_thresholds = _counts(
    "streaming_false_positives_at_thresholds", "false_positives"
)


def _rate_at_thresholds(default, short, kinds):
    def rate(
        predictions,
        labels,
        thresholds,
        weights=None,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        count = _length(thresholds)
        with variable_scope(name, default, (predictions, labels, weights)):
            _at_thresholds(labels, predictions, count, names=kinds)
            return _told(
                (count if is_int(count) else UNSURE,),
                short + "_value",
                metrics_collections,
                updates_collections=updates_collections,
                update=short + "_update_op",
            )

    return _scope_lsp.takes(True, "streaming_" + default)(rate)


streaming_false_positive_rate_at_thresholds = _rate_at_thresholds(
    "false_positive_rate_at_thresholds", "fpr", ("true_negatives", "false_positives")
)
streaming_false_negative_rate_at_thresholds = _rate_at_thresholds(
    "false_negative_rate_at_thresholds", "fnr", ("true_positives", "false_negatives")
)
_ALL = ("true_positives", "false_negatives", "true_negatives", "false_positives")


def recall_at_precision(
    labels,
    predictions,
    precision,
    weights=None,
    num_thresholds=200,
    metrics_collections=None,
    updates_collections=None,
    name=None,
    strict_mode=False,
):
    if not 0 <= precision <= 1:
        raise ValueError("`precision` must be in the range [0, 1].")
    with variable_scope(name, "recall_at_precision", (predictions, labels, weights)):
        _at_thresholds(labels, predictions, num_thresholds, names=_ALL)
        return _told((), "value", metrics_collections, updates_collections=updates_collections)


def precision_at_recall(
    labels,
    predictions,
    target_recall,
    weights=None,
    num_thresholds=200,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    if target_recall < 0 or target_recall > 1:
        raise ValueError("`target_recall` must be in the range [0, 1].")
    with variable_scope(name, "precision_at_recall", (predictions, labels, weights)):
        _at_thresholds(labels, predictions, num_thresholds, names=_ALL)
        return _told((), "value", metrics_collections, updates_collections=updates_collections)


def streaming_mean_cosine_distance(
    predictions,
    labels,
    dim,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    product = reduce_sum(convert(predictions) * labels, axis=[dim], keepdims=True)
    metrics.mean(
        product, weights, None, updates_collections=None, name=name or "mean_cosine_distance"
    )
    return _told(
        (), "sub", metrics_collections, updates_collections=updates_collections, update="sub_1"
    )


def streaming_concat(
    values, axis=0, max_size=None, metrics_collections=None, updates_collections=None, name=None
):
    with variable_scope(name, "streaming_concat", (values,)):
        dims = values.get_shape().as_list()
        if axis < 0:
            axis += len(dims)
        if not 0 <= axis < len(dims):
            raise ValueError("axis = %r not in [0, %r)" % (axis, len(dims)))
        rest = [dim for i, dim in enumerate(dims) if i != axis]
        if None in rest:
            raise ValueError(
                "all dimensions of `values` other than the dimension to concatenate along must "
                "have statically known size"
            )
        shape = [0 if max_size is None else max_size] + rest
        metric_variable(shape, values.dtype, validate_shape=False, name="array")
        size = metric_variable([], _dtypes.int32, name="size")
        result = tuple(dim if i != axis else None for i, dim in enumerate(dims))
        return collect(
            create("Transpose", "concat", result, dtype=values.dtype),
            size.assign(_scope_lsp.unknown("a number of values")),
            metrics_collections,
            updates_collections=updates_collections,
        )


def count(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with variable_scope(name, "count", (values, weights)):
        counter = metric_variable([], _dtypes.float32, name="count")
        return collect(
            counter.value(),
            counter.assign_add(create("Cast", None, (), dtype=_dtypes.float32)),
            metrics_collections,
            updates_collections=updates_collections,
        )


def cohen_kappa(
    labels,
    predictions_idx,
    num_classes,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    if num_classes < 2:
        raise ValueError("`num_classes` must be >= 2.Found: %s" % num_classes)
    with variable_scope(name, "cohen_kappa", (labels, predictions_idx, weights)):
        whole = weights is None or weights.dtype.is_integer
        for kind in "po", "pe_row", "pe_col":
            metric_variable((num_classes,), _dtypes.int64 if whole else _dtypes.float32, name=kind)
        return _told((), "value", metrics_collections, updates_collections=updates_collections)
