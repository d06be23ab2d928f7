"""Cells of `tf.contrib.rnn` with weights of their own: NAS, SRU, independent, gated ones.

Modelled on contrib/rnn/python/ops/rnn_cell.py of TensorFlow 1.15.5.
"""

from tensorflow import _init_ops
from tensorflow._array_joins import concat
from tensorflow._lstm_cells import LSTMBase, LSTMStateTuple
from tensorflow._nn_ops import relu
from tensorflow._rnn_cells import (
    LayerRNNCell,
    RNNCell,
    UnitsCell,
    activation_of,
    depth_of,
    rows,
)
from tensorflow._tensor import base_dtype, convert, create
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow.contrib.rnn._linear import Linear
from tensorflow.contrib.rnn._lstm_cells import input_size

_uniform = _init_ops.RandomUniform(-1, 1)


def _row(op_type, units, inputs, state):
    x = convert(inputs)
    return create(op_type, None, rows(units, x, convert(state)), dtype=base_dtype(x))


class NASCell(LSTMBase):
    def __init__(self, num_units, num_proj=None, use_bias=False, reuse=None, **kwargs):
        RNNCell.__init__(self, _reuse=reuse, **kwargs)
        self._set_sizes(num_units, num_proj)
        self._use_bias = use_bias

    def build(self, inputs_shape):
        units = self._num_units
        self.recurrent_kernel = self.add_weight(
            "recurrent_kernel", [units if self._num_proj is None else self._num_proj, 8 * units]
        )
        self.kernel = self.add_weight("kernel", [depth_of(inputs_shape, 1), 8 * units])
        if self._use_bias:
            self.bias = self.add_weight("bias", shape=[8 * units], initializer=_init_ops.Zeros())
        if self._num_proj is not None:
            self.projection_weights = self.add_weight("projection_weights", [units, self._num_proj])
        self.built = True

    def call(self, inputs, state):
        c, h = self._parts(state)
        new_c = _row("Mul", self._num_units, inputs, state=c)
        new_h = _row("Tanh", self._output_size, inputs, state=h)
        return new_h, LSTMStateTuple(new_c, new_h)


class _GotUnitsCell(RNNCell):
    """A cell of so many units that is called as cells that are no layers are."""

    def __init__(self, num_units, initializer, forget_bias, activation, reuse):
        RNNCell.__init__(self, _reuse=reuse)
        self._num_units = num_units
        self._initializer = initializer
        self._forget_bias = forget_bias
        self._activation = activation
        self._linear1 = None
        self._linear2 = None

    @property
    def state_size(self):
        return self._num_units

    @property
    def output_size(self):
        return self._num_units


class UGRNNCell(_GotUnitsCell):
    def __init__(self, num_units, initializer=None, forget_bias=1.0, activation=None, reuse=None):
        _GotUnitsCell.__init__(
            self,
            num_units,
            initializer,
            forget_bias=forget_bias,
            activation=activation_of(activation),
            reuse=reuse,
        )

    def call(self, inputs, state):
        input_size(convert(inputs))
        with variable_scope(get_variable_scope(), initializer=self._initializer):
            args = concat([inputs, state], 1)
            if self._linear1 is None:
                self._linear1 = Linear(args, 2 * self._num_units, True)
            self._linear1(args)
            result = _row("AddV2", self._num_units, inputs, state=state)
            self._activation(result)
        return result, result


class IntersectionRNNCell(_GotUnitsCell):
    def __init__(
        self,
        num_units,
        num_in_proj=None,
        initializer=None,
        forget_bias=1.0,
        y_activation=relu,
        reuse=None,
    ):
        _GotUnitsCell.__init__(
            self,
            num_units,
            initializer,
            forget_bias=forget_bias,
            activation=y_activation,
            reuse=reuse,
        )
        self._num_input_proj = num_in_proj

    def call(self, inputs, state):
        units = self._num_units
        size = input_size(convert(inputs))
        with variable_scope(get_variable_scope(), initializer=self._initializer):
            if size != units:
                if not self._num_input_proj:
                    raise ValueError(
                        "Must have input size == output size for Intersection RNN. To fix, "
                        "num_in_proj should be set to num_units at cell init."
                    )
                with variable_scope("in_projection"):
                    if self._linear1 is None:
                        self._linear1 = Linear(inputs, units, True)
                    inputs = self._linear1(inputs)
            args = concat([inputs, state], 1)
            if self._linear2 is None:
                self._linear2 = Linear(args, 4 * units, True)
            self._linear2(args)
            output = _row("AddV2", units, inputs, state=state)
            self._activation(output)
        return output, _row("AddV2", units, inputs, state=state)


class SRUCell(UnitsCell):
    _floats_only = False

    def __init__(self, num_units, activation=None, reuse=None, name=None, **kwargs):
        UnitsCell.__init__(self, num_units, activation, reuse=reuse, name=name, **kwargs)

    def build(self, inputs_shape):
        self._kernel = self.add_weight(
            "kernel", shape=[depth_of(inputs_shape, 1), 4 * self._num_units]
        )
        self._bias = self.add_weight(
            "bias", shape=[2 * self._num_units], initializer=_init_ops.Zeros()
        )

    def call(self, inputs, state):
        self._activation(_row("AddV2", self._num_units, inputs, state=state))
        return _row("AddV2", self._num_units, inputs, state=state), _row(
            "AddV2", self._num_units, inputs, state=state
        )


class IndRNNCell(UnitsCell):
    _floats_only = False

    def __init__(self, num_units, activation=None, reuse=None, name=None, dtype=None):
        UnitsCell.__init__(self, num_units, activation, reuse=reuse, name=name, dtype=dtype)

    def build(self, inputs_shape):
        units = self._num_units
        self._kernel_w = self.add_weight("kernel_w", shape=[depth_of(inputs_shape, 1), units])
        self._kernel_u = self.add_weight("kernel_u", shape=[1, units], initializer=_uniform)
        self._bias = self.add_weight("bias", shape=[units], initializer=_init_ops.Zeros())
        self.built = True

    def call(self, inputs, state):
        result = self._activation(_row("BiasAdd", self._num_units, inputs, state=state))
        return result, result


class IndyGRUCell(UnitsCell):
    _floats_only = False

    def __init__(
        self,
        num_units,
        activation=None,
        reuse=None,
        kernel_initializer=None,
        bias_initializer=None,
        name=None,
        dtype=None,
    ):
        UnitsCell.__init__(self, num_units, activation, reuse=reuse, name=name, dtype=dtype)
        self._kernel_initializer = kernel_initializer
        self._bias_initializer = bias_initializer

    def build(self, inputs_shape):
        units, kernel, bias = self._num_units, self._kernel_initializer, self._bias_initializer
        depth = depth_of(inputs_shape, 1)
        self._gate_kernel_w = self.add_weight(
            "gates/kernel_w", shape=[depth, 2 * units], initializer=kernel
        )
        self._gate_kernel_u = self.add_weight(
            "gates/kernel_u", shape=[1, 2 * units], initializer=_uniform
        )
        self._gate_bias = self.add_weight(
            "gates/bias",
            shape=[2 * units],
            initializer=_init_ops.Constant(1.0) if bias is None else bias,
        )
        self._candidate_kernel_w = self.add_weight(
            "candidate/kernel", shape=[depth, units], initializer=kernel
        )
        self._candidate_kernel_u = self.add_weight(
            "candidate/kernel_u", shape=[1, units], initializer=_uniform
        )
        self._candidate_bias = self.add_weight(
            "candidate/bias", shape=[units], initializer=_init_ops.Zeros() if bias is None else bias
        )
        self.built = True

    def call(self, inputs, state):
        self._activation(_row("BiasAdd", self._num_units, inputs, state=state))
        result = _row("AddV2", self._num_units, inputs, state=state)
        return result, result


class IndyLSTMCell(LSTMBase):
    def __init__(
        self,
        num_units,
        forget_bias=1.0,
        activation=None,
        reuse=None,
        kernel_initializer=None,
        bias_initializer=None,
        name=None,
        dtype=None,
    ):
        RNNCell.__init__(self, _reuse=reuse, name=name, dtype=dtype)
        self._set_sizes(num_units)
        self._activation = activation_of(activation)
        self._kernel_initializer = kernel_initializer
        self._bias_initializer = bias_initializer

    def build(self, inputs_shape):
        units, bias = self._num_units, self._bias_initializer
        self._kernel_w = self.add_weight(
            "kernel_w",
            shape=[depth_of(inputs_shape, 1), 4 * units],
            initializer=self._kernel_initializer,
        )
        self._kernel_u = self.add_weight("kernel_u", shape=[1, 4 * units], initializer=_uniform)
        self._bias = self.add_weight(
            "bias", shape=[4 * units], initializer=_init_ops.Zeros() if bias is None else bias
        )
        self.built = True

    def call(self, inputs, state):
        c, h = self._parts(state)
        new_c = _row("Add", self._num_units, inputs, state=c)
        self._activation(new_c)
        new_h = _row("Mul", self._num_units, inputs, state=h)
        return new_h, LSTMStateTuple(new_c, new_h)


class _OfUnits(LayerRNNCell):
    """What the cells that call their size `units` have in common."""

    def __init__(
        self,
        units,
        activation="tanh",
        kernel_initializer="glorot_uniform",
        bias_initializer="ones",
        name=None,
        dtype=None,
        **kwargs,
    ):
        RNNCell.__init__(self, name=name, dtype=dtype, **kwargs)
        self.units = units
        self.activation = activation_of(activation)
        self.kernel_initializer = kernel_initializer
        self.bias_initializer = bias_initializer

    @property
    def state_size(self):
        return self.units

    @property
    def output_size(self):
        return self.units

    def call(self, inputs, state):
        result = _row("AddV2", self.units, inputs, state=state)
        self.activation(result)
        return result, result


class MinimalRNNCell(_OfUnits):
    def build(self, inputs_shape):
        self.kernel = self.add_weight(
            name="kernel",
            shape=[depth_of(inputs_shape) + 2 * self.units, self.units],
            initializer=self.kernel_initializer,
        )
        self.bias = self.add_weight(
            name="bias", shape=[self.units], initializer=self.bias_initializer
        )
        self.built = True


class CFNCell(_OfUnits):
    def build(self, inputs_shape):
        units = self.units
        self.kernel = self.add_weight(
            shape=[depth_of(inputs_shape), 3 * units],
            name="kernel",
            initializer=self.kernel_initializer,
        )
        self.recurrent_kernel = self.add_weight(
            shape=[units, 2 * units], name="recurrent_kernel", initializer=self.kernel_initializer
        )
        self.bias = self.add_weight(
            shape=[2 * units], name="bias", initializer=self.bias_initializer
        )
        self.built = True
