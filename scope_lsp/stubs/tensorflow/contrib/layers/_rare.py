"""The layers of tf.contrib.layers that few programs use: in plane, spatial, of words.

Modelled on contrib/layers/python/layers/layers.py and encoders.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import reshape, transpose
from tensorflow._array_joins import tile
from tensorflow._depthwise_convolutions import depthwise_conv2d
from tensorflow._pooling import pool as nn_pool
from tensorflow._get_variable import get_variable
from tensorflow._graph import GraphKeys
from tensorflow._init_ops import Constant, Ones, Zeros
from tensorflow._layers_base import axis_dim, weight_dim
from tensorflow._math_ops import matmul
from tensorflow._nn_ops import bias_add as nn_bias_add
from tensorflow._nn_ops import relu
from tensorflow._embedding_ops import embedding_lookup
from tensorflow._reductions import reduce_max, reduce_mean
from tensorflow._regularizers import xavier_initializer
from tensorflow._refusals import has_no_rank, is_tensorflows, lacks_size, refuse
from tensorflow._shape import UNSURE, is_int, reveal
from tensorflow._tensor import base_dtype, convert, create, pop, push
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.framework._arg_scope import add_arg_scope
from tensorflow.contrib.framework._variables import model_variable
from tensorflow.contrib.layers._utils import collect_named_outputs, variable_collections
from tensorflow.keras._shapes import spatial

_xavier = xavier_initializer()
_zeros = Zeros()


@add_arg_scope
def convolution2d_in_plane(
    inputs,
    kernel_size,
    stride=1,
    padding="SAME",
    activation_fn=relu,
    normalizer_fn=None,
    normalizer_params=None,
    weights_initializer=_xavier,
    weights_regularizer=None,
    biases_initializer=_zeros,
    biases_regularizer=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    scope=None,
):
    with variable_scope(scope, "ConvInPlane", [inputs], reuse=reuse) as sc:
        x = convert(inputs)
        height, width = spatial(kernel_size, 2)
        channels = weight_dim(axis_dim(reveal(x._dims), -1))
        weights = model_variable(
            "weights",
            shape=[height, width, 1, 1],
            dtype=base_dtype(x),
            initializer=weights_initializer,
            regularizer=weights_regularizer,
            collections=variable_collections(variables_collections, "weights"),
            trainable=trainable,
        )
        outputs = depthwise_conv2d(
            x, tile(weights, [1, 1, channels, 1]), (1,) + spatial(stride, 2) + (1,), padding=padding
        )
        if normalizer_fn is not None:
            outputs = normalizer_fn(outputs, **(normalizer_params or {}))
        elif biases_initializer is not None:
            biases = model_variable(
                "biases",
                shape=[channels],
                dtype=base_dtype(x),
                initializer=biases_initializer,
                regularizer=biases_regularizer,
                collections=variable_collections(variables_collections, "biases"),
                trainable=trainable,
            )
            outputs = nn_bias_add(outputs, biases)
        if activation_fn is not None:
            outputs = activation_fn(outputs)
        return collect_named_outputs(outputs_collections, sc.name, outputs)


def legacy_fully_connected(
    x,
    num_output_units,
    activation_fn=None,
    weight_init=_xavier,
    bias_init=_zeros,
    name=None,
    weight_collections=(GraphKeys.WEIGHTS,),
    bias_collections=(GraphKeys.BIASES,),
    output_collections=(GraphKeys.ACTIVATIONS,),
    trainable=True,
    weight_regularizer=None,
    bias_regularizer=None,
):
    with variable_scope(name, "fully_connected", [x]):
        x = convert(x)
        if has_no_rank(x):
            refuse("dims of x must be known but is None")
        dims = x._dims
        if is_tensorflows([x]) and isinstance(dims, tuple) and is_int(len(dims)) and len(dims) < 2:
            refuse("rank of x must be at least 2 not: %d" % len(dims))
        if lacks_size(x, -1):
            refuse("last dimension of x must be known but is None")
        units = weight_dim(axis_dim(reveal(dims), -1))
        weights = get_variable(
            "weights",
            shape=[units, num_output_units],
            dtype=base_dtype(x),
            initializer=weight_init,
            collections=list(weight_collections or []) + [GraphKeys.GLOBAL_VARIABLES],
            regularizer=weight_regularizer,
            trainable=trainable,
        )
        deep = isinstance(dims, tuple) and len(dims) > 2
        y = matmul(reshape(x, [-1, units]) if deep else x, weights)
        if bias_init is not None:
            bias = get_variable(
                "bias",
                shape=[num_output_units],
                dtype=base_dtype(x),
                initializer=bias_init,
                collections=list(bias_collections or []) + [GraphKeys.GLOBAL_VARIABLES],
                regularizer=bias_regularizer,
                trainable=trainable,
            )
            y = nn_bias_add(y, bias)
        if deep:
            y = create(
                "Reshape", None, dims[:-1] + (num_output_units,), dtype=base_dtype(x), inputs=(y,)
            )
        return y if activation_fn is None else activation_fn(y)


def _parameters_of_legacy_fully_connected(
    x,
    num_output_units,
    *,
    activation_fn=None,
    weight_init=None,
    bias_init=None,
    name=None,
    weight_collections=None,
    bias_collections=None,
    output_collections=None,
    trainable=None,
    weight_regularizer=None,
    bias_regularizer=None,
): ...


@_scope_lsp.takes(
    _parameters_of_legacy_fully_connected,
    "legacy_fully_connected",
)
def legacy_linear(*args, **kwargs):
    kwargs["activation_fn"] = None
    return legacy_fully_connected(*args, **kwargs)


@_scope_lsp.takes(
    _parameters_of_legacy_fully_connected,
    "legacy_fully_connected",
)
def legacy_relu(*args, **kwargs):
    kwargs["activation_fn"] = relu
    return legacy_fully_connected(*args, **kwargs)


@add_arg_scope
def spatial_softmax(
    features,
    temperature=None,
    name=None,
    variables_collections=None,
    trainable=True,
    data_format="NHWC",
):
    with variable_scope(name, "spatial_softmax"):
        x = convert(features)
        channels = axis_dim(reveal(x._dims), 1 if data_format == "NCHW" else -1)
        push(None, "spatial_softmax_op")
        made = model_variable(
            "temperature",
            shape=(),
            dtype=_dtypes.float32,
            initializer=Ones() if temperature is None else Constant(temperature),
            collections=variable_collections(variables_collections, "temperature")
            if trainable
            else None,
            trainable=trainable,
        )
        result = create(
            "Reshape", None, (None, channels * 2), dtype=base_dtype(x), inputs=(x, made)
        )
        pop()
        return result


@add_arg_scope
def maxout(inputs, num_units, axis=-1, scope=None):
    with variable_scope(scope, "MaxOut", [inputs]):
        x = convert(inputs)
        if not isinstance(x._dims, tuple):
            return create("Max", None, UNSURE, dtype=base_dtype(x), inputs=(x,))
        dims = list(x._dims)
        groups = dims[axis] // num_units
        dims[axis] = num_units
        split = create("Reshape", None, tuple(dims) + (groups,), dtype=base_dtype(x), inputs=(x,))
        return reduce_max(split, -1)


@add_arg_scope
def pool(
    inputs,
    kernel_size,
    pooling_type,
    padding="VALID",
    data_format=None,
    dilation_rate=1,
    stride=1,
    outputs_collections=None,
    scope=None,
):
    name = push(scope, pooling_type.lower() + "_pool")
    x = convert(inputs)
    rank = len(x._dims) - 2 if isinstance(x._dims, tuple) else 2
    outputs = nn_pool(
        x,
        list(spatial(kernel_size, rank)),
        pooling_type,
        padding=padding,
        dilation_rate=list(spatial(dilation_rate, rank)),
        strides=list(spatial(stride, rank)),
        name=name,
        data_format=data_format,
    )
    pop()
    return collect_named_outputs(outputs_collections, name, outputs)


@add_arg_scope
def images_to_sequence(inputs, data_format="NHWC", outputs_collections=None, scope=None):
    name = push(scope, "ImagesToSequence")
    x = convert(inputs)
    if data_format.startswith("NC"):
        x = transpose(x, [0, 2, 3, 1])
    dims = x._dims if isinstance(x._dims, tuple) else (None,) * 4
    rows = dims[0] * dims[1] if isinstance(dims[0], int) and isinstance(dims[1], int) else None
    outputs = create("Reshape", None, (dims[2], rows, dims[3]), dtype=base_dtype(x), inputs=(x,))
    pop()
    return collect_named_outputs(outputs_collections, name, outputs)


@add_arg_scope
def sequence_to_images(
    inputs, height, output_data_format="channels_last", outputs_collections=None, scope=None
):
    name = push(scope, "SequenceToImages")
    x = convert(inputs)
    width, count, depth = x._dims if isinstance(x._dims, tuple) else (None,) * 3
    outputs = reshape(x, [width, -1 if count is None else count // height, height, depth])
    outputs = transpose(
        outputs, [1, 3, 2, 0] if output_data_format == "channels_first" else [1, 2, 0, 3]
    )
    pop()
    return collect_named_outputs(outputs_collections, name, outputs)


def bow_encoder(
    ids,
    vocab_size,
    embed_dim,
    sparse_lookup=True,
    initializer=None,
    regularizer=None,
    trainable=True,
    scope=None,
    reuse=None,
):
    with variable_scope(scope, "bow_encoder", [ids], reuse=reuse):
        embeddings = model_variable(
            "embeddings",
            shape=[vocab_size, embed_dim],
            initializer=initializer,
            regularizer=regularizer,
            trainable=trainable,
        )
        if sparse_lookup:
            dims = getattr(ids, "_dims", None)  # those of a sparse tensor are known to the run only
            rows = dims[0] if isinstance(dims, tuple) and dims else None
            return create(
                "Reshape", None, (rows, embed_dim), dtype=_dtypes.float32, inputs=(embeddings,)
            )
        return reduce_mean(embedding_lookup(embeddings, ids), 1)


def embed_sequence(
    ids,
    vocab_size=None,
    embed_dim=None,
    unique=False,
    initializer=None,
    regularizer=None,
    trainable=True,
    scope=None,
    reuse=None,
):
    if not (reuse or (vocab_size and embed_dim)):
        raise ValueError(
            "Must specify vocab size and embedding dimension when not reusing. Got vocab_size=%s "
            "and embed_dim=%s" % (vocab_size, embed_dim)
        )
    with variable_scope(scope, "EmbedSequence", [ids], reuse=reuse):
        shape = (
            None if (reuse and vocab_size is None) or embed_dim is None else [vocab_size, embed_dim]
        )
        embeddings = model_variable(
            "embeddings",
            shape=shape,
            initializer=initializer,
            regularizer=regularizer,
            trainable=trainable,
        )
        return embedding_lookup(embeddings, ids)
