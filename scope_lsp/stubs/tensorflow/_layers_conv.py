"""tf.layers: convolutions.

Modelled on layers/convolutional.py and keras/layers/convolutional.py of
TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, _init_ops
from tensorflow._array_ops import expand_dims, reshape, shape, squeeze, stack
from tensorflow._convolutions import conv2d_transpose as nn_conv2d_transpose
from tensorflow._convolutions import conv3d_transpose as nn_conv3d_transpose
from tensorflow._convolutions import convolve
from tensorflow._convolutions import separable_conv2d as nn_separable_conv2d
from tensorflow._layers_base import InputSpec, Layer, axis_dim, weight_dim
from tensorflow._nn_ops import bias_add
from tensorflow._shape import UNSURE, as_dims, is_int
from tensorflow._tensor import constant, convert

_zeros = _init_ops.Zeros()
_FORMATS = {1: ("NWC", "NCW"), 2: ("NHWC", "NCHW"), 3: ("NDHWC", "NCDHW")}


def spatial(value, rank):
    """conv_utils.normalize_tuple: a size for each spatial axis."""
    if not _scope_lsp.is_known(value) or not isinstance(value, (list, tuple)):
        return (value,) * rank
    return tuple(value) if len(value) != 1 or rank == 1 else (value[0],) * rank


class _Conv(Layer):
    def __init__(self, rank, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, activation=None, use_bias=True, kernel_initializer=None, bias_initializer=_zeros, kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, trainable=True, name=None, **kwargs):
        Layer.__init__(self, trainable, name, activity_regularizer=activity_regularizer, **kwargs)
        self.rank = rank
        self.filters = filters
        self.kernel_size = spatial(kernel_size, rank)
        self.strides = spatial(strides, rank)
        self.padding = padding.lower() if _scope_lsp.is_known(padding) and isinstance(padding, str) else padding
        self.data_format = "channels_last" if data_format is None else data_format
        self.dilation_rate = spatial(dilation_rate, rank)
        self.activation = activation
        self.use_bias = use_bias
        self.kernel_initializer = kernel_initializer
        self.bias_initializer = bias_initializer
        self.kernel_regularizer = kernel_regularizer
        self.bias_regularizer = bias_regularizer
        self.kernel_constraint = kernel_constraint
        self.bias_constraint = bias_constraint
        self.input_spec = InputSpec(ndim=rank + 2)

    def _channels(self, input_shape):
        return weight_dim(axis_dim(input_shape, 1 if self.data_format == "channels_first" else -1))

    def _add_bias(self, bias_shape):
        if self.use_bias:
            self.bias = self.add_weight("bias", bias_shape, None, self.bias_initializer, self.bias_regularizer, True, self.bias_constraint)
        else:
            self.bias = None

    def build(self, input_shape):
        kernel_shape = self.kernel_size + (self._channels(input_shape), self.filters)
        self.kernel = self.add_weight("kernel", kernel_shape, None, self.kernel_initializer, self.kernel_regularizer, True, self.kernel_constraint)
        self._add_bias((self.filters,))
        if self.dilation_rate == (1,) * self.rank:
            constant(self.dilation_rate, _dtypes.int32, None, "dilation_rate")
        self.built = True

    def _format(self):
        return _FORMATS[self.rank][1 if self.data_format == "channels_first" else 0]

    def call(self, inputs):
        outputs = convolve(self.rank + 2, inputs, self.kernel, self.strides, self.padding.upper(), self.dilation_rate, self._format())
        return self._finish(outputs)

    def _finish(self, outputs):
        if self.use_bias:
            if self.data_format == "channels_first" and self.rank == 1:
                outputs = outputs + reshape(self.bias, (1, self.filters, 1))
            else:
                outputs = bias_add(outputs, self.bias, "NCHW" if self.data_format == "channels_first" else "NHWC")
        return outputs if self.activation is None else self.activation(outputs)


class Conv1D(_Conv):
    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, activation=None, use_bias=True, *args, **kwargs):
        _Conv.__init__(self, 1, filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, *args, **kwargs)


class Conv2D(_Conv):
    def __init__(self, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last", dilation_rate=(1, 1), activation=None, use_bias=True, *args, **kwargs):
        _Conv.__init__(self, 2, filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, *args, **kwargs)


class Conv3D(_Conv):
    def __init__(self, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format="channels_last", dilation_rate=(1, 1, 1), activation=None, use_bias=True, *args, **kwargs):
        _Conv.__init__(self, 3, filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, *args, **kwargs)


def deconv_length(length, size, padding, stride):
    """conv_utils.deconv_output_length, of an int or of a tensor."""
    if not _scope_lsp.is_known(length) or length == UNSURE or not is_int(size) or not is_int(stride):
        return UNSURE
    if length is None:
        return None
    length = length * stride
    return length + max(size - stride, 0) if padding == "valid" else length


class _ConvTranspose(_Conv):
    def build(self, input_shape):
        kernel_shape = self.kernel_size + (self.filters, self._channels(input_shape))
        self.kernel = self.add_weight("kernel", kernel_shape, None, self.kernel_initializer, self.kernel_regularizer, True, self.kernel_constraint)
        self._add_bias((self.filters,))
        self.built = True

    def call(self, inputs):
        x = convert(inputs)
        first = self.data_format == "channels_first"
        axes = [2 + i if first else 1 + i for i in range(self.rank)]
        whole = shape(x)
        batch = whole[0]
        lengths = [whole[axis] for axis in axes]
        lengths = [deconv_length(length, size, self.padding, stride) for length, size, stride in zip(lengths, self.kernel_size, self.strides)]
        lengths = [_scope_lsp.unknown("a length") if length == UNSURE else length for length in lengths]
        target = stack([batch, self.filters] + lengths if first else [batch] + lengths + [self.filters])
        if self.rank == 2:
            target[0]
        function = nn_conv2d_transpose if self.rank == 2 else nn_conv3d_transpose
        outputs = function(x, self.kernel, target, self.strides, padding=self.padding.upper(), data_format=self._format())
        dims = x._dims if isinstance(x._dims, tuple) and len(x._dims) == self.rank + 2 else (UNSURE,) * (self.rank + 2)
        lengths = tuple([deconv_length(dims[axis], size, self.padding, stride) for axis, size, stride in zip(axes, self.kernel_size, self.strides)])
        depth = as_dims([self.filters])
        outputs._dims = dims[:1] + depth + lengths if first else dims[:1] + lengths + depth
        if self.use_bias:
            outputs = bias_add(outputs, self.bias, self._format())
        return outputs if self.activation is None else self.activation(outputs)


class Conv2DTranspose(_ConvTranspose):
    def __init__(self, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last", activation=None, use_bias=True, *args, **kwargs):
        _Conv.__init__(self, 2, filters, kernel_size, strides, padding, data_format, (1, 1), activation, use_bias, *args, **kwargs)


class Conv3DTranspose(_ConvTranspose):
    def __init__(self, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format="channels_last", activation=None, use_bias=True, *args, **kwargs):
        _Conv.__init__(self, 3, filters, kernel_size, strides, padding, data_format, (1, 1, 1), activation, use_bias, *args, **kwargs)


class _SeparableConv(_Conv):
    def __init__(self, rank, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer=None, pointwise_initializer=None, bias_initializer=_zeros, depthwise_regularizer=None, pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, trainable=True, name=None, **kwargs):
        _Conv.__init__(self, rank, filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, None, bias_initializer, None, bias_regularizer, activity_regularizer, None, bias_constraint, trainable, name, **kwargs)
        self.depth_multiplier = depth_multiplier
        self.depthwise_initializer = depthwise_initializer
        self.pointwise_initializer = pointwise_initializer
        self.depthwise_regularizer = depthwise_regularizer
        self.pointwise_regularizer = pointwise_regularizer
        self.depthwise_constraint = depthwise_constraint
        self.pointwise_constraint = pointwise_constraint

    def build(self, input_shape):
        channels = self._channels(input_shape)
        depthwise_shape = self.kernel_size + (channels, self.depth_multiplier)
        pointwise_shape = (1,) * self.rank + (channels * self.depth_multiplier, self.filters)
        self.depthwise_kernel = self.add_weight("depthwise_kernel", depthwise_shape, None, self.depthwise_initializer, self.depthwise_regularizer, True, self.depthwise_constraint)
        self.pointwise_kernel = self.add_weight("pointwise_kernel", pointwise_shape, None, self.pointwise_initializer, self.pointwise_regularizer, True, self.pointwise_constraint)
        self._add_bias((self.filters,))
        self.built = True

    def call(self, inputs):
        first = self.data_format == "channels_first"
        depthwise, pointwise, rates, strides = self.depthwise_kernel, self.pointwise_kernel, self.dilation_rate, self.strides
        if self.rank == 1:
            inputs = expand_dims(inputs, 2 if first else 1)
            depthwise = expand_dims(depthwise, 0)
            pointwise = expand_dims(pointwise, 0)
            rates, strides = (1,) + rates, strides * 2
        layout = "NCHW" if first else "NHWC"
        outputs = nn_separable_conv2d(inputs, depthwise, pointwise, (1, 1) + strides if first else (1,) + strides + (1,), self.padding.upper(), rates, data_format=layout)
        if self.use_bias:
            outputs = bias_add(outputs, self.bias, layout)
        if self.rank == 1:
            outputs = squeeze(outputs, [2 if first else 1])
        return outputs if self.activation is None else self.activation(outputs)


class SeparableConv1D(_SeparableConv):
    def __init__(self, filters, kernel_size, *args, **kwargs):
        _SeparableConv.__init__(self, 1, filters, kernel_size, *args, **kwargs)


class SeparableConv2D(_SeparableConv):
    def __init__(self, filters, kernel_size, *args, **kwargs):
        _SeparableConv.__init__(self, 2, filters, kernel_size, *args, **kwargs)


def _function(cls):
    """The functional form of a layer class: its name is a scope as it stands."""

    def layer(inputs, filters, kernel_size, *args, **kwargs):
        # Positional arguments are those of the class, other than `reuse`, which comes last.
        if len(args) > cls._positional:
            kwargs["reuse"] = args[cls._positional]
            args = args[: cls._positional]
        if len(args) == cls._positional:
            kwargs["name"] = args[-1]
            args = args[:-1]
        name = kwargs.get("name")
        return cls(filters, kernel_size, *args, _scope=name, _reuse=kwargs.pop("reuse", None), **kwargs).apply(inputs)

    return layer


# How many arguments follow the kernel size, the name being the last of them.
Conv1D._positional = Conv2D._positional = Conv3D._positional = 15
Conv2DTranspose._positional = Conv3DTranspose._positional = 14
SeparableConv1D._positional = SeparableConv2D._positional = 19

conv1d = _function(Conv1D)
conv2d = _function(Conv2D)
conv3d = _function(Conv3D)
conv2d_transpose = _function(Conv2DTranspose)
conv3d_transpose = _function(Conv3DTranspose)
separable_conv1d = _function(SeparableConv1D)
separable_conv2d = _function(SeparableConv2D)
