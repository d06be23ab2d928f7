"""tf.layers: dense, dropout, flatten.

Modelled on layers/core.py and keras/layers/core.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._array_more import cast
from tensorflow._array_ops import identity, reshape, shape, transpose
from tensorflow._layers_base import InputSpec, Layer, axis_dim, smart_cond, weight_dim
from tensorflow._math_ops import tensordot
from tensorflow._nn_ops import bias_add
from tensorflow._nn_ops import dropout as nn_dropout
from tensorflow._shape import UNSURE, as_dims, is_int, size
from tensorflow._tensor import apply, base_dtype, convert, create

_zeros = _init_ops.Zeros()


class Dense(Layer):
    def __init__(self, units, activation=None, use_bias=True, kernel_initializer=None, bias_initializer=_zeros, kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, trainable=True, name=None, **kwargs):
        Layer.__init__(self, trainable, name, activity_regularizer=activity_regularizer, **kwargs)
        self.units = units
        self.activation = activation
        self.use_bias = use_bias
        self.kernel_initializer = kernel_initializer
        self.bias_initializer = bias_initializer
        self.kernel_regularizer = kernel_regularizer
        self.bias_regularizer = bias_regularizer
        self.kernel_constraint = kernel_constraint
        self.bias_constraint = bias_constraint
        self.input_spec = InputSpec(min_ndim=2)

    def build(self, input_shape):
        last = weight_dim(axis_dim(input_shape, -1))
        units = _int(self.units)
        self.kernel = self.add_weight("kernel", [last, units], None, self.kernel_initializer, self.kernel_regularizer, True, self.kernel_constraint)
        if self.use_bias:
            self.bias = self.add_weight("bias", [units], None, self.bias_initializer, self.bias_regularizer, True, self.bias_constraint)
        else:
            self.bias = None
        self.built = True

    def call(self, inputs):
        x = convert(inputs)
        dims = x._dims
        if isinstance(dims, tuple) and len(dims) > 2:
            outputs = tensordot(x, self.kernel, [[len(dims) - 1], [0]])
        else:
            if base_dtype(x) is not None:
                x = cast(x, self._dtype_name)
            name, [x, kernel] = apply("MatMul", None, (x, "a"), (self.kernel, "b"))
            outputs = create("MatMul", name, dims, base_dtype(x), inputs=(x, kernel))
        outputs._dims = dims[:-1] + as_dims([self.units]) if isinstance(dims, tuple) else dims
        if self.use_bias:
            outputs = bias_add(outputs, self.bias)
        return outputs if self.activation is None else self.activation(outputs)


def _int(units):
    """`int(units)`, as the layer does, other than on what is not known."""
    return int(units) if _scope_lsp.is_known(units) and hasattr(units, "__int__") else units


def dense(inputs, units, activation=None, use_bias=True, kernel_initializer=None, bias_initializer=_zeros, kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, trainable=True, name=None, reuse=None):
    layer = Dense(units, activation, use_bias, kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, trainable, name, _scope=name, _reuse=reuse)
    return layer.apply(inputs)


class Dropout(Layer):
    def __init__(self, rate=0.5, noise_shape=None, seed=None, name=None, **kwargs):
        Layer.__init__(self, name=name, **kwargs)
        self.rate = rate
        self.noise_shape = noise_shape
        self.seed = seed

    def call(self, inputs, training=False):
        def dropped():
            return nn_dropout(inputs, noise_shape=self.noise_shape, seed=self.seed, rate=self.rate)

        return smart_cond(training, dropped, lambda: identity(inputs))


def dropout(inputs, rate=0.5, noise_shape=None, seed=None, training=False, name=None):
    return Dropout(rate, noise_shape, seed, name).apply(inputs, training=training)


class Flatten(Layer):
    def __init__(self, data_format=None, **kwargs):
        Layer.__init__(self, **kwargs)
        self.data_format = "channels_last" if data_format is None else data_format
        self.input_spec = InputSpec(min_ndim=1)

    def call(self, inputs):
        x = convert(inputs)
        dims = x._dims
        if not isinstance(dims, tuple) or not dims:
            return create("Reshape", None, (UNSURE, UNSURE) if dims == UNSURE else (None, None), base_dtype(x), inputs=(x,))
        if self.data_format == "channels_first" and len(dims) > 1:
            x = transpose(x, [0] + list(range(2, len(dims))) + [1])
        first = dims[0] if is_int(dims[0]) and dims[0] else shape(x)[0]
        result = reshape(x, [first, -1])
        result._dims = (dims[0], size(dims[1:]))
        return result


def flatten(inputs, name=None, data_format="channels_last"):
    return Flatten(data_format, name=name).apply(inputs)
