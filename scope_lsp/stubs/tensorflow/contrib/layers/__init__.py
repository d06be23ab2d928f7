"""`tf.contrib.layers`."""

import functools

from tensorflow._init_ops import Initializer
from tensorflow import _nn_ops
from tensorflow._custom_gradient import recompute_grad_of_layers as recompute_grad
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
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.layers._batch_norm import batch_norm
from tensorflow.contrib.layers._combining import (
    _inner_flatten,
    one_hot_encoding,
    poincare_normalize,
    repeat,
    softmax,
    stack,
    unit_norm,
)
from tensorflow.contrib.layers._feature_columns import (
    bucketized_column,
    crossed_column,
    embedding_column,
    one_hot_column,
    real_valued_column,
    scattered_embedding_column,
    shared_embedding_columns,
    sparse_column_with_hash_bucket,
    sparse_column_with_integerized_feature,
    sparse_column_with_keys,
    sparse_column_with_vocabulary_file,
    weighted_sparse_column,
)
from tensorflow.contrib.layers._feature_column_ops import (
    input_from_feature_columns,
    joint_weighted_sum_from_feature_columns,
    sequence_input_from_feature_columns,
    weighted_sum_from_feature_columns,
)
from tensorflow.contrib.layers._layers import (
    avg_pool2d,
    avg_pool3d,
    bias_add,
    dropout,
    flatten,
    fully_connected,
    layer_norm,
    max_pool2d,
    max_pool3d,
)
from tensorflow.contrib.layers._convolutions import (
    convolution,
    convolution1d,
    convolution2d,
    convolution2d_transpose,
    convolution3d,
    convolution3d_transpose,
    separable_convolution2d,
)
from tensorflow.contrib.layers._norms import GDN, gdn, group_norm, instance_norm
from tensorflow.contrib.layers._rare import (
    bow_encoder,
    convolution2d_in_plane,
    embed_sequence,
    images_to_sequence,
    legacy_fully_connected,
    legacy_linear,
    legacy_relu,
    maxout,
    sequence_to_images,
    spatial_softmax,
)
from tensorflow.contrib.layers._utils import (
    add_variable_to_collections as _add_variable_to_collections,
)
from tensorflow.contrib.layers._utils import build_variable_getter as _build_variable_getter
from tensorflow.contrib.layers._utils import model_variable_getter as _model_variable_getter
from tensorflow.contrib.layers.python.layers.embedding_ops import (
    embedding_lookup_unique,
    safe_embedding_lookup_sparse,
)
from tensorflow.contrib.layers._rev_block import RevBlock, rev_block
from tensorflow.contrib.layers._summaries import (
    summarize_activation,
    summarize_activations,
    summarize_collection,
    summarize_tensor,
    summarize_tensors,
)
from tensorflow._train_functions import OPTIMIZER_CLS_NAMES, OPTIMIZER_SUMMARIES, optimize_loss

conv1d = convolution1d
conv2d = convolution2d
conv3d = convolution3d
conv2d_transpose = convolution2d_transpose
conv3d_transpose = convolution3d_transpose
separable_conv2d = separable_convolution2d
conv2d_in_plane = convolution2d_in_plane


# Layers of an activation are partials, which have no name of their own.
elu = functools.partial(fully_connected, activation_fn=_nn_ops.elu)
relu = functools.partial(fully_connected, activation_fn=_nn_ops.relu)
relu6 = functools.partial(fully_connected, activation_fn=_nn_ops.relu6)
linear = functools.partial(fully_connected, activation_fn=None)

_TARGETS = ("multi_class_target", "regression_target", "target_column")
_MODULES = (
    "layers",
    "initializers",
    "regularizers",
    "feature_column",
    "feature_column_ops",
)  # of contrib.layers.python.layers


def __getattr__(name):
    if name == "utils":
        return __import__("tensorflow.contrib.layers.utils", fromlist=["*"])
    if name == "summaries":
        return __import__("tensorflow.contrib.layers._summaries", fromlist=["*"])
    if name in _TARGETS:  # few programs use them
        module = __import__("tensorflow.contrib.layers.python.layers.target_column", fromlist=["*"])
        return module if name == "target_column" else getattr(module, name)
    if name in _MODULES:
        return __import__("tensorflow.contrib.layers", fromlist=["*"])
    if name == "optimizers":
        return __import__("tensorflow._train_functions", fromlist=["*"])
    return _lookup("contrib.layers." + name)
