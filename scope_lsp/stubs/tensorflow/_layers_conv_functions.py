"""tf.layers: the functions that make a convolution and call it: `tf.layers.conv2d` and its like.

Modelled on layers/convolutional.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._layers_conv import (
    Conv1D,
    Conv2D,
    Conv2DTranspose,
    Conv3D,
    Conv3DTranspose,
    SeparableConv1D,
    SeparableConv2D,
)


def _function(cls, takes):
    """The functional form of a layer class: its name is a scope as it stands."""

    @_scope_lsp.takes(takes)
    def layer(inputs, filters, kernel_size, *args, name=None, **kwargs):
        # Positional arguments are those of the class, other than `reuse`, which comes last.
        if len(args) > cls._positional:
            kwargs["reuse"] = args[cls._positional]
            args = args[: cls._positional]
        if len(args) == cls._positional:
            name = args[-1]
            args = args[:-1]
        return cls(
            filters,
            kernel_size,
            *args,
            name=name,
            _scope=name,
            _reuse=kwargs.pop("reuse", None),
            **kwargs,
        ).apply(inputs)

    return layer


def _parameters_of_conv1d(
    inputs,
    filters,
    kernel_size,
    strides=None,
    padding=None,
    data_format=None,
    dilation_rate=None,
    activation=None,
    use_bias=None,
    kernel_initializer=None,
    bias_initializer=None,
    kernel_regularizer=None,
    bias_regularizer=None,
    activity_regularizer=None,
    kernel_constraint=None,
    bias_constraint=None,
    trainable=None,
    name=None,
    reuse=None,
): ...


conv1d = _function(
    Conv1D,
    _parameters_of_conv1d,
)
conv2d = _function(
    Conv2D,
    _parameters_of_conv1d,
)
conv3d = _function(
    Conv3D,
    _parameters_of_conv1d,
)


def _parameters_of_conv2d_transpose(
    inputs,
    filters,
    kernel_size,
    strides=None,
    padding=None,
    data_format=None,
    activation=None,
    use_bias=None,
    kernel_initializer=None,
    bias_initializer=None,
    kernel_regularizer=None,
    bias_regularizer=None,
    activity_regularizer=None,
    kernel_constraint=None,
    bias_constraint=None,
    trainable=None,
    name=None,
    reuse=None,
): ...


conv2d_transpose = _function(
    Conv2DTranspose,
    _parameters_of_conv2d_transpose,
)
conv3d_transpose = _function(
    Conv3DTranspose,
    _parameters_of_conv2d_transpose,
)


def _parameters_of_separable_conv1d(
    inputs,
    filters,
    kernel_size,
    strides=None,
    padding=None,
    data_format=None,
    dilation_rate=None,
    depth_multiplier=None,
    activation=None,
    use_bias=None,
    depthwise_initializer=None,
    pointwise_initializer=None,
    bias_initializer=None,
    depthwise_regularizer=None,
    pointwise_regularizer=None,
    bias_regularizer=None,
    activity_regularizer=None,
    depthwise_constraint=None,
    pointwise_constraint=None,
    bias_constraint=None,
    trainable=None,
    name=None,
    reuse=None,
): ...


separable_conv1d = _function(
    SeparableConv1D,
    _parameters_of_separable_conv1d,
)
separable_conv2d = _function(
    SeparableConv2D,
    _parameters_of_separable_conv1d,
)
