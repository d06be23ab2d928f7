"""Cells: what one is, and those of `tf.nn.rnn_cell` that make variables.

Not here: LSTM cells (`_lstm_cells`), wrappers and stacks of cells (`_rnn_wrappers`), the loops that
run them (`_rnn`), and the cells of `tf.contrib.rnn`.  A cell's ops have TensorFlow's names; of
their values only the shapes of output and state are kept.

Modelled on ops/rnn_cell_impl.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._array_ops import shape as shape_of
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._layers_base import InputSpec, Layer, differ, weight_dim
from tensorflow._math_ops import sigmoid, tanh
from tensorflow._nn_ops import elu, relu, relu6, selu, softmax, softplus, softsign
from tensorflow._shape import UNSURE, as_dim, as_dims, is_int, merge_dim
from tensorflow._tensor import (
    base_dtype,
    convert,
    create,
    dtype_of,
    is_tensor,
    is_tensor_like,
    scope,
)
from tensorflow._variable_scope import get_variable_scope, variable_scope

_ACTIVATIONS = {
    "tanh": tanh,
    "sigmoid": sigmoid,
    "relu": relu,
    "relu6": relu6,
    "elu": elu,
    "selu": selu,
    "softmax": softmax,
    "softplus": softplus,
    "softsign": softsign,
}


def activation_of(activation, default=tanh):
    """What a cell applies: the function given, one of that name, or the default."""
    if not _scope_lsp.is_known(activation):
        return activation
    if isinstance(activation, str):
        return _ACTIVATIONS.get(activation, _scope_lsp.unknown("an activation by name"))
    return default if activation is None else activation


def run_ops(names):
    """Ops of which only the names count, one after another."""
    for name in names.split():
        _scope_lsp.new_op(name, name)


def rows(units, *tensors):
    """The dims of a cell's output: a row of so many units for each element of the batch."""
    batches = [
        tensor._dims[0] for tensor in tensors if isinstance(tensor._dims, tuple) and tensor._dims
    ]
    batch = batches[0] if len(batches) == len(tensors) else UNSURE
    for dim in batches:
        batch = merge_dim(batch, dim)
    return (batch, as_dim(units))


def depth_of(input_shape, axis=-1):
    """The size of a cell's input for the shape of a weight."""
    dims = as_dims(input_shape)
    if not isinstance(dims, tuple) or not dims:
        return weight_dim(UNSURE)
    if dims[axis] is None:
        raise ValueError("Expected inputs.shape[-1] to be known, saw shape: " + str(dims))
    return weight_dim(dims[axis])


def check_dtypes(inputs):
    """_check_rnn_cell_input_dtypes."""
    for tensor in flatten(inputs):
        if is_tensor_like(tensor):
            check_dtype(tensor._dtype)


def check_dtype(dtype):
    if dtype is not None and not (dtype.is_floating or dtype.is_complex):
        raise ValueError("RNN cell only supports floating point inputs, but saw dtype: %s" % dtype)


def is_sequence(value):
    """nest.is_sequence, of a value that is known."""
    return isinstance(value, (list, tuple, dict))


def assert_like_rnncell(cell_name, cell):
    if not _scope_lsp.is_known(cell):
        return
    errors = []
    if not hasattr(cell, "output_size"):
        errors.append("'output_size' property is missing")
    if not hasattr(cell, "state_size"):
        errors.append("'state_size' property is missing")
    if not hasattr(cell, "get_initial_state") and not hasattr(cell, "zero_state"):
        errors.append("either 'zero_state' or 'get_initial_state' method is required")
    if not callable(cell):
        errors.append("is not callable")
    if errors:
        raise TypeError(
            "The argument {!r} ({}) is not an RNNCell: {}.".format(
                cell_name, cell, ", ".join(errors)
            )
        )


def zero_states(state_size, batch_size, dtype):
    """Zeros for each size in a structure (_zero_state_tensors)."""
    batch = as_dim(batch_size)

    def zero(size):
        if _scope_lsp.is_known(size) and is_tensor_like(size):
            dims = (
                as_dims(size) if isinstance(size._dims, tuple) and size._dims else (as_dim(size),)
            )
        else:
            dims = as_dims(size)
        run_ops("concat")
        dims = (batch,) + dims if isinstance(dims, tuple) else dims
        return create("Fill", "zeros", dims, dtype=dtype_of(dtype), inputs=())

    return map_structure(zero, state_size)


def _weights_of(cell):
    """What a cell and those in it compute with; None where it runs code of the program's own."""
    if cell.__class__.__module__[:11] != "tensorflow.":
        return None
    found = list(cell.weights)
    for inner in list(getattr(cell, "_cells", ())) + [getattr(cell, "_cell", None)]:
        if inner is not None:
            more = _weights_of(inner) if isinstance(inner, Layer) else None
            if more is None:
                return None
            found.extend(more)
    return found


def depending(cell, result, inputs, state):
    """A cell's result, which depends on its weights and on what it was given.

    Its ops are made by name alone, so what they depend on is said here.
    """
    known = _scope_lsp.is_known
    if hasattr(cell, "_cells") or not (
        known(result) and isinstance(result, tuple) and len(result) == 2
    ):
        return result
    weights = _weights_of(cell)
    if weights is None:
        return result
    given = [x for x in flatten(inputs) + flatten(state) if not known(x) or is_tensor_like(x)]
    wraps = hasattr(cell, "_cell")
    for i, part in enumerate(result):
        for tensor in flatten(part):
            if known(tensor) and is_tensor(tensor) and not _scope_lsp.is_among(tensor, given):
                if not wraps or i == 0 or tensor._inputs is None:
                    tensor._inputs = given + weights
    return result


class RNNCell(Layer):
    _is_tf_rnn_cell = True

    def __init__(self, trainable=True, name=None, dtype=None, **kwargs):
        Layer.__init__(self, trainable=trainable, name=name, dtype=dtype, **kwargs)

    def __call__(self, inputs, state, scope=None):
        if scope is not None:
            with variable_scope(scope, custom_getter=self._rnn_get_variable) as entered:
                return depending(
                    self, Layer.__call__(self, inputs, state, scope=entered), inputs, state=state
                )
        context = getattr(self, "rnncell_scope", None)
        if context is None:
            context = variable_scope(get_variable_scope(), custom_getter=self._rnn_get_variable)
            self.rnncell_scope = context
        with context:
            return depending(self, Layer.__call__(self, inputs, state), inputs, state=state)

    def _rnn_get_variable(self, getter, *args, **kwargs):
        variable = getter(*args, **kwargs)
        if not _scope_lsp.is_known(variable):
            return variable
        first = list(variable)[0] if hasattr(variable, "_variable_list") else variable
        weights = self._trainable_weights if first.trainable else self._non_trainable_weights
        for weight in weights:
            if weight is variable:
                return variable
        weights.append(variable)
        return variable

    @property
    def state_size(self):
        raise NotImplementedError("Abstract method")

    @property
    def output_size(self):
        raise NotImplementedError("Abstract method")

    def build(self, _):
        pass

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        if inputs is not None:
            inputs = convert(inputs, None, "inputs")
            dims = inputs._dims
            batch_size = (
                dims[0]
                if isinstance(dims, tuple) and dims and is_int(dims[0]) and dims[0]
                else shape_of(inputs)[0]
            )
            dtype = inputs.dtype
        if batch_size is None or dtype is None:
            raise ValueError(
                "batch_size and dtype cannot be None while constructing initial state: "
                "batch_size={}, dtype={}".format(batch_size, dtype)
            )
        return self.zero_state(batch_size, dtype)

    def zero_state(self, batch_size, dtype):
        with scope(type(self).__name__ + "ZeroState"):
            return zero_states(self.state_size, batch_size, dtype)


class LayerRNNCell(RNNCell):
    _is_sized = True

    def _check_size(self, dims, built_for):
        """The product of inputs and weights fails; a gate takes the inputs and the last output."""
        units = self.output_size
        if differ(dims, built_for, -1) and len(dims) == 2 and is_int(units):
            _scope_lsp.fail(
                "Dimensions must be equal, but are %s and %s for the inputs and the weights: the "
                "cell was built for inputs of depth %s, these have %s"
                % (dims[-1] + units, built_for[-1] + units, built_for[-1], dims[-1]),
                "rnn-cell-reuse",
            )

    def __call__(self, inputs, state, scope=None, *args, **kwargs):
        return depending(
            self,
            Layer.__call__(self, inputs, state, *args, scope=scope, **kwargs),
            inputs,
            state=state,
        )


class UnitsCell(LayerRNNCell):
    """A cell whose output is its state, of so many units."""

    _floats_only = True  # what tf.nn.rnn_cell checks, and tf.contrib.rnn does not

    def __init__(self, num_units, activation=None, reuse=None, name=None, dtype=None, **kwargs):
        RNNCell.__init__(self, _reuse=reuse, name=name, dtype=dtype, **kwargs)
        if self._floats_only:
            check_dtype(self._dtype_name)
        self.input_spec = InputSpec(ndim=2)
        self._num_units = num_units
        self._activation = activation_of(activation)

    @property
    def state_size(self):
        return self._num_units

    @property
    def output_size(self):
        return self._num_units


class BasicRNNCell(UnitsCell):
    def build(self, input_shape):
        depth = depth_of(input_shape)
        check_dtype(self._dtype_name)
        self._kernel = self.add_weight("kernel", [depth + self._num_units, self._num_units])
        self._bias = self.add_weight("bias", [self._num_units], initializer=_init_ops.Zeros())
        self.built = True

    def call(self, inputs, state):
        check_dtypes([inputs, state])
        run_ops("concat MatMul")
        x = convert(inputs)
        dims = rows(self._num_units, x, convert(state))
        result = convert(self._activation(create("BiasAdd", None, dims, dtype=base_dtype(x))))
        result._dims = dims
        return result, result


class GRUCell(UnitsCell):
    def __init__(
        self,
        num_units,
        activation=None,
        reuse=None,
        kernel_initializer=None,
        bias_initializer=None,
        name=None,
        dtype=None,
        **kwargs,
    ):
        UnitsCell.__init__(
            self, num_units, activation, reuse=reuse, name=name, dtype=dtype, **kwargs
        )
        self._kernel_initializer = kernel_initializer
        self._bias_initializer = bias_initializer

    def build(self, input_shape):
        depth = depth_of(input_shape)
        check_dtype(self._dtype_name)
        units = self._num_units
        bias = self._bias_initializer
        self._gate_kernel = self.add_weight(
            "gates/kernel", [depth + units, 2 * units], initializer=self._kernel_initializer
        )
        self._gate_bias = self.add_weight(
            "gates/bias", [2 * units], initializer=_init_ops.Constant(1.0) if bias is None else bias
        )
        self._candidate_kernel = self.add_weight(
            "candidate/kernel", [depth + units, units], initializer=self._kernel_initializer
        )
        self._candidate_bias = self.add_weight(
            "candidate/bias", [units], initializer=_init_ops.Zeros() if bias is None else bias
        )
        self.built = True

    def call(self, inputs, state):
        check_dtypes([inputs, state])
        run_ops("concat MatMul BiasAdd Sigmoid split mul concat_1 MatMul_1")
        x = convert(inputs)
        dims = rows(self._num_units, x, convert(state))
        self._activation(create("BiasAdd", "BiasAdd_1", dims, dtype=base_dtype(x)))
        run_ops("mul_1 sub mul_2")
        result = create("AddV2", "add", dims, dtype=base_dtype(x))
        return result, result
