"""The heads of canned estimators: what stands between logits and an EstimatorSpec.

Losses and predictions are single ops here: only the optimizer and the metrics make variables.

Modelled on tensorflow_estimator/python/estimator/canned/head.py, which comes with TensorFlow
1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, _metrics_at_thresholds
from tensorflow import metrics as _metrics
from tensorflow._global_step import get_global_step
from tensorflow._tensor import create, scope
from tensorflow.summary import scalar


class Head:
    """A head by what it measures: `_measure` makes the metrics of an evaluation."""

    def __init__(self, logits_dimension, thresholds=(), name=None):
        self.logits_dimension = logits_dimension
        self.name = name
        self._thresholds = tuple(thresholds or ())

    def create_estimator_spec(
        self,
        features,
        mode,
        logits,
        labels=None,
        optimizer=None,
        train_op_fn=None,
        regularization_losses=None,
        **named,
    ):
        from tensorflow.estimator import EstimatorSpec  # few programs need it

        with scope(self.name, "head"):
            predictions = self._predictions(logits)
            if mode == "infer":
                return EstimatorSpec(mode, predictions)
            loss = create("Sum", "weighted_loss", (), dtype=_dtypes.float32, inputs=(logits,))
            if mode == "train":
                if optimizer is not None:
                    train_op = optimizer.minimize(loss, global_step=get_global_step())
                else:
                    train_op = train_op_fn(loss)
                with scope(""):
                    scalar("loss", loss)
                return EstimatorSpec(mode, predictions, loss, train_op=train_op)
        return EstimatorSpec(
            mode, predictions, loss, eval_metric_ops=self._measure(labels, logits, loss)
        )

    def _predictions(self, logits):
        with scope(None, "predictions"):
            return {
                key: create("Identity", key, logits._dims, dtype=_dtypes.float32, inputs=(logits,))
                for key in self._outputs
            }


class BinaryHead(Head):
    _outputs = (
        "logits",
        "logistic",
        "probabilities",
        "class_ids",
        "classes",
        "all_class_ids",
        "all_classes",
    )

    def _measure(self, labels, logits, loss):
        with scope(None, "metrics"):
            found = {}

            def scoped(key, metric, *arguments, **named):
                with scope(key) as name:
                    found[key] = metric(*arguments, name=name, **named)

            scoped("label/mean", _metrics.mean, labels)
            found["average_loss"] = _metrics.mean(loss, name="average_loss")
            found["accuracy"] = _metrics.accuracy(labels, logits, name="accuracy")
            found["precision"] = _metrics.precision(labels, logits, name="precision")
            found["recall"] = _metrics.recall(labels, logits, name="recall")
            scoped("prediction/mean", _metrics.mean, logits)
            scoped("auc", _metrics_at_thresholds.auc, labels, logits)
            scoped("auc_precision_recall", _metrics_at_thresholds.auc, labels, logits, curve="PR")
            for threshold in self._thresholds:
                end = "/positive_threshold_%g" % threshold
                scoped("accuracy" + end, _metrics.accuracy, labels, logits)
                scoped(
                    "precision" + end,
                    _metrics_at_thresholds.precision_at_thresholds,
                    labels,
                    logits,
                    (threshold,),
                )
                scoped(
                    "recall" + end,
                    _metrics_at_thresholds.recall_at_thresholds,
                    labels,
                    logits,
                    (threshold,),
                )
            return found


class MultiClassHead(Head):
    _outputs = ("logits", "probabilities", "class_ids", "classes", "all_class_ids", "all_classes")

    def _measure(self, labels, logits, loss):
        with scope(None, "metrics"):
            return {
                "average_loss": _metrics.mean(loss, name="average_loss"),
                "accuracy": _metrics.accuracy(labels, logits, name="accuracy"),
            }


class RegressionHead(Head):
    _outputs = ("predictions",)

    def _measure(self, labels, logits, loss):
        found = {"average_loss": _metrics.mean(loss)}
        with scope("prediction/mean") as name:
            found["prediction/mean"] = _metrics.mean(logits, name=name)
        found["label/mean"] = _metrics.mean(labels)
        return found


def classifier_head(n_classes):
    """The head that a classifier of so many classes has."""
    if not _scope_lsp.is_known(n_classes):
        return MultiClassHead(n_classes)
    return BinaryHead(1) if n_classes == 2 else MultiClassHead(n_classes)
