"""The mask and the threshold of a weight, and the collections that keep them.

Modelled on contrib/model_pruning/python/layers/core_layers.py and python/pruning.py (apply_mask)
of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._graph import add_to_collection, get_collection
from tensorflow._math_ops import multiply

MASK_COLLECTION = "masks"
THRESHOLD_COLLECTION = "thresholds"
MASKED_WEIGHT_COLLECTION = "masked_weights"
WEIGHT_COLLECTION = "kernel"
MASKED_WEIGHT_NAME = "weights/masked_weight"


def product(mask, weight):
    return multiply(mask, weight, MASKED_WEIGHT_NAME)


def keep(weight, mask, threshold, masked, once=False):
    """Fill the collections; `once`: not if the mask is in its collection, as cells ask."""
    if once and _scope_lsp.is_among(mask, get_collection(MASK_COLLECTION)):
        return
    add_to_collection(MASK_COLLECTION, mask)
    add_to_collection(MASKED_WEIGHT_COLLECTION, masked)
    add_to_collection(THRESHOLD_COLLECTION, threshold)
    add_to_collection(WEIGHT_COLLECTION, weight)


def add_mask(layer, shape):
    return layer.add_variable(
        "mask", shape, layer.dtype, initializer=_init_ops.Ones(), trainable=False
    )


def add_threshold(layer):
    return layer.add_variable(
        "threshold", [], layer.dtype, initializer=_init_ops.Zeros(), trainable=False
    )
