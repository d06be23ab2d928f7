"""`tf.keras.layers`: convolutions.

Modelled on keras/layers/convolutional.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_more import pad
from tensorflow._array_ops import expand_dims, reshape, shape, squeeze, stack
from tensorflow._convolutions import conv2d_transpose as nn_conv2d_transpose
from tensorflow._convolutions import conv3d_transpose as nn_conv3d_transpose
from tensorflow._convolutions import convolve
from tensorflow._convolutions import depthwise_conv2d as nn_depthwise_conv2d
from tensorflow._convolutions import separable_conv2d as nn_separable_conv2d
from tensorflow._nn_ops import bias_add
from tensorflow._refusals import check_strides, is_undefined, normalize_padding, normalize_tuple, refuse
from tensorflow._shape import UNSURE, TensorShape, as_dims, is_int
from tensorflow._tensor import constant, convert
from tensorflow.keras import _state, activations, constraints, initializers, regularizers
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer
from tensorflow.keras._shapes import axis_dim, weight_dim

_FORMATS = {1: ("NWC", "NCW"), 2: ("NHWC", "NCHW"), 3: ("NDHWC", "NCDHW")}
_SPECS = {rank: InputSpec(ndim=rank + 2) for rank in (1, 2, 3)}


class Conv(Layer):
    def __init__(self, rank, filters, kernel_size, strides=1, padding="valid", data_format=None, dilation_rate=1, activation=None, use_bias=True, kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, trainable=True, name=None, **kwargs):
        super(Conv, self).__init__(trainable=trainable, name=name, activity_regularizer=regularizers.get(activity_regularizer), **kwargs)
        self.rank = rank
        self.filters = filters
        self.kernel_size = normalize_tuple(kernel_size, rank, "kernel_size")
        self.strides = normalize_tuple(strides, rank, "strides")
        self.padding = normalize_padding(padding)
        if rank != 1 and _scope_lsp.is_a(self.padding, str) and self.padding == "causal":
            refuse("Causal padding is only supported for `Conv1D`and ``SeparableConv1D`.")
            self.padding = "same"
        self.data_format = _state.data_format_of(data_format)
        self.dilation_rate = normalize_tuple(dilation_rate, rank, "dilation_rate")
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.bias_constraint = constraints.get(bias_constraint)
        self.input_spec = _SPECS[rank]

    _undefined = "The channel dimension of the inputs should be defined. Found `None`."

    def _channels(self, input_shape):
        axis = 1 if self.data_format == "channels_first" else -1
        if is_undefined(self, input_shape, axis):
            refuse(self._undefined)
        return self._channels_at(axis, axis_dim(input_shape, axis))

    def _channels_at(self, axis, dim):
        self.input_spec = InputSpec(ndim=self.rank + 2, axes={axis: dim})
        return weight_dim(dim)

    def _add_bias(self, bias_shape):
        if self.use_bias:
            self.bias = self.add_weight("bias", bias_shape, None, initializer=self.bias_initializer, regularizer=self.bias_regularizer, trainable=True, constraint=self.bias_constraint)
        else:
            self.bias = None

    def build(self, input_shape):
        kernel_shape = self.kernel_size + (self._channels(input_shape), self.filters)
        self.kernel = self.add_weight("kernel", kernel_shape, None, initializer=self.kernel_initializer, regularizer=self.kernel_regularizer, trainable=True, constraint=self.kernel_constraint)
        self._add_bias((self.filters,))
        check_strides(self.strides, self.dilation_rate)
        if self.dilation_rate == (1,) * self.rank:
            constant(self.dilation_rate, _dtypes.int32, None, name="dilation_rate")
        self.built = True

    _not_configured = ("rank",)

    def get_config(self):
        config = Layer.get_config(self)
        for name in self._not_configured:
            config.pop(name, None)
        return config

    def _format(self):
        return _FORMATS[self.rank][1 if self.data_format == "channels_first" else 0]

    def _causal(self, inputs):
        """A causal convolution looks only to the left."""
        if self.padding != "causal":
            return inputs, self.padding.upper()
        left = [self.dilation_rate[0] * (self.kernel_size[0] - 1), 0]
        return pad(inputs, [[0, 0], [0, 0], left] if self.data_format == "channels_first" else [[0, 0], left, [0, 0]]), "VALID"

    def call(self, inputs):
        inputs, padding = self._causal(inputs)
        outputs = convolve(self.rank + 2, inputs, self.kernel, strides=self.strides, padding=padding, dilation_rate=self.dilation_rate, data_format=self._format())
        return self._finish(outputs)

    def _finish(self, outputs):
        if self.use_bias:
            if self.data_format == "channels_first" and self.rank == 1:
                outputs = outputs + reshape(self.bias, (1, self.filters, 1))
            else:
                outputs = bias_add(outputs, self.bias, "NCHW" if self.data_format == "channels_first" else "NHWC")
        return outputs if self.activation is None else self.activation(outputs)


class Conv1D(Conv):
    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, activation=None, use_bias=True, *args, **kwargs):
        Conv.__init__(self, 1, filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, *args, **kwargs)


class Conv2D(Conv):
    def __init__(self, filters, kernel_size, strides=(1, 1), padding="valid", data_format=None, dilation_rate=(1, 1), activation=None, use_bias=True, *args, **kwargs):
        Conv.__init__(self, 2, filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, *args, **kwargs)


class Conv3D(Conv):
    def __init__(self, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format=None, dilation_rate=(1, 1, 1), activation=None, use_bias=True, *args, **kwargs):
        Conv.__init__(self, 3, filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, *args, **kwargs)


def deconv_length(length, size, padding, stride, output_padding=None, dilation=1):
    """conv_utils.deconv_output_length, of an int or of a tensor."""
    if not _scope_lsp.is_known(length) or length == UNSURE or not is_int(size) or not is_int(stride) or not is_int(dilation):
        return UNSURE
    if length is None:
        return None
    size = size + (size - 1) * (dilation - 1)
    if output_padding is None:
        length = length * stride
        return length + max(size - stride, 0) if padding == "valid" else length
    return (length - 1) * stride + size - (2 * (size // 2) if padding == "same" else 0) + output_padding


class ConvTranspose(Conv):
    output_padding = None

    def _channels(self, input_shape):
        if self.rank == 3 and is_undefined(self, input_shape, 1 if self.data_format == "channels_first" else -1):
            refuse("The channel dimension of the inputs should be defined, found None: " + str(input_shape))
        return Conv._channels(self, input_shape)

    def build(self, input_shape):
        kernel_shape = self.kernel_size + (self.filters, self._channels(input_shape))
        self.kernel = self.add_weight("kernel", kernel_shape, None, initializer=self.kernel_initializer, regularizer=self.kernel_regularizer, trainable=True, constraint=self.kernel_constraint)
        self._add_bias((self.filters,))
        self.built = True

    def _padded(self, output_padding):
        if output_padding is None:
            return None
        padding = normalize_tuple(output_padding, self.rank, "output_padding")
        for stride, more in zip(self.strides, padding):
            if is_int(stride) and is_int(more) and stride <= more:
                refuse("Stride %s must be greater than output padding %s" % (self.strides, padding))
        return padding

    def _lengths(self, lengths):
        paddings = (None,) * self.rank if self.output_padding is None else self.output_padding
        return [deconv_length(*values) for values in zip(lengths, self.kernel_size, (self.padding,) * self.rank, self.strides, paddings, self.dilation_rate)]

    def call(self, inputs):
        x = convert(inputs)
        first = self.data_format == "channels_first"
        axes = [2 + i if first else 1 + i for i in range(self.rank)]
        whole = shape(x)
        batch = whole[0]
        lengths = [whole[axis] for axis in axes]
        lengths = self._lengths(lengths)
        lengths = [_scope_lsp.unknown("a length") if length == UNSURE else length for length in lengths]
        target = stack([batch, self.filters] + lengths if first else [batch] + lengths + [self.filters])
        if self.rank == 2:
            target[0]
        function = nn_conv2d_transpose if self.rank == 2 else nn_conv3d_transpose
        outputs = function(x, self.kernel, target, strides=self.strides, padding=self.padding.upper(), data_format=self._format())
        dims = x._dims if isinstance(x._dims, tuple) and len(x._dims) == self.rank + 2 else (UNSURE,) * (self.rank + 2)
        lengths = tuple(self._lengths([dims[axis] for axis in axes]))
        depth = as_dims([self.filters])
        outputs._dims = dims[:1] + depth + lengths if first else dims[:1] + lengths + depth
        if self.use_bias:
            outputs = bias_add(outputs, self.bias, self._format())
        return outputs if self.activation is None else self.activation(outputs)


class Conv2DTranspose(ConvTranspose):
    def __init__(self, filters, kernel_size, strides=(1, 1), padding="valid", output_padding=None, data_format=None, dilation_rate=(1, 1), activation=None, use_bias=True, *args, **kwargs):
        Conv.__init__(self, 2, filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, *args, **kwargs)
        self.output_padding = self._padded(output_padding)


class Conv3DTranspose(ConvTranspose):
    _not_configured = ("rank", "dilation_rate")

    def __init__(self, filters, kernel_size, strides=(1, 1, 1), padding="valid", output_padding=None, data_format=None, activation=None, use_bias=True, *args, **kwargs):
        Conv.__init__(self, 3, filters, kernel_size, strides, padding, data_format, (1, 1, 1), activation, use_bias, *args, **kwargs)
        self.output_padding = self._padded(output_padding)


class SeparableConv(Conv):
    _not_configured = ("rank", "kernel_initializer", "kernel_regularizer", "kernel_constraint")

    def __init__(self, rank, filters, kernel_size, strides=1, padding="valid", data_format=None, dilation_rate=1, depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer="glorot_uniform", pointwise_initializer="glorot_uniform", bias_initializer="zeros", depthwise_regularizer=None, pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, trainable=True, name=None, **kwargs):
        Conv.__init__(self, rank, filters, kernel_size=kernel_size, strides=strides, padding=padding, data_format=data_format, dilation_rate=dilation_rate, activation=activation, use_bias=use_bias, kernel_initializer=kwargs.pop("kernel_initializer", None), bias_initializer=bias_initializer, kernel_regularizer=kwargs.pop("kernel_regularizer", None), bias_regularizer=bias_regularizer, activity_regularizer=activity_regularizer, kernel_constraint=kwargs.pop("kernel_constraint", None), bias_constraint=bias_constraint, trainable=trainable, name=name, **kwargs)
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
        self.depthwise_kernel = self.add_weight("depthwise_kernel", depthwise_shape, None, initializer=self.depthwise_initializer, regularizer=self.depthwise_regularizer, trainable=True, constraint=self.depthwise_constraint)
        self.pointwise_kernel = self.add_weight("pointwise_kernel", pointwise_shape, None, initializer=self.pointwise_initializer, regularizer=self.pointwise_regularizer, trainable=True, constraint=self.pointwise_constraint)
        self._add_bias((self.filters,))
        self.built = True

    def call(self, inputs):
        first = self.data_format == "channels_first"
        depthwise, pointwise, rates, strides = self.depthwise_kernel, self.pointwise_kernel, self.dilation_rate, self.strides
        inputs, padding = self._causal(inputs)
        if self.rank == 1:
            inputs = expand_dims(inputs, 2 if first else 1)
            depthwise = expand_dims(depthwise, 0)
            pointwise = expand_dims(pointwise, 0)
            rates, strides = (1,) + rates, strides * 2
        layout = "NCHW" if first else "NHWC"
        outputs = nn_separable_conv2d(inputs, depthwise, pointwise, strides=(1, 1) + strides if first else (1,) + strides + (1,), padding=padding, rate=rates, data_format=layout)
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
    _not_configured = ("rank", "filters", "dilation_rate", "kernel_initializer", "kernel_regularizer", "kernel_constraint")

    def __init__(self, kernel_size, strides=(1, 1), padding="valid", depth_multiplier=1, data_format=None, activation=None, use_bias=True, depthwise_initializer="glorot_uniform", bias_initializer="zeros", depthwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, bias_constraint=None, **kwargs):
        Conv2D.__init__(self, None, kernel_size, strides=strides, padding=padding, data_format=data_format, dilation_rate=kwargs.pop("dilation_rate", (1, 1)), activation=activation, use_bias=use_bias, kernel_initializer=kwargs.pop("kernel_initializer", "glorot_uniform"), bias_initializer=bias_initializer, kernel_regularizer=kwargs.pop("kernel_regularizer", None), bias_regularizer=bias_regularizer, activity_regularizer=activity_regularizer, kernel_constraint=kwargs.pop("kernel_constraint", None), bias_constraint=bias_constraint, **kwargs)
        self.depth_multiplier = depth_multiplier
        self.depthwise_initializer = initializers.get(depthwise_initializer)
        self.depthwise_regularizer = regularizers.get(depthwise_regularizer)
        self.depthwise_constraint = constraints.get(depthwise_constraint)

    _undefined = "The channel dimension of the inputs to `DepthwiseConv2D` should be defined. Found `None`."

    def _channels(self, input_shape):
        axis = 1 if self.data_format == "channels_first" else 3
        if is_undefined(self, input_shape, axis):
            refuse(self._undefined)
        return self._channels_at(axis, axis_dim(input_shape, axis))

    def build(self, input_shape):
        channels = self._channels(input_shape)
        self.depthwise_kernel = self.add_weight("depthwise_kernel", self.kernel_size + (channels, self.depth_multiplier), None, initializer=self.depthwise_initializer, regularizer=self.depthwise_regularizer, trainable=True, constraint=self.depthwise_constraint)
        self._add_bias((channels * self.depth_multiplier,))
        self.built = True

    def call(self, inputs):
        first = self.data_format == "channels_first"
        strides = (1, 1) + self.strides if first else (1,) + self.strides + (1,)
        outputs = nn_depthwise_conv2d(inputs, self.depthwise_kernel, strides, padding=self.padding.upper(), rate=self.dilation_rate, data_format=self._format())
        if self.use_bias:
            outputs = bias_add(outputs, self.bias, self._format())
        return outputs if self.activation is None else self.activation(outputs)


Convolution1D = Conv1D
Convolution2D = Conv2D
Convolution3D = Conv3D
SeparableConvolution1D = SeparableConv1D
SeparableConvolution2D = SeparableConv2D
Convolution2DTranspose = Conv2DTranspose
Convolution3DTranspose = Conv3DTranspose
