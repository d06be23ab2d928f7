"""What the heads of version 2 have in common: `tf.estimator.Head`.

Losses and predictions are single ops here; the metrics are those of Keras, made in the head's
scope.
Not here: the heads themselves (`_kinds_of_heads`).

Modelled on tensorflow_estimator/python/estimator/head/base_head.py, which comes with TensorFlow
1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._control_flow import group
from tensorflow._estimator_heads import check_labels
from tensorflow._estimator_spec import EstimatorSpec, ModeKeys
from tensorflow._refusals import refuse
from tensorflow._shape import is_int
from tensorflow._tensor import convert, create, scope
from tensorflow.keras import metrics as _metrics
from tensorflow.summary import scalar

_REDUCTIONS = ("auto", "none", "sum", "sum_over_batch_size")


def refuse_awaited(message):
    _scope_lsp.fail(message, when="awaited")


class Head:
    """What a head is, for a program's own too."""

    @property
    def name(self):
        raise NotImplementedError("Calling an abstract method.")

    @property
    def logits_dimension(self):
        raise NotImplementedError("Calling an abstract method.")

    @property
    def loss_reduction(self):
        raise NotImplementedError("Calling an abstract method.")

    def loss(self, labels, logits, features=None, mode=None, regularization_losses=None):
        raise NotImplementedError("Calling an abstract method.")

    def predictions(self, logits, keys=None):
        raise NotImplementedError("Calling an abstract method.")

    def metrics(self, regularization_losses=None):
        raise NotImplementedError("Calling an abstract method.")

    def update_metrics(
        self, eval_metrics, features, logits, labels, mode=None, regularization_losses=None
    ):
        raise NotImplementedError("Calling an abstract method.")

    def _summary_key(self, key):
        return "%s/%s" % (key, self.name) if self.name else key

    def create_estimator_spec(self, features, mode, logits, labels=None, *rest, **named):
        try:
            spec = self._create_tpu_estimator_spec(features, mode, logits, labels, *rest, **named)
            return spec.as_estimator_spec()
        except NotImplementedError:
            raise NotImplementedError(
                "Subclasses of Head must implement `create_estimator_spec()` or "
                "_create_tpu_estimator_spec()."
            )

    def _create_tpu_estimator_spec(self, features, mode, logits, labels=None, *rest, **named):
        raise NotImplementedError("TPUEstimatorSpec not available for this model head.")


def train_op_of(loss, optimizer=None, trainable_variables=None, train_op_fn=None, update_ops=None):
    """create_estimator_spec_train_op."""
    with scope(""):
        with scope("training"):
            if optimizer is not None:
                if train_op_fn is not None:
                    refuse_awaited("train_op_fn and optimizer cannot both be set.")
                if trainable_variables is None:
                    refuse_awaited("trainable_variables cannot be None. Given None")
                train_op = optimizer.get_updates(loss, trainable_variables)[0]
            elif train_op_fn is not None:
                train_op = train_op_fn(loss)
            else:
                refuse_awaited("train_op_fn and optimizer cannot both be None.")
                train_op = _scope_lsp.unknown("an op that trains nothing")
            return train_op if update_ops is None else group(train_op, *update_ops)


def summarize(loss, regularization_losses, key):
    """create_estimator_spec_summary."""
    with scope(""):
        scalar(key("loss"), loss)
        if regularization_losses is not None:
            scalar(key("regularization_loss"), loss)


class OneHead(Head):
    """A head by what it measures and tells: `_measured` and `_outputs`."""

    _labels_dimension = 1
    _outputs = ()

    def __init__(self, logits_dimension, weight_column, thresholds, loss_reduction, loss_fn, name):
        if _scope_lsp.is_a(loss_reduction, str) and (
            loss_reduction not in _REDUCTIONS or loss_reduction == "none"
        ):
            refuse_awaited(
                "Invalid loss_reduction: %s. See `tf.losses.Reduction` for valid options."
                % loss_reduction
            )
        self._logits_dimension = logits_dimension
        self._weight_column = weight_column
        self._thresholds = tuple(thresholds) if thresholds else ()
        self._loss_reduction = loss_reduction
        self._loss_fn = loss_fn
        self._name = name

    @property
    def name(self):
        return self._name

    @property
    def logits_dimension(self):
        return self._logits_dimension

    @property
    def loss_reduction(self):
        return self._loss_reduction

    def _checked(self, logits):
        """check_logits_final_dim."""
        logits = convert(logits)
        dims = logits._dims
        if _scope_lsp.is_a(dims, tuple) and dims:
            if is_int(dims[-1]) and is_int(self.logits_dimension):
                if dims[-1] != self.logits_dimension:
                    refuse_awaited(
                        "logits shape must be [D0, D1, ... DN, logits_dimension], got %s."
                        % (logits.shape,)
                    )
        return logits

    def loss(self, labels, logits, features=None, mode=None, regularization_losses=None):
        with scope("losses"):
            logits = self._checked(logits)
            check_labels(labels, logits, self._labels_dimension)
            inputs = [logits]
            if self._loss_fn:
                inputs.append(_scope_lsp.call_back(self._loss_fn, labels=labels, logits=logits))
            return create("Sum", "weighted_loss", (), dtype=_dtypes.float32, inputs=(logits,))

    def predictions(self, logits, keys=None):
        if keys and _scope_lsp.is_known(keys):
            for key in keys:
                if key not in self._outputs:
                    refuse(
                        "Prediction key must be in PredictionKeys, given: %s.Valid prediction keys "
                        "include %s." % (key, list(self._outputs))
                    )
        logits = self._checked(logits)
        with scope("predictions"):
            return {
                key: logits if key == "logits" else self._told(key, logits)
                for key in keys or self._outputs
            }

    def _told(self, key, logits):
        dims, dtype = logits._dims, _dtypes.float32
        if key in ("class_ids", "classes", "all_class_ids", "all_classes"):
            dtype = _dtypes.int32 if key[:3] == "all" else _dtypes.int64
            if key[-7:] == "classes":
                dtype = _dtypes.string
            if _scope_lsp.is_a(dims, tuple) and dims:
                last = self.logits_dimension if key[:3] == "all" else 1
                dims = dims[:-1] + (2 if key[:3] == "all" and last == 1 else last,)
        elif key == "probabilities" and self._logits_dimension == 1:
            if _scope_lsp.is_a(dims, tuple) and dims:
                dims = dims[:-1] + (2,)
        return create("Identity", key, dims, dtype=dtype, inputs=(logits,))

    def metrics(self, regularization_losses=None):
        with scope("metrics"):
            found = {}
            for key, metric in self._measured():
                if key == "regularization_loss":
                    if regularization_losses is not None:
                        found[self._summary_key(key)] = _metrics.Mean(name=key)
                else:
                    found[self._summary_key(key)] = metric(key)
            return found

    def update_metrics(self, eval_metrics, features, logits, labels, regularization_losses=None):
        check_labels(labels, self._checked(logits), self._labels_dimension)
        return eval_metrics

    def create_estimator_spec(
        self,
        features,
        mode,
        logits,
        labels=None,
        optimizer=None,
        trainable_variables=None,
        train_op_fn=None,
        update_ops=None,
        regularization_losses=None,
    ):
        with scope(self.name, "head"):
            predictions = self.predictions(logits)
            if mode == ModeKeys.PREDICT:
                return EstimatorSpec(
                    mode, predictions, export_outputs=_scope_lsp.unknown("what a model exports")
                )
            loss = self.loss(
                labels, logits, features, mode=mode, regularization_losses=regularization_losses
            )
            if mode == ModeKeys.EVAL:
                metrics = self.metrics(regularization_losses=regularization_losses)
                metrics = self.update_metrics(
                    metrics,
                    features,
                    logits,
                    labels=labels,
                    regularization_losses=regularization_losses,
                )
                return EstimatorSpec(mode, predictions, loss, eval_metric_ops=metrics)
            train_op = train_op_of(
                loss,
                optimizer,
                trainable_variables,
                train_op_fn=train_op_fn,
                update_ops=update_ops,
            )
        summarize(loss, regularization_losses, self._summary_key)
        return EstimatorSpec(mode, predictions, loss, train_op=train_op)
