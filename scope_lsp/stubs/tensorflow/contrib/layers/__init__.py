"""`tf.contrib.layers`."""

from tensorflow._regularizers import (
    apply_regularization,
    l1_l2_regularizer,
    l1_regularizer,
    l2_regularizer,
    sum_regularizer,
    variance_scaling_initializer,
    xavier_initializer,
    xavier_initializer_conv2d,
)
from tensorflow._unmodelled import lookup


def __getattr__(name):
    return lookup("contrib.layers." + name)
