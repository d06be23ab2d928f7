"""`tf.contrib.losses`, which slim has as well: the losses of `tf.losses`, predictions first.

Modelled on contrib/losses/python/losses/loss_ops.py of TensorFlow 1.15.5.
"""

from tensorflow import _dtypes
from tensorflow import losses as _losses
from tensorflow._casts import cast
from tensorflow._constant_ops import ones_like
from tensorflow._math_ops import multiply, subtract
from tensorflow._nn_ops import relu
from tensorflow._tensor import pop, push
from tensorflow.losses import add_loss, get_losses, get_regularization_losses
from tensorflow._unmodelled import lookup as _lookup


def compute_weighted_loss(losses, weights=1.0, scope=None):
    return _losses.compute_weighted_loss(losses, weights, scope)


def get_total_loss(add_regularization_losses=True, name="total_loss"):
    return _losses.get_total_loss(add_regularization_losses, name)


def absolute_difference(predictions, labels=None, weights=1.0, scope=None):
    return _losses.absolute_difference(labels, predictions, weights, scope=scope)


def mean_squared_error(predictions, labels=None, weights=1.0, scope=None):
    return _losses.mean_squared_error(labels, predictions, weights, scope=scope)


def log_loss(predictions, labels=None, weights=1.0, epsilon=1e-7, scope=None):
    return _losses.log_loss(labels, predictions, weights, epsilon=epsilon, scope=scope)


def hinge_loss(logits, labels=None, scope=None):
    """Element by element, and in no collection."""
    push(scope, "hinge_loss")
    labels = cast(labels, _dtypes.float32)
    result = relu(subtract(ones_like(labels), multiply(labels, logits)))
    pop()
    return result


def cosine_distance(predictions, labels=None, axis=None, weights=1.0, scope=None, dim=None):
    return _losses.cosine_distance(
        labels, predictions, dim if axis is None else axis, weights=weights, scope=scope
    )


def sigmoid_cross_entropy(logits, multi_class_labels, weights=1.0, label_smoothing=0, scope=None):
    return _losses.sigmoid_cross_entropy(
        multi_class_labels, logits, weights, label_smoothing=label_smoothing, scope=scope
    )


def softmax_cross_entropy(logits, onehot_labels, weights=1.0, label_smoothing=0, scope=None):
    return _losses.softmax_cross_entropy(
        onehot_labels, logits, weights, label_smoothing=label_smoothing, scope=scope
    )


def sparse_softmax_cross_entropy(logits, labels, weights=1.0, scope=None):
    return _losses.sparse_softmax_cross_entropy(labels, logits, weights, scope=scope)


def __getattr__(name):
    return _lookup("contrib.losses." + name)
