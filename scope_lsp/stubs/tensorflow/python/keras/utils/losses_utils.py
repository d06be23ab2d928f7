"""tensorflow.python.keras.utils.losses_utils: losses of examples made one loss.

Of the arithmetic a few ops are kept, which nothing but the names of other ops can tell.
Modelled on keras/utils/losses_utils.py of TensorFlow 1.15.5.
"""

from tensorflow._math_ops import multiply
from tensorflow._reductions import reduce_sum
from tensorflow._tensor import convert, scope
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.keras.losses import Reduction as ReductionV2


def reduce_weighted_loss(weighted_losses, reduction="sum_over_batch_size"):
    return weighted_losses if reduction == "none" else reduce_sum(weighted_losses)


def compute_weighted_loss(losses, sample_weight=None, reduction="sum_over_batch_size", name=None):
    with scope(name or "weighted_loss", None):
        losses = convert(losses)
        if sample_weight is not None:
            losses = multiply(losses, sample_weight)
        return reduce_weighted_loss(losses, reduction)


def scale_loss_for_distribution(loss_value):
    return loss_value


def __getattr__(name):
    return _lookup("python.keras.utils.losses_utils." + name)
