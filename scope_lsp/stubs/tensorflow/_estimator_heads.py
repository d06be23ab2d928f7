"""The heads of canned estimators: what stands between logits and an EstimatorSpec.

Losses and predictions are single ops here: only the optimizer and the metrics make variables.

Modelled on tensorflow_estimator/python/estimator/canned/head.py, which comes with TensorFlow
1.15.5.
"""

from collections import namedtuple

import _scope_lsp

from tensorflow import _dtypes, _metrics_at_thresholds
from tensorflow import metrics as _metrics
from tensorflow._global_step import get_global_step
from tensorflow._shape import is_int
from tensorflow._tensor import convert, create, scope
from tensorflow.summary import scalar


class AbstractHead:
    """What stands between logits and an EstimatorSpec (_Head), for a program's own too."""

    @property
    def name(self):
        raise NotImplementedError("Calling an abstract method.")

    @property
    def logits_dimension(self):
        raise NotImplementedError("Calling an abstract method.")

    def create_loss(self, features, mode, logits, labels):
        raise NotImplementedError("Calling an abstract method.")

    def create_estimator_spec(self, features, mode, logits, labels=None, *rest, **named):
        try:
            spec = self._create_tpu_estimator_spec(features, mode, logits, labels, *rest, **named)
            return spec.as_estimator_spec()
        except NotImplementedError:
            raise NotImplementedError(
                "Subclasses of _Head must implement `create_estimator_spec()` or "
                "_create_tpu_estimator_spec()."
            )

    def _create_tpu_estimator_spec(self, features, mode, logits, labels=None, *rest, **named):
        raise NotImplementedError("TPUEstimatorSpec not available for this model head.")


LossSpec = namedtuple(
    "LossSpec", ["training_loss", "unreduced_loss", "weights", "processed_labels"]
)


class Head(AbstractHead):
    """A head by what it measures: `_measure` makes the metrics of an evaluation."""

    _labels_dimension = 1

    def __init__(self, logits_dimension, thresholds=(), name=None):
        self._logits_dimension = logits_dimension
        self._name = name
        self._thresholds = tuple(thresholds or ())

    @property
    def name(self):
        return self._name

    @property
    def logits_dimension(self):
        return self._logits_dimension

    def _key(self, key):
        return "%s/%s" % (key, self._name) if self._name else key

    def create_loss(self, features, mode, logits, labels):
        logits = convert(logits)
        labels = check_labels(labels, logits, self._labels_dimension)
        loss = create("Sum", "weighted_loss", (), dtype=_dtypes.float32, inputs=(logits,))
        return LossSpec(loss, loss, 1.0, processed_labels=labels)

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
        from tensorflow._estimator_spec import EstimatorSpec  # imports what few programs need

        with scope(self.name, "head"):
            logits = convert(logits)
            last = _last_size(logits)
            if is_int(last) and is_int(self.logits_dimension) and last != self.logits_dimension:
                _scope_lsp.fail(
                    "logits shape must be [D0, D1, ... DN, logits_dimension], got %s."
                    % (logits.shape,),
                    when="awaited",
                )
            predictions = self._predictions(logits)
            if mode == "infer":
                return EstimatorSpec(mode, predictions)
            loss = self.create_loss(features, mode, logits, labels=labels).training_loss
            if mode == "train":
                if optimizer is not None:
                    if train_op_fn is not None:
                        _scope_lsp.fail(
                            "train_op_fn and optimizer cannot both be set.", when="awaited"
                        )
                    train_op = optimizer.minimize(loss, global_step=get_global_step())
                elif train_op_fn is not None:
                    train_op = train_op_fn(loss)
                else:
                    _scope_lsp.fail(
                        "train_op_fn and optimizer cannot both be None.", when="awaited"
                    )
                    train_op = _scope_lsp.unknown("an op that trains nothing")
                with scope(""):
                    scalar(self._key("loss"), loss)
                return EstimatorSpec(mode, predictions, loss, train_op=train_op)
        metrics = self._measure(labels, logits, loss, regularization_losses=regularization_losses)
        return EstimatorSpec(mode, predictions, loss, eval_metric_ops=metrics)

    def _regularized(self, found, losses):
        """The metric of losses that were added, where there are any."""
        if losses:
            found[self._key("regularization_loss")] = _metrics.mean(0.0, name="regularization_loss")

    def _predictions(self, logits):
        with scope(None, "predictions"):
            return {
                key: create("Identity", key, logits._dims, dtype=_dtypes.float32, inputs=(logits,))
                for key in self._outputs
            }


def check_labels(labels, logits, expected):
    """Of the labels' shape, what _check_dense_labels_match_logits_and_reshape refuses."""
    if labels is None:
        _scope_lsp.fail("You must provide a labels Tensor. Given: None.", when="awaited")
    elif not _scope_lsp.is_known(labels) or not isinstance(labels, dict):
        labels = convert(labels)
        last = _last_size(labels)
        misses_axis = _rank(labels) is not None and _rank(labels) == (_rank(logits) or 0) - 1
        if is_int(last) and is_int(expected) and not misses_axis and last != expected:
            _scope_lsp.fail(
                "Mismatched label shape. Expected labels dimension=%s.  Received %s. "
                "Suggested Fix:If your classifier expects one-hot encoding label,check your "
                "n_classes argument to the estimator and/or the shape of your label. "
                "Otherwise, check the shape of your label." % (expected, last),
                when="awaited",
            )
    return labels


def _rank(tensor):
    dims = tensor._dims
    if not _scope_lsp.is_a(dims, tuple):
        return None
    rank = len(dims)
    return rank if _scope_lsp.is_known(rank) else None


def _last_size(tensor):
    """The size of a tensor's last axis; None where it is not known."""
    return tensor._dims[-1] if _rank(tensor) else None


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

    def _measure(self, labels, logits, loss, regularization_losses=None):
        with scope(None, "metrics"):
            found = {}

            def scoped(key, metric, *arguments, **named):
                with scope(key) as name:
                    found[self._key(key)] = metric(*arguments, name=name, **named)

            scoped("label/mean", _metrics.mean, labels)
            for key, metric, values in (
                ("average_loss", _metrics.mean, (loss,)),
                ("accuracy", _metrics.accuracy, (labels, logits)),
                ("precision", _metrics.precision, (labels, logits)),
                ("recall", _metrics.recall, (labels, logits)),
            ):
                found[self._key(key)] = metric(*values, name=key)
            scoped("prediction/mean", _metrics.mean, logits)
            found[self._key("accuracy_baseline")] = found[self._key("label/mean")]
            scoped("auc", _metrics_at_thresholds.auc, labels, logits)
            scoped("auc_precision_recall", _metrics_at_thresholds.auc, labels, logits, curve="PR")
            self._regularized(found, regularization_losses)
            for threshold in self._thresholds:
                end = "/positive_threshold_%g" % threshold
                scoped("accuracy" + end, _metrics.accuracy, labels, logits)
                for key, metric in (
                    ("precision", _metrics_at_thresholds.precision_at_thresholds),
                    ("recall", _metrics_at_thresholds.recall_at_thresholds),
                ):
                    scoped(key + end, metric, labels, logits, (threshold,))
            return found


class MultiClassHead(Head):
    _outputs = ("logits", "probabilities", "class_ids", "classes", "all_class_ids", "all_classes")

    def _measure(self, labels, logits, loss, regularization_losses=None):
        with scope(None, "metrics"):
            found = {
                self._key("average_loss"): _metrics.mean(loss, name="average_loss"),
                self._key("accuracy"): _metrics.accuracy(labels, logits, name="accuracy"),
            }
            self._regularized(found, regularization_losses)
            return found


class RegressionHead(Head):
    _outputs = ("predictions",)

    @property
    def _labels_dimension(self):
        return self.logits_dimension

    def _measure(self, labels, logits, loss, regularization_losses=None):
        found = {self._key("average_loss"): _metrics.mean(loss)}
        with scope("prediction/mean") as name:
            found[self._key("prediction/mean")] = _metrics.mean(logits, name=name)
        found[self._key("label/mean")] = _metrics.mean(labels)
        self._regularized(found, regularization_losses)
        return found


def classifier_head(n_classes):
    """The head that a classifier of so many classes has."""
    if not _scope_lsp.is_known(n_classes):
        return MultiClassHead(n_classes)
    return BinaryHead(1) if n_classes == 2 else MultiClassHead(n_classes)
