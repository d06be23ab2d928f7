"""tf.layers: convolutions, as those of Keras that live in variable scopes.

Modelled on layers/convolutional.py of TensorFlow 1.15.5.
"""

from tensorflow import _init_ops
from tensorflow._layers_base import Layer
from tensorflow.keras import _conv, _conv_transpose, _separable_conv

_zeros = _init_ops.Zeros()


class Conv1D(_conv.Conv1D, Layer):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=1,
        padding="valid",
        data_format="channels_last",
        dilation_rate=1,
        activation=None,
        use_bias=True,
        kernel_initializer=None,
        bias_initializer=_zeros,
        *args,
        **kwargs,
    ):
        _conv.Conv.__init__(
            self,
            1,
            filters,
            kernel_size,
            strides,
            padding,
            data_format,
            dilation_rate,
            activation,
            use_bias,
            kernel_initializer,
            bias_initializer,
            *args,
            **kwargs,
        )


class Conv2D(_conv.Conv2D, Layer):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1),
        padding="valid",
        data_format="channels_last",
        dilation_rate=(1, 1),
        activation=None,
        use_bias=True,
        kernel_initializer=None,
        bias_initializer=_zeros,
        *args,
        **kwargs,
    ):
        _conv.Conv.__init__(
            self,
            2,
            filters,
            kernel_size,
            strides,
            padding,
            data_format,
            dilation_rate,
            activation,
            use_bias,
            kernel_initializer,
            bias_initializer,
            *args,
            **kwargs,
        )


class Conv3D(_conv.Conv3D, Layer):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1, 1),
        padding="valid",
        data_format="channels_last",
        dilation_rate=(1, 1, 1),
        activation=None,
        use_bias=True,
        kernel_initializer=None,
        bias_initializer=_zeros,
        *args,
        **kwargs,
    ):
        _conv.Conv.__init__(
            self,
            3,
            filters,
            kernel_size,
            strides,
            padding,
            data_format,
            dilation_rate,
            activation,
            use_bias,
            kernel_initializer,
            bias_initializer,
            *args,
            **kwargs,
        )


class Conv2DTranspose(_conv_transpose.Conv2DTranspose, Layer):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1),
        padding="valid",
        data_format="channels_last",
        activation=None,
        use_bias=True,
        kernel_initializer=None,
        bias_initializer=_zeros,
        *args,
        **kwargs,
    ):
        _conv.Conv.__init__(
            self,
            2,
            filters,
            kernel_size,
            strides,
            padding,
            data_format,
            (1, 1),
            activation,
            use_bias,
            kernel_initializer,
            bias_initializer,
            *args,
            **kwargs,
        )


class Conv3DTranspose(_conv_transpose.Conv3DTranspose, Layer):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1, 1),
        padding="valid",
        data_format="channels_last",
        activation=None,
        use_bias=True,
        kernel_initializer=None,
        bias_initializer=_zeros,
        *args,
        **kwargs,
    ):
        _conv.Conv.__init__(
            self,
            3,
            filters,
            kernel_size,
            strides,
            padding,
            data_format,
            (1, 1, 1),
            activation,
            use_bias,
            kernel_initializer,
            bias_initializer,
            *args,
            **kwargs,
        )


class SeparableConv1D(_separable_conv.SeparableConv1D, Layer):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=1,
        padding="valid",
        data_format="channels_last",
        dilation_rate=1,
        depth_multiplier=1,
        activation=None,
        use_bias=True,
        depthwise_initializer=None,
        pointwise_initializer=None,
        bias_initializer=_zeros,
        *args,
        **kwargs,
    ):
        _separable_conv.SeparableConv.__init__(
            self,
            1,
            filters,
            kernel_size,
            strides,
            padding,
            data_format,
            dilation_rate,
            depth_multiplier,
            activation,
            use_bias,
            depthwise_initializer,
            pointwise_initializer,
            bias_initializer,
            *args,
            **kwargs,
        )


class SeparableConv2D(_separable_conv.SeparableConv2D, Layer):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1),
        padding="valid",
        data_format="channels_last",
        dilation_rate=(1, 1),
        depth_multiplier=1,
        activation=None,
        use_bias=True,
        depthwise_initializer=None,
        pointwise_initializer=None,
        bias_initializer=_zeros,
        *args,
        **kwargs,
    ):
        _separable_conv.SeparableConv.__init__(
            self,
            2,
            filters,
            kernel_size,
            strides,
            padding,
            data_format,
            dilation_rate,
            depth_multiplier,
            activation,
            use_bias,
            depthwise_initializer,
            pointwise_initializer,
            bias_initializer,
            *args,
            **kwargs,
        )


for _layer in (
    Conv1D,
    Conv2D,
    Conv3D,
    Conv2DTranspose,
    Conv3DTranspose,
    SeparableConv1D,
    SeparableConv2D,
):
    _layer._is_sized = True

# How many arguments follow the kernel size, the name being the last of them.
Conv1D._positional = Conv2D._positional = Conv3D._positional = 15
Conv2DTranspose._positional = Conv3DTranspose._positional = 14
SeparableConv1D._positional = SeparableConv2D._positional = 19
