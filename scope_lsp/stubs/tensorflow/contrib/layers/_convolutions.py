"""The convolutions of tf.contrib.layers and slim.

Modelled on contrib/layers/python/layers/layers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _layers_conv
from tensorflow._layers_base import axis_dim, weight_dim
from tensorflow._nn_ops import bias_add as nn_bias_add
from tensorflow._nn_ops import relu
from tensorflow._refusals import (
    check_format,
    has_no_rank,
    pair,
    refuse,
)
from tensorflow._shape import is_int, reveal
from tensorflow._tensor import base_dtype, convert
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.framework._arg_scope import add_arg_scope
from tensorflow.contrib.framework._variables import model_variable
from tensorflow.contrib.layers._layers import (
    _RENAMED,
    _collected,
    _finished,
    _fitting,
    _named,
    _xavier,
    _zeros,
)
from tensorflow.contrib.layers._utils import (
    add_variable_to_collections,
    build_variable_getter,
    channels_last,
    variable_collections,
)
from tensorflow._depthwise_convolutions import depthwise_conv2d

_FORMATS = (None, "NWC", "NCW", "NHWC", "NCHW", "NDHWC", "NCDHW")
_CONVOLUTIONS = {3: _layers_conv.Conv1D, 4: _layers_conv.Conv2D, 5: _layers_conv.Conv3D}


@add_arg_scope
def convolution(
    inputs,
    num_outputs,
    kernel_size,
    stride=1,
    padding="SAME",
    data_format=None,
    rate=1,
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
    conv_dims=None,
):
    rank = conv_dims + 2 if is_int(conv_dims) else None
    if _scope_lsp.is_known(data_format) and data_format not in _FORMATS:
        refuse("Invalid data_format: %r" % (data_format,))
    with variable_scope(
        scope, "Conv", [inputs], reuse=reuse, custom_getter=build_variable_getter(_RENAMED)
    ) as sc:
        x = convert(inputs)
        if _scope_lsp.is_a(x._dims, tuple):
            found = len(x._dims)
            if rank is not None and found != rank:
                refuse("Convolution expects input with rank %d, got %d" % (rank, found))
            rank = found
            if rank not in _CONVOLUTIONS:
                refuse("('Convolution not supported for input with rank', %d)" % rank)
        elif has_no_rank(x):
            if rank is not None:
                raise TypeError("%d format: a number is required, not NoneType")
            refuse("('Convolution not supported for input with rank', None)")
        use_bias = not normalizer_fn and biases_initializer is not None
        layer = _CONVOLUTIONS.get(rank, _layers_conv.Conv2D)(
            num_outputs,
            kernel_size,
            stride,
            padding=padding,
            data_format=channels_last(data_format),
            dilation_rate=rate,
            activation=None,
            use_bias=use_bias,
            kernel_initializer=weights_initializer,
            bias_initializer=biases_initializer,
            kernel_regularizer=weights_regularizer,
            bias_regularizer=biases_regularizer,
            trainable=trainable,
            name=sc.name,
            dtype=base_dtype(x),
            _scope=sc,
            _reuse=reuse,
        )
        outputs = layer.apply(x)
        _collected(layer, variables_collections)
        return _finished(
            outputs,
            normalizer_fn,
            normalizer_params,
            activation_fn=activation_fn,
            collections=outputs_collections,
            scope=sc,
        )


def _parameters_of_of_dims(
    inputs,
    num_outputs,
    kernel_size,
    stride=None,
    padding=None,
    data_format=None,
    rate=None,
    activation_fn=None,
    normalizer_fn=None,
    normalizer_params=None,
    weights_initializer=None,
    weights_regularizer=None,
    biases_initializer=None,
    biases_regularizer=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=None,
    scope=None,
): ...


def _convolution_of(dims, name):
    """Convolution in so many dimensions, which are not asked for."""

    @_scope_lsp.takes(
        _parameters_of_of_dims,
        name,
    )
    def of_dims(*args, **kwargs):
        return convolution.__wrapped__(*args, conv_dims=dims, **kwargs)

    return _named(of_dims, name)


convolution1d = _convolution_of(1, "convolution1d")
convolution2d = _convolution_of(2, "convolution2d")
convolution3d = _convolution_of(3, "convolution3d")


def _transposed(cls, default, formats):
    def convolution_transpose(
        inputs,
        num_outputs,
        kernel_size,
        stride=1,
        padding="SAME",
        data_format=formats[-1],
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
        with variable_scope(
            scope, default, [inputs], reuse=reuse, custom_getter=build_variable_getter(_RENAMED)
        ) as sc:
            check_format(data_format, *formats)
            x = convert(inputs)
            use_bias = not normalizer_fn and biases_initializer is not None
            layer = cls(
                num_outputs,
                kernel_size,
                stride,
                padding=padding,
                data_format=channels_last(data_format),
                activation=None,
                use_bias=use_bias,
                kernel_initializer=weights_initializer,
                bias_initializer=biases_initializer,
                kernel_regularizer=weights_regularizer,
                bias_regularizer=biases_regularizer,
                trainable=trainable,
                name=sc.name,
                dtype=base_dtype(x),
                _scope=sc,
                _reuse=reuse,
            )
            outputs = layer.apply(x)
            _collected(layer, variables_collections)
            return _finished(
                outputs,
                normalizer_fn,
                normalizer_params,
                activation_fn=activation_fn,
                collections=outputs_collections,
                scope=sc,
            )

    return convolution_transpose


convolution2d_transpose = _fitting(
    _transposed(_layers_conv.Conv2DTranspose, "Conv2d_transpose", ("NCHW", "NHWC")),
    "convolution2d_transpose",
)
convolution3d_transpose = _fitting(
    _transposed(_layers_conv.Conv3DTranspose, "Conv3d_transpose", ("NCDHW", "NDHWC")),
    "convolution3d_transpose",
)


@add_arg_scope
def separable_convolution2d(
    inputs,
    num_outputs,
    kernel_size,
    depth_multiplier=1,
    stride=1,
    padding="SAME",
    data_format="NHWC",
    rate=1,
    activation_fn=relu,
    normalizer_fn=None,
    normalizer_params=None,
    weights_initializer=_xavier,
    pointwise_initializer=None,
    weights_regularizer=None,
    biases_initializer=_zeros,
    biases_regularizer=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    scope=None,
):
    check_format(data_format, "NCHW", "NHWC")
    renamed = {
        "bias": "biases",
        "depthwise_kernel": "depthwise_weights",
        "pointwise_kernel": "pointwise_weights",
    }
    with variable_scope(
        scope,
        "SeparableConv2d",
        [inputs],
        reuse=reuse,
        custom_getter=build_variable_getter(renamed),
    ) as sc:
        x = convert(inputs)
        if pointwise_initializer is None:
            pointwise_initializer = weights_initializer
        if num_outputs is None:
            outputs = _depthwise_only(
                x,
                kernel_size,
                depth_multiplier,
                stride=stride,
                padding=padding,
                data_format=data_format,
                rate=rate,
                normalizer_fn=normalizer_fn,
                weights_initializer=weights_initializer,
                weights_regularizer=weights_regularizer,
                biases_initializer=biases_initializer,
                biases_regularizer=biases_regularizer,
                variables_collections=variables_collections,
                trainable=trainable,
            )
        else:
            use_bias = not normalizer_fn and biases_initializer is not None
            layer = _layers_conv.SeparableConv2D(
                num_outputs,
                kernel_size,
                stride,
                padding=padding,
                data_format=channels_last(data_format),
                dilation_rate=rate,
                depth_multiplier=depth_multiplier,
                activation=None,
                use_bias=use_bias,
                depthwise_initializer=weights_initializer,
                pointwise_initializer=pointwise_initializer,
                bias_initializer=biases_initializer,
                depthwise_regularizer=weights_regularizer,
                pointwise_regularizer=weights_regularizer,
                bias_regularizer=biases_regularizer,
                trainable=trainable,
                name=sc.name,
                dtype=base_dtype(x),
                _scope=sc,
                _reuse=reuse,
            )
            outputs = layer.apply(x)
            add_variable_to_collections(layer.depthwise_kernel, variables_collections, "weights")
            add_variable_to_collections(layer.pointwise_kernel, variables_collections, "weights")
            if layer.bias is not None:
                add_variable_to_collections(layer.bias, variables_collections, "biases")
        return _finished(
            outputs,
            normalizer_fn,
            normalizer_params,
            activation_fn=activation_fn,
            collections=outputs_collections,
            scope=sc,
        )


def _depthwise_only(
    x,
    kernel_size,
    depth_multiplier,
    stride,
    padding,
    data_format,
    rate,
    normalizer_fn,
    weights_initializer,
    weights_regularizer,
    biases_initializer,
    biases_regularizer,
    variables_collections,
    trainable,
):
    first = channels_last(data_format) == "channels_first"
    channels = weight_dim(axis_dim(reveal(x._dims), 1 if first else -1))
    height, width = pair(kernel_size)
    strides = pair(stride)
    weights = model_variable(
        "depthwise_weights",
        shape=[height, width, channels, depth_multiplier],
        dtype=base_dtype(x),
        initializer=weights_initializer,
        regularizer=weights_regularizer,
        trainable=trainable,
        collections=variable_collections(variables_collections, "weights"),
    )
    outputs = depthwise_conv2d(
        x,
        weights,
        (1, 1) + strides if first else (1,) + strides + (1,),
        padding=padding,
        rate=pair(rate),
        data_format=data_format,
    )
    if not normalizer_fn and biases_initializer is not None:
        biases = model_variable(
            "biases",
            shape=[channels * depth_multiplier],
            dtype=base_dtype(x),
            initializer=biases_initializer,
            regularizer=biases_regularizer,
            trainable=trainable,
            collections=variable_collections(variables_collections, "biases"),
        )
        outputs = nn_bias_add(outputs, biases, data_format=data_format)
    return outputs
