"""The heads of version 2 by what they measure and predict.

Modelled on tensorflow_estimator/python/estimator/head/{binary_class,multi_class,multi_label,
regression}_head.py, which come with TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._estimator_heads_v2 import OneHead, refuse_awaited
from tensorflow._shape import is_int
from tensorflow._tensor import create, scope
from tensorflow.keras import metrics as _metrics


def _mean(key):
    return _metrics.Mean(name=key)


def _area(key, curve="ROC"):
    return _metrics.AUC(name=key, curve=curve)


def _area_pr(key):
    return _area(key, "PR")


def _at_thresholds(thresholds, name):
    """The metrics at each threshold, whose names are their keys."""
    for threshold in thresholds:
        end = "/positive_threshold_%g" % threshold
        yield (
            "accuracy" + end,
            lambda key, at=threshold: _metrics.BinaryAccuracy(name=name(key), threshold=at),
        )
        yield (
            "precision" + end,
            lambda key, at=threshold: _metrics.Precision(name=name(key), thresholds=at),
        )
        yield (
            "recall" + end,
            lambda key, at=threshold: _metrics.Recall(name=name(key), thresholds=at),
        )


def _check_thresholds(thresholds, message):
    for threshold in thresholds or ():
        if _scope_lsp.is_number(threshold) and (threshold <= 0.0 or threshold >= 1.0):
            refuse_awaited(message % (tuple(thresholds),))


class BinaryClassHead(OneHead):
    _outputs = (
        "logits",
        "logistic",
        "probabilities",
        "class_ids",
        "classes",
        "all_class_ids",
        "all_classes",
    )

    def __init__(
        self,
        weight_column=None,
        thresholds=None,
        label_vocabulary=None,
        loss_reduction="sum_over_batch_size",
        loss_fn=None,
        name=None,
    ):
        _check_thresholds(thresholds, "thresholds not in (0, 1): %s.")
        OneHead.__init__(
            self,
            1,
            weight_column,
            thresholds=thresholds,
            loss_reduction=loss_reduction,
            loss_fn=loss_fn,
            name=name,
        )

    def _measured(self):
        yield "average_loss", _mean
        yield "accuracy", lambda key: _metrics.Accuracy(name=key)
        yield "precision", lambda key: _metrics.Precision(name=key)
        yield "recall", lambda key: _metrics.Recall(name=key)
        yield "prediction/mean", _mean
        yield "label/mean", _mean
        yield "accuracy_baseline", _mean
        yield "auc", _area
        yield "auc_precision_recall", _area_pr
        yield "regularization_loss", _mean
        yield from _at_thresholds(self._thresholds, self._summary_key)


class MultiClassHead(OneHead):
    _outputs = ("logits", "probabilities", "class_ids", "classes", "all_class_ids", "all_classes")

    def __init__(
        self,
        n_classes,
        weight_column=None,
        label_vocabulary=None,
        loss_reduction="sum_over_batch_size",
        loss_fn=None,
        name=None,
    ):
        if n_classes is None:
            refuse_awaited("n_classes cannot be None")
        elif is_int(n_classes) and n_classes <= 2:
            refuse_awaited("n_classes must be > 2: %s." % n_classes)
        OneHead.__init__(
            self,
            n_classes,
            weight_column,
            thresholds=(),
            loss_reduction=loss_reduction,
            loss_fn=loss_fn,
            name=name,
        )

    def _measured(self):
        yield "average_loss", _mean
        yield "regularization_loss", _mean
        yield "accuracy", lambda key: _metrics.Accuracy(name=key)


class MultiLabelHead(OneHead):
    _outputs = ("logits", "probabilities")

    def __init__(
        self,
        n_classes,
        weight_column=None,
        thresholds=None,
        label_vocabulary=None,
        loss_reduction="sum_over_batch_size",
        loss_fn=None,
        classes_for_class_based_metrics=None,
        name=None,
    ):
        if n_classes is None or is_int(n_classes) and n_classes < 2:
            refuse_awaited(
                "n_classes must be > 1 for multi-label classification. Given: %s" % (n_classes,)
            )
        _check_thresholds(thresholds, "thresholds must be in (0, 1) range. Given: %s")
        OneHead.__init__(
            self,
            n_classes,
            weight_column,
            thresholds=thresholds,
            loss_reduction=loss_reduction,
            loss_fn=loss_fn,
            name=name,
        )
        self._label_vocabulary = label_vocabulary
        self._classes = tuple(classes_for_class_based_metrics or ())

    @property
    def _labels_dimension(self):
        return None  # they may be sparse

    def _told(self, key, logits):
        return create("Sigmoid", key, logits._dims, dtype=_dtypes.float32, inputs=(logits,))

    def _measured(self):
        yield "average_loss", _mean
        yield "auc", _area
        yield "auc_precision_recall", _area_pr
        yield "regularization_loss", _mean
        name = self._summary_key
        yield from _at_thresholds(self._thresholds, name)
        for given in self._classes:
            end = "class%d" % given if is_int(given) else given
            if self._label_vocabulary is not None and is_int(given):
                end = self._label_vocabulary[given]
            yield "probability_mean/" + end, lambda key: _mean(name(key))
            yield "auc/" + end, lambda key: _area(name(key))
            yield "auc_precision_recall/" + end, lambda key: _area_pr(name(key))


class RegressionHead(OneHead):
    _outputs = ("predictions",)

    def __init__(
        self,
        label_dimension=1,
        weight_column=None,
        loss_reduction="sum_over_batch_size",
        loss_fn=None,
        inverse_link_fn=None,
        name=None,
    ):
        if is_int(label_dimension) and label_dimension < 1:
            refuse_awaited("Invalid label_dimension %s." % label_dimension)
        OneHead.__init__(
            self,
            label_dimension,
            weight_column,
            thresholds=(),
            loss_reduction=loss_reduction,
            loss_fn=loss_fn,
            name=name,
        )
        self._inverse_link_fn = inverse_link_fn

    @property
    def _labels_dimension(self):
        return self.logits_dimension

    def predictions(self, logits):
        logits = self._checked(logits)
        with scope("predictions"):
            if not self._inverse_link_fn:
                return {"predictions": logits}
            return {"predictions": self._inverse_link_fn(logits), "logits": logits}

    def _measured(self):
        yield "average_loss", _mean
        yield "prediction/mean", _mean
        yield "label/mean", _mean
        yield "regularization_loss", _mean


def _unlinked(logits):
    return create("Exp", None, logits._dims, dtype=_dtypes.float32, inputs=(logits,))


class PoissonRegressionHead(RegressionHead):
    def __init__(
        self,
        label_dimension=1,
        weight_column=None,
        loss_reduction="sum_over_batch_size",
        compute_full_loss=True,
        name=None,
    ):
        RegressionHead.__init__(
            self,
            label_dimension,
            weight_column,
            loss_reduction=loss_reduction,
            inverse_link_fn=_unlinked,
            name=name,
        )


class LogisticRegressionHead(RegressionHead):
    def __init__(self, weight_column=None, loss_reduction="sum_over_batch_size", name=None):
        RegressionHead.__init__(
            self,
            1,
            weight_column,
            loss_reduction=loss_reduction,
            inverse_link_fn=_unlinked,
            name=name,
        )


def binary_or_multi_class_head(n_classes, weight_column, label_vocabulary, loss_reduction):
    if not _scope_lsp.is_known(n_classes) or n_classes != 2:
        return MultiClassHead(
            n_classes, weight_column, label_vocabulary, loss_reduction=loss_reduction
        )
    return BinaryClassHead(weight_column, None, label_vocabulary, loss_reduction=loss_reduction)
