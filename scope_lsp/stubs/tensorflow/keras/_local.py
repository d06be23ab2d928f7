"""`tf.keras.layers`: convolutions whose weights differ from place to place.

Modelled on keras/layers/local.py of TensorFlow 1.15.5.
"""

from tensorflow._windows import window_dim
from tensorflow._nn_ops import bias_add
from tensorflow._shape import UNSURE, as_dims, is_int
from tensorflow._tensor import base_dtype, convert, create
from tensorflow.keras._conv import Conv
from tensorflow.keras._shapes import weight_dim


class _LocallyConnected(Conv):
    _not_configured = ("rank", "dilation_rate")

    def build(self, input_shape):
        dims = as_dims(input_shape)
        if not isinstance(dims, tuple) or len(dims) != self.rank + 2:
            dims = (UNSURE,) * (self.rank + 2)
        first = self.data_format == "channels_first"
        space = dims[2:] if first else dims[1:-1]
        channels = dims[1] if first else dims[-1]
        lengths = tuple(
            [
                window_dim(dim, size, stride, padding=self.padding)
                for dim, size, stride in zip(space, self.kernel_size, self.strides)
            ]
        )
        self.output_lengths = lengths
        kernel_shape = self._kernel_shape(space, channels, lengths, first=first)
        self.kernel = self.add_weight(
            "kernel",
            kernel_shape,
            None,
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            trainable=None,
            constraint=self.kernel_constraint,
        )
        if self.use_bias:
            self.bias = self.add_weight(
                "bias",
                [weight_dim(dim) for dim in lengths] + [self.filters],
                None,
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                trainable=None,
                constraint=self.bias_constraint,
            )
        else:
            self.bias = None
        self.built = True

    def _kernel_shape(self, space, channels, lengths, first):
        if self.implementation == 2:
            inside = (channels,) + space if first else space + (channels,)
            outside = (self.filters,) + lengths if first else lengths + (self.filters,)
            return [weight_dim(dim) if dim == UNSURE else dim for dim in inside + outside]
        if self.implementation == 3:
            return [self._connections(space, channels, lengths)]
        return [_product(lengths), _product(self.kernel_size + (channels,)), self.filters]

    def _connections(self, space, channels, lengths):
        """How many pairs of an input and an output are connected (conv_kernel_idxs)."""
        count = _product((channels, self.filters))
        for size, length, stride, dim in zip(self.kernel_size, lengths, self.strides, space):
            if not is_int(length) or not is_int(dim):
                return weight_dim(UNSURE)
            left = max((length - 1) * stride + size - dim, 0) // 2 if self.padding == "same" else 0
            count = count * sum(
                [
                    min(i * stride - left + size, dim) - max(i * stride - left, 0)
                    for i in range(length)
                ]
            )
        return count

    def call(self, inputs):
        x = convert(inputs)
        batch = x._dims[0] if isinstance(x._dims, tuple) and x._dims else UNSURE
        filters = (self.filters if is_int(self.filters) else UNSURE,)
        lengths = self.output_lengths
        dims = (batch,) + (
            filters + lengths if self.data_format == "channels_first" else lengths + filters
        )
        outputs = create("Reshape", None, dims, dtype=base_dtype(x), inputs=(x, self.kernel))
        if self.use_bias:
            outputs = bias_add(outputs, self.bias)
            outputs._dims = dims
        return self.activation(outputs)


class LocallyConnected1D(_LocallyConnected):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=1,
        padding="valid",
        data_format=None,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
        implementation=1,
        **kwargs,
    ):
        Conv.__init__(
            self,
            1,
            filters,
            kernel_size=kernel_size,
            strides=strides,
            padding=padding,
            data_format=data_format,
            dilation_rate=1,
            activation=activation,
            use_bias=use_bias,
            kernel_initializer=kernel_initializer,
            bias_initializer=bias_initializer,
            kernel_regularizer=kernel_regularizer,
            bias_regularizer=bias_regularizer,
            activity_regularizer=activity_regularizer,
            kernel_constraint=kernel_constraint,
            bias_constraint=bias_constraint,
            **kwargs,
        )
        self.implementation = implementation


class LocallyConnected2D(_LocallyConnected):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1),
        padding="valid",
        data_format=None,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
        implementation=1,
        **kwargs,
    ):
        Conv.__init__(
            self,
            2,
            filters,
            kernel_size=kernel_size,
            strides=strides,
            padding=padding,
            data_format=data_format,
            dilation_rate=(1, 1),
            activation=activation,
            use_bias=use_bias,
            kernel_initializer=kernel_initializer,
            bias_initializer=bias_initializer,
            kernel_regularizer=kernel_regularizer,
            bias_regularizer=bias_regularizer,
            activity_regularizer=activity_regularizer,
            kernel_constraint=kernel_constraint,
            bias_constraint=bias_constraint,
            **kwargs,
        )
        self.implementation = implementation


def _product(dims):
    product = 1
    for dim in dims:
        if not is_int(dim):
            return weight_dim(UNSURE)
        product = product * dim
    return product
