"""tensorflow.contrib.model_pruning.python.layers.core_layers."""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.model_pruning._layers import MaskedConv2D, MaskedFullyConnected
from tensorflow.contrib.model_pruning._masks import (
    MASK_COLLECTION,
    MASKED_WEIGHT_COLLECTION,
    MASKED_WEIGHT_NAME,
    THRESHOLD_COLLECTION,
    WEIGHT_COLLECTION,
)


def __getattr__(name):
    return _lookup("contrib.model_pruning.python.layers.core_layers." + name)
