"""`tf.keras.layers`: dense layers and those that only change or pass on a tensor.

Modelled on keras/layers/core.py of TensorFlow 1.15.5.
"""

import inspect

import _scope_lsp

from tensorflow._array_joins import stack, tile
from tensorflow._array_ops import (
    expand_dims,
    reshape,
    shape,
    squeeze,
    transpose,
)
from tensorflow._casts import cast
from tensorflow._graph_contexts import variable_creator_scope
from tensorflow._math_ops import not_equal, tensordot
from tensorflow._nn_ops import bias_add
from tensorflow._reductions import reduce_any
from tensorflow._refusals import is_undefined, refuse
from tensorflow._shape import UNSURE, TensorShape, as_dim, as_dims, is_int, size
from tensorflow._tensor import apply, base_dtype, convert, create
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

_AT_LEAST_2 = InputSpec(min_ndim=2)
_AT_LEAST_1 = InputSpec(min_ndim=1)


class Dense(Layer):
    supports_masking = True

    def __init__(
        self,
        units,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
        **kwargs,
    ):
        super(Dense, self).__init__(
            activity_regularizer=regularizers.get(activity_regularizer), **kwargs
        )
        self.units = (
            int(units) if _scope_lsp.is_known(units) and hasattr(units, "__int__") else units
        )
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.bias_constraint = constraints.get(bias_constraint)
        self.input_spec = _AT_LEAST_2

    def build(self, input_shape):
        dtype = self._dtype_name
        fits = True if dtype is None else dtype.is_floating or dtype.is_complex
        if _scope_lsp.is_known(fits) and not fits:
            refuse(
                "Unable to build `Dense` layer with non-floating point dtype %s" % (dtype,),
                exception="TypeError",
            )
        if is_undefined(self, input_shape, -1):
            refuse("The last dimension of the inputs to `Dense` should be defined. Found `None`.")
        size = axis_dim(input_shape, -1)
        self.input_spec = InputSpec(min_ndim=2, axes={-1: size})
        last = weight_dim(size)
        self.kernel = self.add_weight(
            "kernel",
            [last, self.units],
            None,
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            trainable=True,
            constraint=self.kernel_constraint,
        )
        if self.use_bias:
            self.bias = self.add_weight(
                "bias",
                [self.units],
                None,
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                trainable=True,
                constraint=self.bias_constraint,
            )
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
            outputs = create("MatMul", name, dims, dtype=base_dtype(x), inputs=(x, kernel))
        outputs._dims = dims[:-1] + as_dims([self.units]) if isinstance(dims, tuple) else dims
        if self.use_bias:
            outputs = bias_add(outputs, self.bias)
        return outputs if self.activation is None else self.activation(outputs)

    def compute_output_shape(self, input_shape):
        dims = as_dims(input_shape)
        return (
            TensorShape(dims[:-1] + as_dims([self.units]))
            if isinstance(dims, tuple)
            else _scope_lsp.unknown("an output shape")
        )


class Activation(Layer):
    supports_masking = True

    def __init__(self, activation, **kwargs):
        super(Activation, self).__init__(**kwargs)
        self.activation = activations.get(activation)

    def call(self, inputs):
        return self.activation(inputs)

    def compute_output_shape(self, input_shape):
        return input_shape


class Flatten(Layer):
    def __init__(self, data_format=None, **kwargs):
        super(Flatten, self).__init__(**kwargs)
        self.data_format = _state.data_format_of(data_format)
        self.input_spec = _AT_LEAST_1

    def call(self, inputs):
        x = convert(inputs)
        dims = x._dims
        if not isinstance(dims, tuple) or not dims:
            return create(
                "Reshape",
                None,
                (UNSURE, UNSURE) if dims == UNSURE else (None, None),
                dtype=base_dtype(x),
                inputs=(x,),
            )
        if self.data_format == "channels_first" and len(dims) > 1:
            x = transpose(x, [0] + list(range(2, len(dims))) + [1])
        first = dims[0] if is_int(dims[0]) and dims[0] else shape(x)[0]
        result = reshape(x, [first, -1])
        result._dims = (dims[0], size(dims[1:]))
        return result

    def compute_output_shape(self, input_shape):
        dims = as_dims(input_shape)
        return (
            TensorShape((dims[0], size(dims[1:])))
            if isinstance(dims, tuple) and dims
            else _scope_lsp.unknown("an output shape")
        )


class Reshape(Layer):
    def __init__(self, target_shape, **kwargs):
        super(Reshape, self).__init__(**kwargs)
        self.target_shape = (
            tuple(target_shape) if _scope_lsp.is_known(target_shape) else target_shape
        )

    def call(self, inputs):
        x = convert(inputs)
        if not _scope_lsp.is_known(self.target_shape):
            return create("Reshape", None, UNSURE, dtype=base_dtype(x), inputs=(x,))
        return reshape(x, (shape(x)[0],) + self.target_shape)

    def _fixed(self, elements):
        """The target's dims with -1 replaced by what is left of so many elements."""
        known = 1
        for dim in self.target_shape:
            if not _scope_lsp.is_known(dim) or not is_int(as_dim(dim)) and dim != -1:
                return (UNSURE,) * len(self.target_shape)
            known = known if dim == -1 else known * dim
        left = (
            elements // known
            if is_int(elements) and known
            else (None if elements is None else UNSURE)
        )
        return tuple([left if dim == -1 else as_dim(dim) for dim in self.target_shape])

    def compute_output_shape(self, input_shape):
        dims = as_dims(input_shape)
        return (
            TensorShape((dims[0],) + self._fixed(size(dims[1:])))
            if isinstance(dims, tuple) and dims
            else _scope_lsp.unknown("an output shape")
        )


class Permute(Layer):
    def __init__(self, dims, **kwargs):
        super(Permute, self).__init__(**kwargs)
        self.dims = tuple(dims)
        self.input_spec = InputSpec(ndim=len(self.dims) + 1)

    def call(self, inputs):
        return transpose(inputs, perm=(0,) + self.dims)


class RepeatVector(Layer):
    def __init__(self, n, **kwargs):
        super(RepeatVector, self).__init__(**kwargs)
        self.n = n
        self.input_spec = InputSpec(ndim=2)

    def call(self, inputs):
        result = tile(expand_dims(inputs, 1), stack([1, self.n, 1]))
        dims = inputs._dims
        if isinstance(dims, tuple) and len(dims) == 2:
            result._dims = (dims[0], as_dim(self.n), dims[1])
        return result


class Masking(Layer):
    supports_masking = True
    _compute_output_and_mask_jointly = True

    def __init__(self, mask_value=0.0, **kwargs):
        super(Masking, self).__init__(**kwargs)
        self.mask_value = mask_value

    def compute_mask(self, inputs, mask=None):
        return reduce_any(not_equal(inputs, self.mask_value), axis=-1)

    def call(self, inputs):
        mask = reduce_any(not_equal(inputs, self.mask_value), axis=-1, keepdims=True)
        outputs = inputs * cast(mask, inputs.dtype)
        outputs._keras_mask = squeeze(mask, axis=-1)
        return outputs

    def compute_output_shape(self, input_shape):
        return input_shape


class Lambda(Layer):
    def __init__(self, function, output_shape=None, mask=None, arguments=None, **kwargs):
        super(Lambda, self).__init__(**kwargs)
        self.function = function
        self.arguments = arguments if arguments else {}
        self.mask = mask
        self._output_shape = output_shape
        self.supports_masking = mask is not None
        self._made = {}
        found = inspect.getfullargspec(function) if _scope_lsp.is_known(function) else function
        self._function_takes = found.args if _scope_lsp.is_known(found) else ()

    def call(self, inputs, mask=None, training=None):
        arguments = dict(self.arguments)
        if "mask" in self._function_takes:
            arguments["mask"] = mask
        if "training" in self._function_takes:
            arguments["training"] = training
        with variable_creator_scope(self._variable_creator):
            return self.function(inputs, **arguments)

    def _variable_creator(self, next_creator, **kwargs):
        """A variable that the function asks for: by name, so that each call gets the same one."""
        name = kwargs["name"]
        if name not in self._made:
            variable = self._made[name] = next_creator(**kwargs)
            (self._trainable_weights if variable.trainable else self._non_trainable_weights).append(
                variable
            )
        return self._made[name]

    def compute_mask(self, inputs, mask=None):
        return self.mask(inputs, mask) if callable(self.mask) else self.mask

    def get_config(self):
        config = {
            "name": self._name,
            "trainable": self._trainable,
            "dtype": self.dtype,
            "arguments": self.arguments,
        }
        for name, value in (
            ("function", self.function),
            ("output_shape", self._output_shape),
            ("mask", self.mask),
        ):
            if name == "mask" and value is None:
                continue
            config[name] = value
            config[name + "_type"] = _kind(value)
            config["module" if name == "function" else name + "_module"] = getattr(
                value, "__module__", None
            )
        return config

    @classmethod
    def from_config(cls, config, custom_objects=None):
        given = dict(config)
        for name in (
            "function_type",
            "module",
            "output_shape_type",
            "output_shape_module",
            "mask_type",
            "mask_module",
        ):
            given.pop(name, None)
        return cls(**given)


def _kind(value):
    """How a function of a Lambda layer is written down."""
    if inspect.isfunction(value):
        return "lambda"
    return "function" if callable(value) else "raw"


class ActivityRegularization(Layer):
    supports_masking = True

    def __init__(self, l1=0.0, l2=0.0, **kwargs):
        super(ActivityRegularization, self).__init__(
            activity_regularizer=regularizers.L1L2(l1, l2), **kwargs
        )
        self.l1 = l1
        self.l2 = l2

    def compute_output_shape(self, input_shape):
        return input_shape
