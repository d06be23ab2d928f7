"""`tf.contrib.model_pruning`: weights with a mask and a threshold beside them.

Modelled on contrib/model_pruning of TensorFlow 1.15.5.
"""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.model_pruning._cells import MaskedBasicLSTMCell, MaskedLSTMCell
from tensorflow.contrib.model_pruning._layers import masked_convolution, masked_fully_connected
from tensorflow.contrib.model_pruning._pruning import (
    Pruning,
    apply_mask,
    get_masked_weights,
    get_masks,
    get_pruning_hparams,
    get_thresholds,
    get_weight_sparsity,
    get_weights,
)
from tensorflow.contrib.slim import learning as _learning

masked_conv2d = masked_convolution


def train(train_op, logdir, mask_update_op, *args, **kwargs):
    return _learning.train(train_op, logdir)


def __getattr__(name):
    return _lookup("contrib.model_pruning." + name)
