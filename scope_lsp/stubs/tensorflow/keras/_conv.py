"""`tf.keras.layers`: convolutions.

Modelled on keras/layers/convolutional.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_layout import pad
from tensorflow._array_ops import reshape
from tensorflow._convolutions import convolve
from tensorflow._nn_ops import bias_add
from tensorflow._refusals import (
    check_strides,
    is_undefined,
    normalize_padding,
    normalize_tuple,
    refuse,
)
from tensorflow._tensor import constant
from tensorflow.keras import (
    _state,
    activations,
    constraints,
    initializers,
    regularizers,
)
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer
from tensorflow.keras._shapes import axis_dim, weight_dim

_FORMATS = {1: ("NWC", "NCW"), 2: ("NHWC", "NCHW"), 3: ("NDHWC", "NCDHW")}
_SPECS = {rank: InputSpec(ndim=rank + 2) for rank in (1, 2, 3)}


class Conv(Layer):
    def __init__(
        self,
        rank,
        filters,
        kernel_size,
        strides=1,
        padding="valid",
        data_format=None,
        dilation_rate=1,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
        trainable=True,
        name=None,
        **kwargs,
    ):
        super(Conv, self).__init__(
            trainable=trainable,
            name=name,
            activity_regularizer=regularizers.get(activity_regularizer),
            **kwargs,
        )
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
            self.bias = self.add_weight(
                "bias",
                bias_shape,
                None,
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                trainable=True,
                constraint=self.bias_constraint,
            )
        else:
            self.bias = None

    def build(self, input_shape):
        kernel_shape = self.kernel_size + (self._channels(input_shape), self.filters)
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
        return pad(
            inputs,
            [[0, 0], [0, 0], left]
            if self.data_format == "channels_first"
            else [[0, 0], left, [0, 0]],
        ), "VALID"

    def call(self, inputs):
        return self._finish(self._convolution_op(self._causal(inputs)[0], self.kernel))

    def _convolution_op(self, inputs, kernel):
        return convolve(
            self.rank + 2,
            inputs,
            kernel,
            strides=self.strides,
            padding="VALID" if self.padding == "causal" else self.padding.upper(),
            dilation_rate=self.dilation_rate,
            data_format=self._format(),
        )

    def _finish(self, outputs):
        if self.use_bias:
            if self.data_format == "channels_first" and self.rank == 1:
                outputs = outputs + reshape(self.bias, (1, self.filters, 1))
            else:
                outputs = bias_add(
                    outputs, self.bias, "NCHW" if self.data_format == "channels_first" else "NHWC"
                )
        return outputs if self.activation is None else self.activation(outputs)


class Conv1D(Conv):
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
        *args,
        **kwargs,
    ):
        Conv.__init__(
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
            *args,
            **kwargs,
        )


class Conv2D(Conv):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1),
        padding="valid",
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


class Conv3D(Conv):
    def __init__(
        self,
        filters,
        kernel_size,
        strides=(1, 1, 1),
        padding="valid",
        data_format=None,
        dilation_rate=(1, 1, 1),
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
            dilation_rate,
            activation,
            use_bias,
            *args,
            **kwargs,
        )


Convolution1D = Conv1D
Convolution2D = Conv2D
Convolution3D = Conv3D
