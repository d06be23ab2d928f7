"""`tf.nn`."""

from tensorflow._array_more import depth_to_space, space_to_depth
from tensorflow._convolutions import (
    atrous_conv2d,
    avg_pool,
    avg_pool3d,
    conv1d,
    conv2d,
    conv2d_transpose,
    conv3d,
    conv3d_transpose,
    convolution,
    depthwise_conv2d,
    depthwise_conv2d_native,
    max_pool,
    max_pool2d,
    max_pool3d,
    pool,
    separable_conv2d,
)
from tensorflow._math_ops import log_sigmoid, sigmoid, tanh
from tensorflow._nn_ops import (
    batch_normalization,
    bias_add,
    crelu,
    dropout,
    elu,
    embedding_lookup,
    embedding_lookup_sparse,
    fused_batch_norm,
    in_top_k,
    leaky_relu,
    local_response_normalization,
    log_softmax,
    lrn,
    nce_loss,
    relu,
    relu6,
    relu_layer,
    sampled_softmax_loss,
    selu,
    sigmoid_cross_entropy_with_logits,
    softmax,
    softmax_cross_entropy_with_logits,
    softmax_cross_entropy_with_logits_v2,
    softplus,
    softsign,
    sparse_softmax_cross_entropy_with_logits,
    swish,
    top_k,
    weighted_cross_entropy_with_logits,
    xw_plus_b,
    zero_fraction,
)
from tensorflow._reductions import l2_loss, l2_normalize, moments
from tensorflow._unmodelled import lookup as _lookup

avg_pool2d = avg_pool

_LOOPS = ("dynamic_rnn", "bidirectional_dynamic_rnn", "raw_rnn", "static_rnn", "static_bidirectional_rnn", "static_state_saving_rnn")


def __getattr__(name):
    if name == "rnn_cell":
        return __import__("tensorflow._rnn_cell", fromlist=["*"])
    if name in _LOOPS:
        return getattr(__import__("tensorflow._rnn", fromlist=["*"]), name)
    return _lookup("nn." + name)
