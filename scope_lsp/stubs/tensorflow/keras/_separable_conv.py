"""`tf.keras.layers`: convolutions of each channel on its own.

Modelled on keras/layers/convolutional.py of TensorFlow 1.15.5.
"""

from tensorflow._array_ops import expand_dims, squeeze
from tensorflow._depthwise_convolutions import depthwise_conv2d as nn_depthwise_conv2d
from tensorflow._depthwise_convolutions import separable_conv2d as nn_separable_conv2d
from tensorflow._nn_ops import bias_add
from tensorflow._refusals import (
    is_undefined,
    refuse,
)
from tensorflow.keras import (
    constraints,
    initializers,
    regularizers,
)
from tensorflow.keras._conv import Conv, Conv2D
from tensorflow.keras._shapes import axis_dim


class SeparableConv(Conv):
    _not_configured = ("rank", "kernel_initializer", "kernel_regularizer", "kernel_constraint")

    def __init__(
        self,
        rank,
        filters,
        kernel_size,
        strides=1,
        padding="valid",
        data_format=None,
        dilation_rate=1,
        depth_multiplier=1,
        activation=None,
        use_bias=True,
        depthwise_initializer="glorot_uniform",
        pointwise_initializer="glorot_uniform",
        bias_initializer="zeros",
        depthwise_regularizer=None,
        pointwise_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        depthwise_constraint=None,
        pointwise_constraint=None,
        bias_constraint=None,
        trainable=True,
        name=None,
        **kwargs,
    ):
        Conv.__init__(
            self,
            rank,
            filters,
            kernel_size=kernel_size,
            strides=strides,
            padding=padding,
            data_format=data_format,
            dilation_rate=dilation_rate,
            activation=activation,
            use_bias=use_bias,
            kernel_initializer=kwargs.pop("kernel_initializer", None),
            bias_initializer=bias_initializer,
            kernel_regularizer=kwargs.pop("kernel_regularizer", None),
            bias_regularizer=bias_regularizer,
            activity_regularizer=activity_regularizer,
            kernel_constraint=kwargs.pop("kernel_constraint", None),
            bias_constraint=bias_constraint,
            trainable=trainable,
            name=name,
            **kwargs,
        )
        self.depth_multiplier = depth_multiplier
        self.depthwise_initializer = initializers.get(depthwise_initializer)
        self.pointwise_initializer = initializers.get(pointwise_initializer)
        self.depthwise_regularizer = regularizers.get(depthwise_regularizer)
        self.pointwise_regularizer = regularizers.get(pointwise_regularizer)
        self.depthwise_constraint = constraints.get(depthwise_constraint)
        self.pointwise_constraint = constraints.get(pointwise_constraint)

    def build(self, input_shape):
        channels = self._channels(input_shape)
        depthwise_shape = self.kernel_size + (channels, self.depth_multiplier)
        pointwise_shape = (1,) * self.rank + (channels * self.depth_multiplier, self.filters)
        self.depthwise_kernel = self.add_weight(
            "depthwise_kernel",
            depthwise_shape,
            None,
            initializer=self.depthwise_initializer,
            regularizer=self.depthwise_regularizer,
            trainable=True,
            constraint=self.depthwise_constraint,
        )
        self.pointwise_kernel = self.add_weight(
            "pointwise_kernel",
            pointwise_shape,
            None,
            initializer=self.pointwise_initializer,
            regularizer=self.pointwise_regularizer,
            trainable=True,
            constraint=self.pointwise_constraint,
        )
        self._add_bias((self.filters,))
        self.built = True

    def call(self, inputs):
        first = self.data_format == "channels_first"
        depthwise, pointwise, rates, strides = (
            self.depthwise_kernel,
            self.pointwise_kernel,
            self.dilation_rate,
            self.strides,
        )
        inputs, padding = self._causal(inputs)
        if self.rank == 1:
            inputs = expand_dims(inputs, 2 if first else 1)
            depthwise = expand_dims(depthwise, 0)
            pointwise = expand_dims(pointwise, 0)
            rates, strides = (1,) + rates, strides * 2
        layout = "NCHW" if first else "NHWC"
        outputs = nn_separable_conv2d(
            inputs,
            depthwise,
            pointwise,
            strides=(1, 1) + strides if first else (1,) + strides + (1,),
            padding=padding,
            rate=rates,
            data_format=layout,
        )
        if self.use_bias:
            outputs = bias_add(outputs, self.bias, layout)
        if self.rank == 1:
            outputs = squeeze(outputs, [2 if first else 1])
        return outputs if self.activation is None else self.activation(outputs)


class SeparableConv1D(SeparableConv):
    def __init__(self, filters, kernel_size, *args, **kwargs):
        SeparableConv.__init__(self, 1, filters, kernel_size, *args, **kwargs)


class SeparableConv2D(SeparableConv):
    def __init__(self, filters, kernel_size, *args, **kwargs):
        SeparableConv.__init__(self, 2, filters, kernel_size, *args, **kwargs)


class DepthwiseConv2D(Conv2D):
    _not_configured = (
        "rank",
        "filters",
        "dilation_rate",
        "kernel_initializer",
        "kernel_regularizer",
        "kernel_constraint",
    )

    def __init__(
        self,
        kernel_size,
        strides=(1, 1),
        padding="valid",
        depth_multiplier=1,
        data_format=None,
        activation=None,
        use_bias=True,
        depthwise_initializer="glorot_uniform",
        bias_initializer="zeros",
        depthwise_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        depthwise_constraint=None,
        bias_constraint=None,
        **kwargs,
    ):
        Conv2D.__init__(
            self,
            None,
            kernel_size,
            strides=strides,
            padding=padding,
            data_format=data_format,
            dilation_rate=kwargs.pop("dilation_rate", (1, 1)),
            activation=activation,
            use_bias=use_bias,
            kernel_initializer=kwargs.pop("kernel_initializer", "glorot_uniform"),
            bias_initializer=bias_initializer,
            kernel_regularizer=kwargs.pop("kernel_regularizer", None),
            bias_regularizer=bias_regularizer,
            activity_regularizer=activity_regularizer,
            kernel_constraint=kwargs.pop("kernel_constraint", None),
            bias_constraint=bias_constraint,
            **kwargs,
        )
        self.depth_multiplier = depth_multiplier
        self.depthwise_initializer = initializers.get(depthwise_initializer)
        self.depthwise_regularizer = regularizers.get(depthwise_regularizer)
        self.depthwise_constraint = constraints.get(depthwise_constraint)

    _undefined = (
        "The channel dimension of the inputs to `DepthwiseConv2D` should be defined. Found `None`."
    )

    def _channels(self, input_shape):
        axis = 1 if self.data_format == "channels_first" else 3
        if is_undefined(self, input_shape, axis):
            refuse(self._undefined)
        return self._channels_at(axis, axis_dim(input_shape, axis))

    def build(self, input_shape):
        channels = self._channels(input_shape)
        self.depthwise_kernel = self.add_weight(
            "depthwise_kernel",
            self.kernel_size + (channels, self.depth_multiplier),
            None,
            initializer=self.depthwise_initializer,
            regularizer=self.depthwise_regularizer,
            trainable=True,
            constraint=self.depthwise_constraint,
        )
        self._add_bias((channels * self.depth_multiplier,))
        self.built = True

    def call(self, inputs):
        first = self.data_format == "channels_first"
        strides = (1, 1) + self.strides if first else (1,) + self.strides + (1,)
        outputs = nn_depthwise_conv2d(
            inputs,
            self.depthwise_kernel,
            strides,
            padding=self.padding.upper(),
            rate=self.dilation_rate,
            data_format=self._format(),
        )
        if self.use_bias:
            outputs = bias_add(outputs, self.bias, self._format())
        return outputs if self.activation is None else self.activation(outputs)


SeparableConvolution1D = SeparableConv1D
SeparableConvolution2D = SeparableConv2D
