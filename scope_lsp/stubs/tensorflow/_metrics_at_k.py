"""`tf.metrics` over the best k predictions.

Modelled on ops/metrics_impl.py (recall_at_k, precision_at_k, average_precision_at_k
and what they call) of TensorFlow 1.15.5.
"""

from tensorflow import _dtypes
from tensorflow._nn_ops import top_k
from tensorflow._tensor import convert, create, scope
from tensorflow.metrics import collect, metric_variable


def _name_at_k(name, k=None, class_id=None):
    name = name + "_at_k" if k is None else "%s_at_%d" % (name, k)
    return name if class_id is None else "%s_class%d" % (name, class_id)


def _count(kind, k, class_id):
    """One variable that is called like its scope; other than elsewhere it has float64."""
    with scope(None, _name_at_k(kind, k, class_id)) as name:
        variable = metric_variable([], _dtypes.float64, name=name)
        return variable.assign_add(create("Sum", None, (), dtype=_dtypes.float64), name="update")


def _quotient(default, other):
    def at_top_k(
        labels,
        predictions_idx,
        k=None,
        class_id=None,
        weights=None,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        with scope(name, _name_at_k(default, k, class_id)) as scope_name:
            _count("true_positive", k, class_id)
            _count(other, k, class_id)
            value = create("RealDiv", scope_name, (), dtype=_dtypes.float64)
            return collect(
                value,
                create("RealDiv", "update", (), dtype=_dtypes.float64),
                metrics_collections,
                updates_collections=updates_collections,
            )

    def at_k(
        labels,
        predictions,
        k,
        class_id=None,
        weights=None,
        metrics_collections=None,
        updates_collections=None,
        name=None,
    ):
        with scope(name, _name_at_k(default, k, class_id)) as scope_name:
            best = top_k(convert(predictions), k)
            return at_top_k(
                labels,
                best.indices,
                k,
                class_id=class_id,
                weights=weights,
                metrics_collections=metrics_collections,
                updates_collections=updates_collections,
                name=scope_name,
            )

    return at_top_k, at_k


recall_at_top_k, recall_at_k = _quotient("recall", "false_negative")
precision_at_top_k, precision_at_k = _quotient("precision", "false_positive")
sparse_precision_at_k = precision_at_k


def average_precision_at_k(
    labels,
    predictions,
    k,
    weights=None,
    metrics_collections=None,
    updates_collections=None,
    name=None,
):
    with scope(name, _name_at_k("average_precision", k)) as scope_name:
        top_k(convert(predictions), k)
        # Of the labels that are out of range; it takes the name "max" from the first variable.
        create("Max", None, (), dtype=_dtypes.int64, inputs=())
        with scope(scope_name) as inner:
            for kind in ("max", "total"):
                with scope(None, kind) as variable_name:
                    variable = metric_variable([], _dtypes.float64, name=variable_name)
                    variable.assign_add(
                        create("Sum", "batch_" + kind, (), dtype=_dtypes.float64), name="update"
                    )
            value = create("DivNoNan", "mean", (), dtype=_dtypes.float64)
            return collect(
                value,
                create("DivNoNan", inner, (), dtype=_dtypes.float64),
                metrics_collections,
                updates_collections=updates_collections,
            )


sparse_average_precision_at_k = average_precision_at_k
