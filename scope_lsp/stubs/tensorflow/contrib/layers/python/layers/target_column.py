"""tensorflow.contrib.layers.python.layers.target_column: what a model is trained for.

The losses make ops only.  What a model is measured by makes the variables of its metrics.
Modelled on contrib/layers/python/layers/target_column.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_joins import concat
from tensorflow._array_ops import expand_dims, rank, reshape, shape, squeeze
from tensorflow._casts import cast
from tensorflow._check_ops import Assert
from tensorflow._constant_ops import zeros_like
from tensorflow._graph_contexts import control_dependencies
from tensorflow._math_ops import (
    div,
    greater_equal,
    less_equal,
    multiply,
    sigmoid,
    squared_difference,
)
from tensorflow._nn_losses import (
    sigmoid_cross_entropy_with_logits,
    sparse_softmax_cross_entropy_with_logits,
)
from tensorflow._nn_ops import softmax
from tensorflow._reductions import argmax, reduce_mean, reduce_sum
from tensorflow.contrib import losses
from tensorflow.contrib import metrics as _metrics


class ProblemType:
    UNSPECIFIED = 0
    CLASSIFICATION = 1
    LINEAR_REGRESSION = 2
    LOGISTIC_REGRESSION = 3


def regression_target(label_name=None, weight_column_name=None, label_dimension=1):
    return _RegressionTargetColumn(
        _squared, label_dimension, label_name, weight_column_name=weight_column_name
    )


def multi_class_target(n_classes, label_name=None, weight_column_name=None):
    if n_classes < 2:
        raise ValueError("n_classes must be > 1 for classification.")
    return _MultiClassTargetColumn(
        _log_loss if n_classes == 2 else _cross_entropy,
        1 if n_classes == 2 else n_classes,
        label_name,
        weight_column_name=weight_column_name,
    )


def binary_svm_target(label_name=None, weight_column_name=None):
    return _BinarySvmTargetColumn(_hinge, 1, label_name, weight_column_name=weight_column_name)


class _TargetColumn:
    problem_type = ProblemType.CLASSIFICATION

    def __init__(self, loss_fn, num_label_columns, label_name, weight_column_name):
        self._loss_fn = loss_fn
        self.num_label_columns = num_label_columns
        self.label_name = label_name
        self.weight_column_name = weight_column_name

    def get_weight_tensor(self, features):
        if not self.weight_column_name:
            return None
        return reshape(cast(features[self.weight_column_name], _dtypes.float32), shape=(-1,))

    def _losses(self, logits, target, features):
        """Those of the examples, and the weights of these."""
        each = self._loss_fn(logits, target)
        weights = self.get_weight_tensor(features)
        if weights is not None:
            each = reshape(each, shape=(-1,))
            each = multiply(each, reshape(weights, shape=(-1,)))
        return each, weights

    def training_loss(self, logits, target, features, name="training_loss"):
        each, _ = self._losses(logits, target, features)
        return reduce_mean(each, name=name)

    def loss(self, logits, target, features):
        each, weights = self._losses(logits, target, features)
        if weights is None:
            return reduce_mean(each, name="loss")
        total = reduce_sum(each)
        return div(total, cast(reduce_sum(weights), _dtypes.float32), name="loss")

    def _measured(self, predictions, features, labels, metrics):
        weights = self.get_weight_tensor(features)
        labels = cast(labels, predictions.dtype)
        named = {} if weights is None else {"weights": weights}
        return {name: metric(predictions, labels, **named) for name, metric in metrics.items()}


class _RegressionTargetColumn(_TargetColumn):
    problem_type = ProblemType.LINEAR_REGRESSION

    def logits_to_predictions(self, logits, proba=False):
        return squeeze(logits, axis=[1]) if self.num_label_columns == 1 else logits

    def get_eval_ops(self, features, logits, labels, metrics=None):
        result = {"loss": _metrics.streaming_mean(self.loss(logits, labels, features))}
        if metrics:
            predictions = self.logits_to_predictions(logits)
            result.update(self._measured(predictions, features, labels, metrics=metrics))
        return result


class _MultiClassTargetColumn(_TargetColumn):
    def logits_to_predictions(self, logits, proba=False):
        if self.num_label_columns == 1:
            logits = concat([zeros_like(logits), logits], 1)
        return softmax(logits) if proba else argmax(logits, 1)

    def get_eval_ops(self, features, logits, labels, metrics=None):
        result = {"loss": _metrics.streaming_mean(self.loss(logits, labels, features))}
        if metrics is None:
            metrics = {("accuracy", "classes"): _metrics.streaming_accuracy}
        predictions = sigmoid(logits)
        floats = cast(labels, _dtypes.float32)
        if self.num_label_columns == 1:
            for name, metric in get_default_binary_metrics_for_eval([0.5]).items():
                result[name] = metric(predictions, floats)
        groups = {"classes": {}, "probabilities": {}}
        for name, metric in metrics.items():
            name, group = _group_of(name)
            groups[group][name] = metric
        for group, some in groups.items():
            if some:
                predictions = self.logits_to_predictions(logits, proba=group == "probabilities")
                result.update(self._measured(predictions, features, labels, metrics=some))
        return result


def _group_of(name):
    """The name of a metric, and whether it is of classes or of probabilities."""
    if not isinstance(name, tuple):
        if not isinstance(name, str):
            raise ValueError("Ignoring metric %s. Its name is not in the correct form." % (name,))
        return name, "classes"
    if len(name) != 2:
        raise ValueError(
            "Ignoring metric %s. It returned a tuple with len %d, expected 2." % (name, len(name))
        )
    if name[1] not in ("classes", "probabilities"):
        raise ValueError(
            "Ignoring metric %s. The 2nd element of its name should be either 'classes' or "
            "'probabilities'." % (name,)
        )
    return name


class _BinarySvmTargetColumn(_MultiClassTargetColumn):
    def logits_to_predictions(self, logits, proba=False):
        if proba:
            raise ValueError("logits to probabilities is not supported for _BinarySvmTargetColumn")
        return super(_BinarySvmTargetColumn, self).logits_to_predictions(logits)


def _has_rank(tensor, count):
    found = len(tensor.get_shape())
    return _scope_lsp.is_known(found) and found == count


def _squared(logits, target):
    if _has_rank(target, 1):
        target = expand_dims(target, axis=1)
    logits.get_shape().assert_is_compatible_with(target.get_shape())
    return squared_difference(logits, cast(target, _dtypes.float32))


def _log_loss(logits, target):
    if _has_rank(target, 1):
        target = expand_dims(target, axis=1)
    return sigmoid_cross_entropy_with_logits(labels=cast(target, _dtypes.float32), logits=logits)


def _cross_entropy(logits, target):
    whole = target.dtype.is_integer
    if _scope_lsp.is_known(whole) and not whole:
        raise ValueError("Target's dtype should be integer Instead got %s." % target.dtype)
    if _has_rank(target, 2):
        target = squeeze(target, axis=[1])
    return sparse_softmax_cross_entropy_with_logits(labels=target, logits=logits)


def _hinge(logits, target):
    flat = less_equal(rank(target), 2)
    check = Assert(flat, ["target's shape should be either [batch_size, 1] or [batch_size]"])
    with control_dependencies([check]):
        target = reshape(target, shape=[shape(target)[0], 1])
    return losses.hinge_loss(logits, target)


def get_default_binary_metrics_for_eval(thresholds):
    found = {
        "labels/prediction_mean": _mean_of_predictions,
        "labels/actual_target_mean": _mean_of_labels,
        "accuracy/baseline_target_mean": _mean_of_labels,
        "auc": _auc,
    }
    for threshold in thresholds:
        found["accuracy/threshold_%f_mean" % threshold] = _accuracy_at(threshold)
        for kind in "precision", "recall":
            metric = getattr(_metrics, "streaming_%s_at_thresholds" % kind)
            found["%s/positive_threshold_%f_mean" % (kind, threshold)] = _at(metric, threshold)
    return found


def _floats(weights):
    return None if weights is None else cast(weights, _dtypes.float32)


def _mean_of_predictions(predictions, labels, weights=None):
    return _metrics.streaming_mean(predictions, weights=weights)


def _mean_of_labels(predictions, labels, weights=None):
    return _metrics.streaming_mean(labels, weights=weights)


def _auc(predictions, labels, weights=None):
    return _metrics.streaming_auc(predictions, labels, weights=_floats(weights))


def _accuracy_at(threshold):
    def accuracy(predictions, labels, weights=None):
        above = cast(greater_equal(predictions, threshold), _dtypes.float32)
        return _metrics.streaming_accuracy(predictions=above, labels=labels, weights=weights)

    return accuracy


def _at(metric, threshold):
    def measured(predictions, labels, weights=None):
        value, update = metric(
            predictions, labels=labels, thresholds=[threshold], weights=_floats(weights)
        )
        return squeeze(value), update

    return measured
