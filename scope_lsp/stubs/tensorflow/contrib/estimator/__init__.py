"""`tf.contrib.estimator`: the heads that are written without canned estimators.

Modelled on contrib/estimator and canned/head.py of the estimator that comes with TensorFlow 1.15.5.
"""

from tensorflow._estimator_heads import BinaryHead, MultiClassHead, RegressionHead
from tensorflow._unmodelled import lookup as _lookup


def binary_classification_head(weight_column=None, thresholds=None, label_vocabulary=None, loss_reduction=None, loss_fn=None, name=None):
    return BinaryHead(1, thresholds, name)


def multi_class_head(n_classes, weight_column=None, label_vocabulary=None, loss_reduction=None, loss_fn=None, name=None):
    return MultiClassHead(n_classes, name=name)


def regression_head(weight_column=None, label_dimension=1, loss_reduction=None, loss_fn=None, inverse_link_fn=None, name=None):
    return RegressionHead(label_dimension, name=name)


def __getattr__(name):
    return _lookup("contrib.estimator." + name)
