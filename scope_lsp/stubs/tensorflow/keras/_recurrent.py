"""`tf.keras.layers`: recurrent layers, which run a cell over the steps of a sequence.

Modelled on keras/layers/{recurrent,convolutional_recurrent,cudnn_recurrent}.py and on the loop in
keras/backend.py (rnn) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._bodies import control_flow
from tensorflow._constant_ops import zeros
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._shape import UNSURE, TensorShape, as_dims, is_int
from tensorflow._tensor import (
    Tensor,
    base_dtype,
    convert,
    is_tensor,
)
from tensorflow._variables import Variable
from tensorflow.keras import _history, regularizers
from tensorflow.keras._cells import (
    Cell,
    ConvLSTM2DCell,
    GRUCell,
    LSTMCell,
    SimpleRNNCell,
    StackedRNNCells,
    zero_states,
)
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer
from tensorflow.keras._serialization import deserialize, serialize
from tensorflow.keras._shapes import weight_dim

if __name__[:10] == "tensorflow":  # and not standalone Keras
    __name__ = "tensorflow.python.keras.layers.recurrent"  # what classes say of themselves

_LOOP = ("return_sequences", "return_state", "go_backwards", "stateful", "unroll", "time_major")


class RNN(Layer):
    supports_masking = True
    _compute_output_and_mask_jointly = False
    _states = None
    _untracked = ("_states",)
    _num_constants = None

    def __init__(
        self,
        cell,
        return_sequences=False,
        return_state=False,
        go_backwards=False,
        stateful=False,
        unroll=False,
        time_major=False,
        **kwargs,
    ):
        if _scope_lsp.is_known(cell) and isinstance(cell, (list, tuple)):
            cell = StackedRNNCells(cell)
        kwargs.pop("zero_output_for_mask", None)
        if "input_shape" not in kwargs and ("input_dim" in kwargs or "input_length" in kwargs):
            kwargs["input_shape"] = (
                kwargs.pop("input_length", None),
                kwargs.pop("input_dim", None),
            )
        super(RNN, self).__init__(**kwargs)
        self.cell = cell
        self.return_sequences = return_sequences
        self.return_state = return_state
        self.go_backwards = go_backwards
        self.stateful = stateful
        self.unroll = unroll
        self.time_major = time_major

    @classmethod
    def from_config(cls, config, custom_objects=None):
        config = dict(config)
        constants = config.pop("num_constants", None)
        if config.get("cell") is not None:
            config["cell"] = deserialize(config["cell"], custom_objects)
        made = cls(**config)
        made._num_constants = constants
        return made

    def get_config(self):
        config = Layer.get_config(self)
        if _scope_lsp.is_a(self.cell, Layer):
            config["cell"] = serialize(self.cell)
        if self._num_constants:
            config["num_constants"] = self._num_constants
        return config

    @property
    def states(self):
        return self._states or [None] * len(flatten(self.cell.state_size))

    def _step_shape(self, shape):
        if (
            _scope_lsp.is_a(shape, (list, tuple))
            and shape
            and isinstance(shape[0], (TensorShape, list, tuple))
        ):
            steps = [self._step_shape(each) for each in shape]
            return type(shape)(*steps) if hasattr(shape, "_fields") else type(shape)(steps)
        dims = as_dims(shape)
        if not isinstance(dims, tuple) or len(dims) < 2:
            return shape
        return TensorShape(dims[1:] if self.time_major else dims[:1] + dims[2:])

    def build(self, input_shape):
        shape = input_shape[0] if isinstance(input_shape, list) else input_shape
        if isinstance(self.cell, Layer) and not self.cell.built:
            self.cell.build(self._step_shape(shape))
        dims = as_dims(shape)
        if not isinstance(input_shape, list) and isinstance(dims, tuple) and len(dims) > 1:
            batch, steps = (1, 0) if self.time_major else (0, 1)
            known = [
                None if i == steps or (i == batch and not self.stateful) or not is_int(dim) else dim
                for i, dim in enumerate(dims)
            ]
            self.input_spec = InputSpec(shape=tuple(known))
        if self.stateful:
            self._make_states(shape)
        self.built = True

    def _make_states(self, shape):
        dims = as_dims(shape)
        batch = (
            dims[1 if self.time_major else 0]
            if isinstance(dims, tuple) and len(dims) > 1
            else UNSURE
        )
        if batch is None:
            raise ValueError(
                "If a RNN is stateful, it needs to know its batch size. Specify the batch size of "
                "your input tensors: \n- If using a Sequential model, specify the batch size by "
                "passing a `batch_input_shape` argument to your first layer.\n- If using the "
                "functional API, specify the batch size by passing a `batch_shape` argument to "
                "your Input layer."
            )
        if self._states is None:
            self._states = [
                Variable(
                    zeros([weight_dim(dim) for dim in (batch,) + rest]), True, use_resource=True
                )
                for rest in self._state_dims(shape)
            ]

    def _state_dims(self, shape):
        return [as_dims(size) for size in flatten(self.cell.state_size)]

    def reset_states(self, states=None):
        return None

    def get_initial_state(self, inputs):
        x = convert(flatten(inputs)[0])
        dims = x._dims
        batch = (
            dims[1 if self.time_major else 0]
            if isinstance(dims, tuple) and len(dims) > 1
            else UNSURE
        )
        batch = _scope_lsp.unknown("the size of a batch") if batch == UNSURE else batch
        found = zero_states(self.cell.state_size, batch, base_dtype(x))
        return list(found) if isinstance(found, (list, tuple)) else [found]

    def __call__(self, inputs, initial_state=None, constants=None, **kwargs):
        if _scope_lsp.is_a(inputs, list):
            if self._num_constants:
                inputs, constants = inputs[: -self._num_constants], inputs[-self._num_constants :]
            if len(inputs) > 1 and initial_state is None:
                initial_state = inputs[1:]
            if inputs:
                inputs = inputs[0]
        more, named = [], {}
        if not _scope_lsp.is_known(initial_state) or initial_state is not None:
            named["initial_state"] = _listed(initial_state)
            more = more + named["initial_state"]
        if not _scope_lsp.is_known(constants) or constants is not None:
            named["constants"] = _listed(constants)
            more = more + named["constants"]
            self._num_constants = len(named["constants"])
        if named and _history.all_have_history(flatten(more)):
            return Layer.__call__(self, [inputs] + more, **kwargs)
        return Layer.__call__(self, inputs, **dict(kwargs, **named))

    def call(self, inputs, mask=None, training=None, initial_state=None, constants=None):
        if isinstance(inputs, list):
            if self._num_constants:
                inputs, constants = inputs[: -self._num_constants], inputs[-self._num_constants :]
            inputs, initial_state = inputs[0], inputs[1:] or None
        if initial_state is None:
            initial_state = self._states if self.stateful else self.get_initial_state(inputs)
        x = convert(flatten(inputs)[0])
        step = (
            map_structure(self._step, inputs)
            if _scope_lsp.is_a(inputs, (list, tuple, dict))
            else self._step(inputs)
        )
        arguments = {"training": training} if "training" in Layer._call_takes(self.cell) else {}
        if constants is not None:
            arguments["constants"] = constants
        states = (
            initial_state[0]
            if len(initial_state) == 1 and hasattr(self.cell, "_is_tf_rnn_cell")
            else initial_state
        )
        output, states = self.cell.call(step, states, **arguments)
        if not self.unroll and not isinstance(self.cell, Cell):
            with control_flow("while"):
                output, states = self.cell.call(step, states, **arguments)
        return self._result(x, output, flatten(states))

    def _step(self, x):
        """What the cell gets of an input in one step."""
        x = convert(x)
        dims = (
            as_dims(self._step_shape(TensorShape(x._dims)))
            if isinstance(x._dims, tuple)
            else UNSURE
        )
        return Tensor(x._op_name, "TensorArrayReadV3", dims, dtype=base_dtype(x), inputs=(x,))

    def _result(self, x, output, states):
        """The last output, or all of them, with the states if they are wanted."""

        def whole(output):
            if not is_tensor(output):
                return output
            dims = self._with_time(x._dims, output._dims) if self.return_sequences else output._dims
            return Tensor(
                output._op_name, output._op_type, dims, dtype=output._dtype, inputs=(output,)
            )

        output = (
            map_structure(whole, output)
            if _scope_lsp.is_a(output, (list, tuple, dict))
            else whole(output)
        )
        if self.return_state:
            return (list(output) if isinstance(output, (list, tuple)) else [output]) + states
        return output

    def _with_time(self, dims, step):
        if not isinstance(dims, tuple) or len(dims) < 2 or not isinstance(step, tuple):
            return UNSURE
        return dims[:1] + step if self.time_major else step[:1] + dims[1:2] + step[1:]

    def compute_mask(self, inputs, mask=None):
        masks = flatten(mask)
        found = masks[0] if masks and self.return_sequences else None
        return [found] + [None for _ in self.states] if self.return_state else found


def _listed(value):
    return list(value) if _scope_lsp.is_a(value, (list, tuple)) else [value]


class _Named(RNN):
    """A layer that makes its own cell."""

    _cell = None

    def __init__(self, *args, **kwargs):
        given = dict(zip(self._names, args))
        for name in self._names:
            if name in kwargs:
                given[name] = kwargs.pop(name)
        loop = {name: given[name] for name in _LOOP if name in given}
        for name in _LOOP:
            if name in kwargs:
                loop[name] = given[name] = kwargs.pop(name)
        cell = {
            name: value
            for name, value in given.items()
            if name not in loop and name != "activity_regularizer"
        }
        RNN.__init__(self, self._cell(dtype=kwargs.get("dtype"), **cell), **loop, **kwargs)
        self._given = given
        self._activity_regularizer = regularizers.get(given.get("activity_regularizer"))
        self.input_spec = self._spec

    def __getattr__(self, name):
        given = self.__dict__.get("_given", ())
        if name in given:
            return given[name]
        raise AttributeError(name)

    def get_config(self):
        config = dict(Layer.get_config(self), **self._given)
        config.pop("cell", None)
        return config

    def call(self, inputs, mask=None, training=None, initial_state=None):
        return RNN.call(self, inputs, mask, training=training, initial_state=initial_state)


def _arguments(first, cell, rest):
    """The arguments of a layer in order: those of the cell around the activity's regularizer."""
    names = list(cell)
    at = names.index("kernel_constraint")
    return tuple(first + names[:at] + ["activity_regularizer"] + names[at:] + rest)


_ENDS = ["return_sequences", "return_state", "go_backwards", "stateful", "unroll"]


class SimpleRNN(_Named):
    _cell = SimpleRNNCell
    _names = _arguments(["units"], SimpleRNNCell._names, _ENDS)
    _spec = InputSpec(ndim=3)


class GRU(_Named):
    _cell = GRUCell
    _names = _arguments(
        ["units"],
        [name for name in GRUCell._names if name != "reset_after"],
        _ENDS + ["reset_after"],
    )
    _spec = InputSpec(ndim=3)


class LSTM(_Named):
    _cell = LSTMCell
    _names = _arguments(["units"], LSTMCell._names, _ENDS)
    _spec = InputSpec(ndim=3)


class ConvLSTM2D(_Named):
    if __name__[:10] == "tensorflow":
        __module__ = "tensorflow.python.keras.layers.convolutional_recurrent"
    _cell = ConvLSTM2DCell
    _names = _arguments(
        ["filters", "kernel_size"],
        ConvLSTM2DCell._names[:-2],
        ["return_sequences", "go_backwards", "stateful", "dropout", "recurrent_dropout"],
    )
    _spec = InputSpec(ndim=5)

    def get_initial_state(self, inputs):
        return [convert(inputs)] * 2

    def _state_dims(self, shape):
        dims = as_dims(shape)
        step = dims[:1] + dims[2:] if isinstance(dims, tuple) and len(dims) == 5 else UNSURE
        made = self.cell._output_dims(Tensor("", "", step, dtype=None))
        return [made[1:], made[1:]]
