"""`tf.keras.layers`: transposed convolutions.

Modelled on keras/layers/convolutional.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_joins import stack
from tensorflow._array_ops import shape
from tensorflow._convolutions import conv2d_transpose as nn_conv2d_transpose
from tensorflow._convolutions import conv3d_transpose as nn_conv3d_transpose
from tensorflow._nn_ops import bias_add
from tensorflow._refusals import (
    is_undefined,
    normalize_tuple,
    refuse,
)
from tensorflow._shape import UNSURE, as_dims, is_int
from tensorflow._tensor import convert
from tensorflow.keras._conv import Conv


def deconv_length(length, size, padding, stride, output_padding=None, dilation=1):
    """conv_utils.deconv_output_length, of an int or of a tensor."""
    if (
        not _scope_lsp.is_known(length)
        or length == UNSURE
        or not is_int(size)
        or not is_int(stride)
        or not is_int(dilation)
    ):
        return UNSURE
    if length is None:
        return None
    size = size + (size - 1) * (dilation - 1)
    if output_padding is None:
        length = length * stride
        return length + max(size - stride, 0) if padding == "valid" else length
    return (
        (length - 1) * stride
        + size
        - (2 * (size // 2) if padding == "same" else 0)
        + output_padding
    )


class ConvTranspose(Conv):
    output_padding = None

    def _channels(self, input_shape):
        if self.rank == 3 and is_undefined(
            self, input_shape, 1 if self.data_format == "channels_first" else -1
        ):
            refuse(
                "The channel dimension of the inputs should be defined, found None: "
                + str(input_shape)
            )
        return Conv._channels(self, input_shape)

    def build(self, input_shape):
        kernel_shape = self.kernel_size + (self.filters, self._channels(input_shape))
        self.kernel = self.add_weight(
            "kernel",
            kernel_shape,
            None,
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            trainable=True,
            constraint=self.kernel_constraint,
        )
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
        return [
            deconv_length(*values)
            for values in zip(
                lengths,
                self.kernel_size,
                (self.padding,) * self.rank,
                self.strides,
                paddings,
                self.dilation_rate,
            )
        ]

    def call(self, inputs):
        x = convert(inputs)
        first = self.data_format == "channels_first"
        axes = [2 + i if first else 1 + i for i in range(self.rank)]
        whole = shape(x)
        batch = whole[0]
        lengths = [whole[axis] for axis in axes]
        lengths = self._lengths(lengths)
        lengths = [
            _scope_lsp.unknown("a length") if length == UNSURE else length for length in lengths
        ]
        target = stack(
            [batch, self.filters] + lengths if first else [batch] + lengths + [self.filters]
        )
        if self.rank == 2:
            target[0]
        function = nn_conv2d_transpose if self.rank == 2 else nn_conv3d_transpose
        outputs = function(
            x,
            self.kernel,
            target,
            strides=self.strides,
            padding=self.padding.upper(),
            data_format=self._format(),
        )
        dims = (
            x._dims
            if isinstance(x._dims, tuple) and len(x._dims) == self.rank + 2
            else (UNSURE,) * (self.rank + 2)
        )
        lengths = tuple(self._lengths([dims[axis] for axis in axes]))
        depth = as_dims([self.filters])
        outputs._dims = dims[:1] + depth + lengths if first else dims[:1] + lengths + depth
        if self.use_bias:
            outputs = bias_add(outputs, self.bias, self._format())
        return outputs if self.activation is None else self.activation(outputs)


class Conv2DTranspose(ConvTranspose):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1),
        padding="valid",
        output_padding=None,
        data_format=None,
        dilation_rate=(1, 1),
        activation=None,
        use_bias=True,
        *args,
        **kwargs,
    ):
        Conv.__init__(
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
            *args,
            **kwargs,
        )
        self.output_padding = self._padded(output_padding)


class Conv3DTranspose(ConvTranspose):
    _not_configured = ("rank", "dilation_rate")

    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1, 1),
        padding="valid",
        output_padding=None,
        data_format=None,
        activation=None,
        use_bias=True,
        *args,
        **kwargs,
    ):
        Conv.__init__(
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
            *args,
            **kwargs,
        )
        self.output_padding = self._padded(output_padding)


Convolution2DTranspose = Conv2DTranspose
Convolution3DTranspose = Conv3DTranspose
