"""`tf.keras.layers`: the cells of recurrent layers, and stacks of them.

A cell's weights are made by its `build`, in the scope of the layer that runs it; of what it
computes the shapes are kept.

Modelled on keras/layers/recurrent.py and convolutional_recurrent.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._constant_ops import zeros
from tensorflow._nested_structures import flatten
from tensorflow._windows import window_dim
from tensorflow._shape import UNSURE, TensorShape, as_dim, as_dims
from tensorflow._tensor import base_dtype, convert, create, is_tensor
from tensorflow.keras import _state, activations, constraints, initializers, regularizers
from tensorflow.keras._layer import Layer
from tensorflow.keras._serialization import deserialize, serialize
from tensorflow.keras._shapes import axis_dim, spatial, weight_dim

if __name__[:10] == "tensorflow":  # and not standalone Keras
    __name__ = "tensorflow.python.keras.layers.recurrent"  # what classes say of themselves

_KINDS = ("kernel", "recurrent", "bias")
_COMMON = (
    "kernel_initializer recurrent_initializer bias_initializer kernel_regularizer "
    "recurrent_regularizer"
    " bias_regularizer kernel_constraint recurrent_constraint bias_constraint dropout "
    "recurrent_dropout"
).split()
_GATED = ["activation", "recurrent_activation", "use_bias"] + _COMMON
_FORGETFUL = _GATED[:6] + ["unit_forget_bias"] + _GATED[6:]
_DEFAULTS = {
    "activation": "tanh",
    "recurrent_activation": "hard_sigmoid",
    "use_bias": True,
    "kernel_initializer": "glorot_uniform",
    "recurrent_initializer": "orthogonal",
    "bias_initializer": "zeros",
    "unit_forget_bias": True,
    "dropout": 0.0,
    "recurrent_dropout": 0.0,
    "implementation": 1,
    "reset_after": False,
}


class AbstractRNNCell(Layer):
    """What programs build their own cells on."""

    @property
    def state_size(self):
        raise NotImplementedError("Abstract method")

    @property
    def output_size(self):
        raise NotImplementedError("Abstract method")

    def call(self, inputs, states):
        raise NotImplementedError("Abstract method")

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        if inputs is not None:
            batch_size, dtype = inputs.shape[0], inputs.dtype
        return zero_states(self.state_size, batch_size, dtype)


class Cell(AbstractRNNCell):
    """What the cells share: arguments, and a kernel, a recurrent kernel, a bias for each gate."""

    _names = ()
    _gates = 1

    def __init__(self, units, *args, **kwargs):
        given = dict(zip(self._names, args))
        for name in self._names:
            if name in kwargs:
                given[name] = kwargs.pop(name)
        super(Cell, self).__init__(**kwargs)
        self._given = dict(given, units=units)
        self.units = units
        for name in self._names:
            setattr(self, name, given.get(name, _DEFAULTS.get(name)))
        self.activation = activations.get(self.activation)
        if "recurrent_activation" in self._names:
            self.recurrent_activation = activations.get(self.recurrent_activation)
        for kind in _KINDS:
            for part, module in (
                ("_initializer", initializers),
                ("_regularizer", regularizers),
                ("_constraint", constraints),
            ):
                setattr(self, kind + part, module.get(getattr(self, kind + part)))

    @property
    def state_size(self):
        return self.units

    @property
    def output_size(self):
        return self.units

    def get_config(self):
        return dict(Layer.get_config(self), **self._given)

    def _bias_shape(self):
        return (self.units * self._gates,)

    def build(self, input_shape):
        last = weight_dim(axis_dim(input_shape, -1))
        self._add_weights((last, self.units * self._gates), (self.units, self.units * self._gates))

    def _add_weights(self, kernel_shape, recurrent_shape):
        self.kernel = self.add_weight(
            "kernel",
            kernel_shape,
            None,
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            trainable=None,
            constraint=self.kernel_constraint,
        )
        self.recurrent_kernel = self.add_weight(
            "recurrent_kernel",
            recurrent_shape,
            None,
            initializer=self.recurrent_initializer,
            regularizer=self.recurrent_regularizer,
            trainable=None,
            constraint=self.recurrent_constraint,
        )
        if self.use_bias:
            self.bias = self.add_weight(
                "bias",
                self._bias_shape(),
                None,
                initializer=self._initial_bias(),
                regularizer=self.bias_regularizer,
                trainable=None,
                constraint=self.bias_constraint,
            )
        else:
            self.bias = None
        self.built = True

    def _initial_bias(self):
        return self.bias_initializer

    def _output_dims(self, x):
        return (
            x._dims[0] if isinstance(x._dims, tuple) and x._dims else UNSURE,
            as_dim(self.units),
        )

    def call(self, inputs, states, training=None):
        x = convert(inputs)
        states = list(states) if isinstance(states, (list, tuple)) else [states]
        dims = self._output_dims(x)
        for state in states:
            if (
                is_tensor(state)
                and isinstance(state._dims, tuple)
                and len(state._dims) == len(dims)
            ):
                dims = (state._dims[0] if dims[0] is None else dims[0],) + dims[1:]
        output = create(
            "AddV2", "add", dims, dtype=base_dtype(x), inputs=tuple([x] + states + self.weights)
        )
        return output, [output] * len(flatten(self.state_size))


def zero_states(state_size, batch_size, dtype):
    """Zeros for each size: a list where there are several."""
    several = isinstance(state_size, (list, tuple))
    made = [
        zeros([batch_size] + _size(size), dtype or _state.floatx())
        for size in (state_size if several else [state_size])
    ]
    return made if several else made[0]


def _size(size):
    dims = as_dims(size)
    return list(dims) if isinstance(dims, tuple) else [size]


class SimpleRNNCell(Cell):
    _names = ["activation", "use_bias"] + _COMMON


class GRUCell(Cell):
    _names = _GATED + ["implementation", "reset_after"]
    _gates = 3

    def _bias_shape(self):
        return (2, 3 * self.units) if self.reset_after else (3 * self.units,)


class LSTMCell(Cell):
    _names = _FORGETFUL + ["implementation"]
    _gates = 4

    @property
    def state_size(self):
        return [self.units, self.units]

    def _initial_bias(self):
        return (
            (lambda shape, **kwargs: zeros(shape, kwargs.get("dtype")))
            if self.unit_forget_bias
            else self.bias_initializer
        )


class PeepholeLSTMCell(LSTMCell):
    def build(self, input_shape):
        LSTMCell.build(self, input_shape)
        self.input_gate_peephole_weights = self.add_weight(
            "input_gate_peephole_weights", (self.units,), None, initializer=self.kernel_initializer
        )
        self.forget_gate_peephole_weights = self.add_weight(
            "forget_gate_peephole_weights", (self.units,), None, initializer=self.kernel_initializer
        )
        self.output_gate_peephole_weights = self.add_weight(
            "output_gate_peephole_weights", (self.units,), None, initializer=self.kernel_initializer
        )


class ConvLSTM2DCell(LSTMCell):
    if __name__[:10] == "tensorflow":
        __module__ = "tensorflow.python.keras.layers.convolutional_recurrent"
    _shaped = ["strides", "padding", "data_format", "dilation_rate"]
    _names = _shaped + _FORGETFUL

    def __init__(self, filters, kernel_size, *args, **kwargs):
        LSTMCell.__init__(self, filters, *args, **kwargs)
        self._given = dict(self._given, filters=filters, kernel_size=kernel_size)
        self._given.pop("units")
        self.filters = filters
        self.kernel_size = spatial(kernel_size, 2)
        self.strides = spatial(self.strides or 1, 2)
        self.dilation_rate = spatial(self.dilation_rate or 1, 2)
        self.padding = (self.padding or "valid").lower()
        self.data_format = _state.data_format_of(self.data_format)

    @property
    def state_size(self):
        return (self.filters, self.filters)

    def build(self, input_shape):
        channels = weight_dim(
            axis_dim(input_shape, 1 if self.data_format == "channels_first" else -1)
        )
        self._add_weights(
            self.kernel_size + (channels, self.filters * 4),
            self.kernel_size + (self.filters, self.filters * 4),
        )

    def _output_dims(self, x):
        dims = x._dims if isinstance(x._dims, tuple) and len(x._dims) == 4 else (UNSURE,) * 4
        first = self.data_format == "channels_first"
        space = dims[2:] if first else dims[1:3]
        moved = tuple(
            [
                window_dim(dim, size, stride, padding=self.padding, rate=rate)
                for dim, size, stride, rate in zip(
                    space, self.kernel_size, self.strides, self.dilation_rate
                )
            ]
        )
        depth = (as_dim(self.filters),)
        return dims[:1] + depth + moved if first else dims[:1] + moved + depth


class StackedRNNCells(Layer):
    def __init__(self, cells, **kwargs):
        self.reverse_state_order = kwargs.pop("reverse_state_order", False)
        super(StackedRNNCells, self).__init__(**kwargs)
        self.cells = cells

    @classmethod
    def from_config(cls, config, custom_objects=None):
        return cls(
            **dict(config, cells=[deserialize(cell, custom_objects) for cell in config["cells"]])
        )

    def get_config(self):
        return dict(Layer.get_config(self), cells=[serialize(cell) for cell in self.cells])

    def _ordered(self):
        return list(reversed(self.cells)) if self.reverse_state_order else list(self.cells)

    @property
    def state_size(self):
        return tuple([cell.state_size for cell in self._ordered()])

    @property
    def output_size(self):
        return output_size(self.cells[-1])

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return [zero_states(cell.state_size, batch_size, dtype) for cell in self._ordered()]

    def build(self, input_shape):
        shape = input_shape[0] if isinstance(input_shape, list) else input_shape
        for cell in self.cells:
            if isinstance(cell, Layer) and not cell.built:
                cell.build(shape)
            dims = as_dims(shape)
            batch = dims[:1] if isinstance(dims, tuple) and dims else (UNSURE,)
            shape = TensorShape(batch + as_dims(output_size(cell)))
        self.built = True

    def call(self, inputs, states, constants=None, **kwargs):
        found = []
        states = list(states)
        for cell in self.cells:
            count = len(flatten(cell.state_size))
            mine = states.pop(0) if len(states) == len(self.cells) - len(found) else states[:count]
            takes = Layer._call_takes(cell)
            arguments = {name: value for name, value in kwargs.items() if name in takes}
            if "constants" in takes:
                arguments["constants"] = constants
            inputs, new = cell.call(
                inputs, mine if isinstance(mine, (list, tuple)) else [mine], **arguments
            )
            found.append(new)
        return inputs, found


def output_size(cell):
    """What a cell puts out, or else its first state."""
    size = getattr(cell, "output_size", None)
    if _scope_lsp.is_known(size) and size is not None:
        return size
    sizes = cell.state_size
    return sizes[0] if isinstance(sizes, (list, tuple)) else sizes
