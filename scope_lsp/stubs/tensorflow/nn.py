"""`tf.nn`."""

from tensorflow._array_layout import depth_to_space, space_to_depth
from tensorflow._convolutions import (
    atrous_conv2d,
    conv1d,
    conv2d,
    conv2d_transpose,
    conv3d,
    conv3d_transpose,
    convolution,
)
from tensorflow._depthwise_convolutions import (
    depthwise_conv2d,
    depthwise_conv2d_native,
    separable_conv2d,
)
from tensorflow._pooling import (
    avg_pool,
    avg_pool1d,
    avg_pool3d,
    max_pool,
    max_pool1d,
    max_pool2d,
    max_pool3d,
    pool,
)
from tensorflow._math_ops import log_sigmoid, sigmoid, tanh
from tensorflow._nn_ops import (
    batch_normalization,
    bias_add,
    crelu,
    dropout,
    elu,
    fused_batch_norm,
    in_top_k,
    leaky_relu,
    local_response_normalization,
    log_softmax,
    lrn,
    relu,
    relu6,
    relu_layer,
    selu,
    softmax,
    softplus,
    softsign,
    swish,
    top_k,
    xw_plus_b,
    zero_fraction,
)
from tensorflow._embedding_ops import (
    embedding_lookup,
    embedding_lookup_sparse,
    safe_embedding_lookup_sparse,
)
from tensorflow._nn_losses import (
    nce_loss,
    sampled_softmax_loss,
    sigmoid_cross_entropy_with_logits,
    softmax_cross_entropy_with_logits,
    softmax_cross_entropy_with_logits_v2,
    sparse_softmax_cross_entropy_with_logits,
    weighted_cross_entropy_with_logits,
)
from tensorflow._reductions import l2_loss, l2_normalize, moments
from tensorflow._unmodelled import lookup as _lookup

avg_pool2d = avg_pool

_LOOPS = (
    "dynamic_rnn",
    "bidirectional_dynamic_rnn",
    "raw_rnn",
    "static_rnn",
    "static_bidirectional_rnn",
    "static_state_saving_rnn",
)


def __getattr__(name):
    if name == "rnn_cell":
        return __import__("tensorflow._rnn_cell_module", fromlist=["*"])
    if name in _LOOPS:
        module = "_static_rnn" if name[:6] == "static" else "_rnn"
        return getattr(__import__("tensorflow." + module, fromlist=["*"]), name)
    return _lookup("nn." + name)
