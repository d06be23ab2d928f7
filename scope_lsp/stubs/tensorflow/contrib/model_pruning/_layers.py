"""`tf.contrib.model_pruning`: layers whose kernel is masked.

A convolution makes its mask before the kernel, a dense layer after it.

Modelled on contrib/model_pruning/python/layers/{core_layers,layers}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _layers_conv, _layers_core
from tensorflow._init_ops import Zeros
from tensorflow._nn_ops import relu
from tensorflow._refusals import is_undefined, refuse
from tensorflow._tensor import base_dtype, convert
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.framework._arg_scope import add_arg_scope
from tensorflow.contrib.layers._layers import _RENAMED, _collected, _finished, _xavier
from tensorflow.contrib.layers._utils import build_variable_getter, channels_last
from tensorflow.contrib.model_pruning._masks import add_mask, add_threshold, keep, product
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._shapes import axis_dim, weight_dim

_zeros = Zeros()
_FORMATS = (None, "NWC", "NCW", "NHWC", "NCHW", "NDHWC", "NCDHW")


class _Masked:
    """What both kinds of layers share: they compute with the product of mask and kernel."""

    def _mask_kernel(self):
        self.masked_kernel = product(self.mask, self.kernel)
        keep(self.kernel, self.mask, self.threshold, masked=self.masked_kernel)

    def _add_kernel(self, shape):
        self.kernel = self.add_variable(
            "kernel",
            shape,
            self.dtype,
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            trainable=True,
        )

    def _compute(self, function, inputs):
        """Call a method that asks for `kernel`."""
        kernel, self.kernel = self.kernel, self.masked_kernel
        outputs = function(self, inputs)
        self.kernel = kernel
        return outputs


class MaskedConv2D(_Masked, _layers_conv.Conv2D):
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
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        trainable=True,
        name=None,
        **kwargs,
    ):
        _layers_conv.Conv2D.__init__(
            self,
            filters,
            kernel_size,
            strides=strides,
            padding=padding,
            data_format=data_format,
            dilation_rate=dilation_rate,
            activation=activation,
            use_bias=use_bias,
            kernel_initializer=kernel_initializer,
            bias_initializer=bias_initializer,
            kernel_regularizer=kernel_regularizer,
            bias_regularizer=bias_regularizer,
            activity_regularizer=activity_regularizer,
            trainable=trainable,
            name=name,
            **kwargs,
        )

    def build(self, input_shape):
        shape = self.kernel_size + (self._channels(input_shape), self.filters)
        self.mask = add_mask(self, shape)
        self._add_kernel(shape)
        self.threshold = add_threshold(self)
        self._mask_kernel()
        self._add_bias((self.filters,))
        self.built = True

    def call(self, inputs):
        return self._compute(_layers_conv.Conv2D.call, inputs)


class MaskedFullyConnected(_Masked, _layers_core.Dense):
    def __init__(
        self,
        units,
        activation=None,
        use_bias=True,
        kernel_initializer=None,
        bias_initializer=_zeros,
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        trainable=True,
        name=None,
        **kwargs,
    ):
        _layers_core.Dense.__init__(
            self,
            units,
            activation,
            use_bias=use_bias,
            kernel_initializer=kernel_initializer,
            bias_initializer=bias_initializer,
            kernel_regularizer=kernel_regularizer,
            bias_regularizer=bias_regularizer,
            activity_regularizer=activity_regularizer,
            trainable=trainable,
            name=name,
            **kwargs,
        )

    def build(self, input_shape):
        if is_undefined(self, input_shape, -1):
            refuse("The last dimension of the inputs to `Dense` should be defined. Found `None`.")
        size = axis_dim(input_shape, -1)
        self.input_spec = InputSpec(min_ndim=2, axes={-1: size})
        shape = [weight_dim(size), self.units]
        self._add_kernel(shape)
        self.mask = add_mask(self, shape)
        self.threshold = add_threshold(self)
        self._mask_kernel()
        self.bias = None
        if self.use_bias:
            self.bias = self.add_variable(
                "bias",
                [self.units],
                self.dtype,
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                trainable=True,
            )
        self.built = True

    def call(self, inputs):
        return self._compute(_layers_core.Dense.call, inputs)


@add_arg_scope
def masked_convolution(
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
):
    if _scope_lsp.is_known(data_format) and data_format not in _FORMATS:
        refuse("Invalid data_format: %r" % (data_format,))
    with variable_scope(
        scope, "Conv", [inputs], reuse=reuse, custom_getter=build_variable_getter(_RENAMED)
    ) as sc:
        x = convert(inputs)
        if _scope_lsp.is_a(x._dims, tuple) and len(x._dims) != 4:
            refuse("('Sparse Convolution not supported for input with rank', %d)" % len(x._dims))
        layer = MaskedConv2D(
            num_outputs,
            kernel_size,
            stride,
            padding=padding,
            data_format=channels_last(data_format),
            dilation_rate=rate,
            use_bias=not normalizer_fn and biases_initializer is not None,
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


@add_arg_scope
def masked_fully_connected(
    inputs,
    num_outputs,
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
    if _scope_lsp.is_known(num_outputs) and not isinstance(num_outputs, int):
        refuse("num_outputs should be int or long, got %s." % (num_outputs,))
    with variable_scope(
        scope,
        "fully_connected",
        [inputs],
        reuse=reuse,
        custom_getter=build_variable_getter(_RENAMED),
    ) as sc:
        x = convert(inputs)
        layer = MaskedFullyConnected(
            num_outputs,
            use_bias=not normalizer_fn and biases_initializer is not None,
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
