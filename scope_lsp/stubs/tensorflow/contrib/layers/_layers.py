"""The layers of tf.contrib.layers and slim that have weights.

Modelled on contrib/layers/python/layers/layers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, _layers_conv, _layers_core, _layers_pool
from tensorflow._init_ops import Ones, Zeros
from tensorflow._nn_ops import batch_normalization, relu
from tensorflow._nn_ops import bias_add as nn_bias_add
from tensorflow._reductions import moments
from tensorflow._regularizers import xavier_initializer
from tensorflow._layers_base import axis_dim, weight_dim
from tensorflow._shape import reveal
from tensorflow._tensor import base_dtype, convert, pop, push
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.framework._arg_scope import add_arg_scope
from tensorflow.contrib.framework._variables import model_variable
from tensorflow.contrib.layers._utils import (
    add_variable_to_collections,
    build_variable_getter,
    channels_last,
    collect_named_outputs,
    model_variable_getter,
    variable_collections,
)

_xavier = xavier_initializer()
_zeros = Zeros()
_RENAMED = {"bias": "biases", "kernel": "weights"}
_CONVOLUTIONS = {3: _layers_conv.Conv1D, 4: _layers_conv.Conv2D, 5: _layers_conv.Conv3D}


def _finished(outputs, normalizer_fn, normalizer_params, activation_fn, collections, scope):
    if normalizer_fn is not None:
        outputs = normalizer_fn(outputs, **(normalizer_params or {}))
    if activation_fn is not None:
        outputs = activation_fn(outputs)
    return collect_named_outputs(collections, scope.name, outputs)


def _collected(layer, collections):
    add_variable_to_collections(layer.kernel, collections, "weights")
    if layer.bias is not None:
        add_variable_to_collections(layer.bias, collections, "biases")


@add_arg_scope
def fully_connected(inputs, num_outputs, activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_xavier, weights_regularizer=None, biases_initializer=_zeros, biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    with variable_scope(scope, "fully_connected", [inputs], reuse=reuse, custom_getter=build_variable_getter(_RENAMED)) as sc:
        x = convert(inputs)
        use_bias = not normalizer_fn and biases_initializer is not None
        layer = _layers_core.Dense(num_outputs, None, use_bias, weights_initializer, biases_initializer, weights_regularizer, biases_regularizer, trainable=trainable, name=sc.name, dtype=base_dtype(x), _scope=sc, _reuse=reuse)
        outputs = layer.apply(x)
        _collected(layer, variables_collections)
        return _finished(outputs, normalizer_fn, normalizer_params, activation_fn, outputs_collections, sc)


def _convolution(inputs, num_outputs, kernel_size, stride, padding, data_format, rate, activation_fn, normalizer_fn, normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, reuse, variables_collections, outputs_collections, trainable, scope, rank):
    with variable_scope(scope, "Conv", [inputs], reuse=reuse, custom_getter=build_variable_getter(_RENAMED)) as sc:
        x = convert(inputs)
        if isinstance(x._dims, tuple):
            rank = len(x._dims)
        use_bias = not normalizer_fn and biases_initializer is not None
        layer = _CONVOLUTIONS.get(rank, _layers_conv.Conv2D)(num_outputs, kernel_size, stride, padding, channels_last(data_format), rate, None, use_bias, weights_initializer, biases_initializer, weights_regularizer, biases_regularizer, trainable=trainable, name=sc.name, dtype=base_dtype(x), _scope=sc, _reuse=reuse)
        outputs = layer.apply(x)
        _collected(layer, variables_collections)
        return _finished(outputs, normalizer_fn, normalizer_params, activation_fn, outputs_collections, sc)


@add_arg_scope
def convolution(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_xavier, weights_regularizer=None, biases_initializer=_zeros, biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None, conv_dims=None):
    return _convolution(inputs, num_outputs, kernel_size, stride, padding, data_format, rate, activation_fn, normalizer_fn, normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, reuse, variables_collections, outputs_collections, trainable, scope, 4)


@add_arg_scope
def convolution1d(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_xavier, weights_regularizer=None, biases_initializer=_zeros, biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return _convolution(inputs, num_outputs, kernel_size, stride, padding, data_format, rate, activation_fn, normalizer_fn, normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, reuse, variables_collections, outputs_collections, trainable, scope, 3)


@add_arg_scope
def convolution2d(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_xavier, weights_regularizer=None, biases_initializer=_zeros, biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return _convolution(inputs, num_outputs, kernel_size, stride, padding, data_format, rate, activation_fn, normalizer_fn, normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, reuse, variables_collections, outputs_collections, trainable, scope, 4)


@add_arg_scope
def convolution3d(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_xavier, weights_regularizer=None, biases_initializer=_zeros, biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return _convolution(inputs, num_outputs, kernel_size, stride, padding, data_format, rate, activation_fn, normalizer_fn, normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, reuse, variables_collections, outputs_collections, trainable, scope, 5)


def _convolution_transpose(cls, default, inputs, num_outputs, kernel_size, stride, padding, data_format, activation_fn, normalizer_fn, normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, reuse, variables_collections, outputs_collections, trainable, scope):
    with variable_scope(scope, default, [inputs], reuse=reuse, custom_getter=build_variable_getter(_RENAMED)) as sc:
        x = convert(inputs)
        use_bias = not normalizer_fn and biases_initializer is not None
        layer = cls(num_outputs, kernel_size, stride, padding, channels_last(data_format), None, use_bias, weights_initializer, biases_initializer, weights_regularizer, biases_regularizer, trainable=trainable, name=sc.name, dtype=base_dtype(x), _scope=sc, _reuse=reuse)
        outputs = layer.apply(x)
        _collected(layer, variables_collections)
        return _finished(outputs, normalizer_fn, normalizer_params, activation_fn, outputs_collections, sc)


@add_arg_scope
def convolution2d_transpose(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format="NHWC", activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_xavier, weights_regularizer=None, biases_initializer=_zeros, biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return _convolution_transpose(_layers_conv.Conv2DTranspose, "Conv2d_transpose", inputs, num_outputs, kernel_size, stride, padding, data_format, activation_fn, normalizer_fn, normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, reuse, variables_collections, outputs_collections, trainable, scope)


@add_arg_scope
def convolution3d_transpose(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format="NDHWC", activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_xavier, weights_regularizer=None, biases_initializer=_zeros, biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return _convolution_transpose(_layers_conv.Conv3DTranspose, "Conv3d_transpose", inputs, num_outputs, kernel_size, stride, padding, data_format, activation_fn, normalizer_fn, normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, reuse, variables_collections, outputs_collections, trainable, scope)


@add_arg_scope
def separable_convolution2d(inputs, num_outputs, kernel_size, depth_multiplier=1, stride=1, padding="SAME", data_format="NHWC", rate=1, activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_xavier, pointwise_initializer=None, weights_regularizer=None, biases_initializer=_zeros, biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    renamed = {"bias": "biases", "depthwise_kernel": "depthwise_weights", "pointwise_kernel": "pointwise_weights"}
    with variable_scope(scope, "SeparableConv2d", [inputs], reuse=reuse, custom_getter=build_variable_getter(renamed)) as sc:
        x = convert(inputs)
        if pointwise_initializer is None:
            pointwise_initializer = weights_initializer
        if num_outputs is None:
            outputs = _depthwise_only(x, kernel_size, depth_multiplier, stride, padding, data_format, rate, normalizer_fn, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, variables_collections, trainable)
        else:
            use_bias = not normalizer_fn and biases_initializer is not None
            layer = _layers_conv.SeparableConv2D(num_outputs, kernel_size, stride, padding, channels_last(data_format), rate, depth_multiplier, None, use_bias, weights_initializer, pointwise_initializer, biases_initializer, weights_regularizer, weights_regularizer, biases_regularizer, trainable=trainable, name=sc.name, dtype=base_dtype(x), _scope=sc, _reuse=reuse)
            outputs = layer.apply(x)
            add_variable_to_collections(layer.depthwise_kernel, variables_collections, "weights")
            add_variable_to_collections(layer.pointwise_kernel, variables_collections, "weights")
            if layer.bias is not None:
                add_variable_to_collections(layer.bias, variables_collections, "biases")
        return _finished(outputs, normalizer_fn, normalizer_params, activation_fn, outputs_collections, sc)


def _depthwise_only(x, kernel_size, depth_multiplier, stride, padding, data_format, rate, normalizer_fn, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, variables_collections, trainable):
    from tensorflow._convolutions import depthwise_conv2d

    first = channels_last(data_format) == "channels_first"
    channels = weight_dim(axis_dim(reveal(x._dims), 1 if first else -1))
    height, width = _layers_conv.spatial(kernel_size, 2)
    strides = _layers_conv.spatial(stride, 2)
    weights = model_variable("depthwise_weights", shape=[height, width, channels, depth_multiplier], dtype=base_dtype(x), initializer=weights_initializer, regularizer=weights_regularizer, trainable=trainable, collections=variable_collections(variables_collections, "weights"))
    outputs = depthwise_conv2d(x, weights, (1, 1) + strides if first else (1,) + strides + (1,), padding, _layers_conv.spatial(rate, 2), data_format=data_format)
    if not normalizer_fn and biases_initializer is not None:
        biases = model_variable("biases", shape=[channels * depth_multiplier], dtype=base_dtype(x), initializer=biases_initializer, regularizer=biases_regularizer, trainable=trainable, collections=variable_collections(variables_collections, "biases"))
        outputs = nn_bias_add(outputs, biases, data_format=data_format)
    return outputs


@add_arg_scope
def bias_add(inputs, activation_fn=None, initializer=_zeros, regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, data_format="NHWC", scope=None):
    with variable_scope(scope, "BiasAdd", [inputs], reuse=reuse) as sc:
        x = convert(inputs)
        count = weight_dim(axis_dim(reveal(x._dims), 1 if data_format == "NCHW" else -1))
        biases = model_variable("biases", shape=[count], dtype=base_dtype(x), initializer=initializer, regularizer=regularizer, collections=variable_collections(variables_collections, "biases"), trainable=trainable)
        return _finished(nn_bias_add(x, biases, data_format=data_format), None, None, activation_fn, outputs_collections, sc)


@add_arg_scope
def layer_norm(inputs, center=True, scale=True, activation_fn=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, begin_norm_axis=1, begin_params_axis=-1, scope=None):
    with variable_scope(scope, "LayerNorm", [inputs], reuse=reuse) as sc:
        x = convert(inputs)
        dims = x._dims
        shape = reveal(dims[begin_params_axis:]) if isinstance(dims, tuple) else [weight_dim(axis_dim(None, -1))]
        beta = gamma = None
        if center:
            beta = model_variable("beta", shape=shape, dtype=base_dtype(x) or _dtypes.float32, initializer=Zeros(), collections=variable_collections(variables_collections, "beta"), trainable=trainable)
        if scale:
            gamma = model_variable("gamma", shape=shape, dtype=base_dtype(x) or _dtypes.float32, initializer=Ones(), collections=variable_collections(variables_collections, "gamma"), trainable=trainable)
        rank = len(dims) if isinstance(dims, tuple) else 2
        first = begin_norm_axis + rank if begin_norm_axis < 0 else begin_norm_axis
        mean, variance = moments(x, list(range(first, rank)), keep_dims=True)
        outputs = batch_normalization(x, mean, variance, beta, gamma, 1e-12)
        outputs._dims = dims
        return _finished(outputs, None, None, activation_fn, outputs_collections, sc)


@add_arg_scope
def dropout(inputs, keep_prob=0.5, noise_shape=None, is_training=True, outputs_collections=None, scope=None, seed=None):
    with variable_scope(scope, "Dropout", [inputs], custom_getter=model_variable_getter) as sc:
        layer = _layers_core.Dropout(1 - keep_prob, noise_shape, seed, sc.name, _scope=sc)
        outputs = layer.apply(convert(inputs), training=is_training)
        return collect_named_outputs(outputs_collections, sc.name, outputs)


@add_arg_scope
def flatten(inputs, outputs_collections=None, scope=None):
    name = push(scope, "Flatten")
    outputs = _layers_core.flatten(convert(inputs))
    pop()
    return collect_named_outputs(outputs_collections, name, outputs)


def _pool(cls, default):
    def pool(inputs, kernel_size, stride=2, padding="VALID", data_format="NHWC", outputs_collections=None, scope=None):
        name = push(scope, default)
        layer = cls(kernel_size, stride, padding, channels_last(data_format), _scope=name)
        outputs = layer.apply(convert(inputs))
        pop()
        return collect_named_outputs(outputs_collections, name, outputs)

    return pool


def _named(function, name):
    function.__name__ = name
    return add_arg_scope(function)


max_pool2d = _named(_pool(_layers_pool.MaxPooling2D, "MaxPool2D"), "max_pool2d")
avg_pool2d = _named(_pool(_layers_pool.AveragePooling2D, "AvgPool2D"), "avg_pool2d")
max_pool3d = _named(_pool(_layers_pool.MaxPooling3D, "MaxPool3D"), "max_pool3d")
avg_pool3d = _named(_pool(_layers_pool.AveragePooling3D, "AvgPool3D"), "avg_pool3d")
