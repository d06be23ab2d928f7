"""The heads of canned estimators, which model functions of a program's own use too.

Modelled on tensorflow_estimator/python/estimator/canned/head.py, which comes with TensorFlow
1.15.5; this module is another name of it.
"""

from tensorflow._estimator_heads import AbstractHead as _Head
from tensorflow._estimator_heads import (
    BinaryHead,
    LossSpec,
    MultiClassHead,
    RegressionHead,
    classifier_head,
)
from tensorflow._unmodelled import lookup as _lookup


def _binary_logistic_head_with_sigmoid_cross_entropy_loss(
    weight_column=None,
    thresholds=None,
    label_vocabulary=None,
    loss_reduction="weighted_sum",
    loss_fn=None,
    name=None,
):
    return BinaryHead(1, thresholds, name)


def _multi_class_head_with_softmax_cross_entropy_loss(
    n_classes,
    weight_column=None,
    label_vocabulary=None,
    loss_reduction="weighted_sum",
    loss_fn=None,
    name=None,
):
    return MultiClassHead(n_classes, name=name)


def _regression_head(
    weight_column=None,
    label_dimension=1,
    loss_reduction="weighted_sum",
    loss_fn=None,
    inverse_link_fn=None,
    name=None,
):
    return RegressionHead(label_dimension, name=name)


def _binary_logistic_or_multi_class_head(
    n_classes, weight_column, label_vocabulary, loss_reduction
):
    return classifier_head(n_classes)


def __getattr__(name):
    return _lookup("python.estimator.canned.head." + name)
