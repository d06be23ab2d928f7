"""Wrappers of cells and stacks of them.

Modelled on ops/rnn_cell_impl.py and ops/rnn_cell_wrapper_impl.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._checkpoints import TrackableReference
from tensorflow._nested_structures import map_structure, with_items
from tensorflow._nn_ops import dropout
from tensorflow._random_ops import random_uniform
from tensorflow._lstm_cells import LSTMStateTuple
from tensorflow._rnn_cells import RNNCell, assert_like_rnncell, is_sequence, run_ops
from tensorflow._array_joins import concat
from tensorflow._array_slicing import slice_
from tensorflow._layers_base import Layer
from tensorflow._shape import as_dims
from tensorflow._tensor import base_dtype, convert, create, is_tensor_like, scope
from tensorflow._variable_scope import variable_scope


def map_both(function, first, second):
    """nest.map_structure over two structures of one shape."""
    if (
        _scope_lsp.is_known(first)
        and _scope_lsp.is_known(second)
        and is_sequence(first)
        and is_sequence(second)
    ):
        if isinstance(first, dict):
            return {key: map_both(function, first[key], second[key]) for key in first}
        return with_items(first, [map_both(function, x, y) for x, y in zip(first, second)])
    return function(first, second)


class Wrapping:
    """What the wrappers of both generations share: the sizes of the cell in them."""

    @property
    def _checkpoint_dependencies(self):
        return [TrackableReference("cell", self.cell)]

    @property
    def state_size(self):
        return self.cell.state_size

    @property
    def output_size(self):
        return self.cell.output_size

    def zero_state(self, batch_size, dtype):
        with scope(type(self).__name__ + "ZeroState"):
            return self.cell.zero_state(batch_size, dtype)

    def _call_wrapped_cell(self, inputs, state, cell_call_fn, **kwargs):
        return cell_call_fn(inputs, state, **kwargs)


class CellWrapper(Wrapping, RNNCell):
    """A cell that has another cell's sizes; the other is called in the scope of the caller."""

    def __init__(self, cell, **kwargs):
        RNNCell.__init__(self, **kwargs)
        assert_like_rnncell("cell", cell)
        self.cell = cell

    def get_config(self):
        cell = {"class_name": self.cell.__class__.__name__, "config": self.cell.get_config()}
        return dict(RNNCell.get_config(self), cell=cell)

    @classmethod
    def from_config(cls, config, custom_objects=None):
        config = dict(config)
        inner = config.pop("cell")
        made = (custom_objects or {}).get(inner["class_name"])
        if made is None:
            return _scope_lsp.unknown("a cell made from its configuration")
        return cls(made.from_config(inner["config"]), **config)

    def __call__(self, inputs, state, scope=None):
        return self._call_wrapped_cell(inputs, state, cell_call_fn=self.cell.__call__, scope=scope)


class Dropping:
    """Dropout around a cell, of a class that also is a wrapper."""

    def __init__(
        self,
        cell,
        input_keep_prob=1.0,
        output_keep_prob=1.0,
        state_keep_prob=1.0,
        variational_recurrent=False,
        input_size=None,
        dtype=None,
        seed=None,
        dropout_state_filter_visitor=None,
        **kwargs,
    ):
        super(Dropping, self).__init__(cell, dtype=dtype, **kwargs)
        self._dropout_state_filter = (
            _only_outputs if dropout_state_filter_visitor is None else dropout_state_filter_visitor
        )
        with scope("DropoutWrapperInit"):
            self._input_keep_prob = _keep_prob(input_keep_prob, "input_keep_prob")
            self._state_keep_prob = _keep_prob(state_keep_prob, "state_keep_prob")
            self._output_keep_prob = _keep_prob(output_keep_prob, "output_keep_prob")
        self._variational_recurrent = variational_recurrent
        self._input_size = input_size
        self._seed = seed
        if _scope_lsp.is_known(variational_recurrent) and variational_recurrent:
            if dtype is None:
                raise ValueError("When variational_recurrent=True, dtype must be provided")
            if _drops(self._input_keep_prob):
                if input_size is None:
                    raise ValueError(
                        "When variational_recurrent=True and input_keep_prob < 1.0 or is unknown, "
                        "input_size must be provided"
                    )
                self._noise(input_size, dtype)
            self._noise(cell.state_size, dtype)
            self._noise(cell.output_size, dtype)

    def _noise(self, sizes, dtype):
        def noise(size):
            run_ops("concat")
            dims = as_dims(size)
            return random_uniform([1] + list(dims) if isinstance(dims, tuple) else [1], dtype=dtype)

        return map_structure(noise, sizes)

    @property
    def wrapped_cell(self):
        return self.cell

    def _call_wrapped_cell(self, inputs, state, cell_call_fn, **kwargs):
        if _drops(self._input_keep_prob):
            inputs = self._dropout(inputs, self._input_keep_prob)
        output, new_state = cell_call_fn(inputs, state, **kwargs)
        if _drops(self._state_keep_prob):
            new_state = self._drop_state(new_state)
        if _drops(self._output_keep_prob):
            output = self._dropout(output, self._output_keep_prob)
        return output, new_state

    def _dropout(self, values, keep_prob):
        return map_structure(lambda value: self._dropped(value, keep_prob), values)

    def _dropped(self, value, keep_prob):
        x = convert(value)
        if _scope_lsp.is_known(self._variational_recurrent) and self._variational_recurrent:
            run_ops("add Floor div")
            return create("Mul", "mul", x._dims, dtype=base_dtype(x))
        return dropout(x, rate=1.0 - keep_prob)

    def _drop_state(self, state):
        keep = self._dropout_state_filter(state) if _scope_lsp.is_known(state) else True
        if _scope_lsp.is_known(keep) and not is_sequence(keep):
            if not keep:
                return state
            if _scope_lsp.is_known(state) and is_sequence(state) and not isinstance(state, dict):
                values = [self._drop_state(part) for part in state]
                return (
                    type(state)(*values)
                    if hasattr(state, "_fields")
                    else (values if isinstance(state, list) else tuple(values))
                )
            return self._dropped(state, self._state_keep_prob)
        if not _scope_lsp.is_known(keep):
            return self._dropout(state, self._state_keep_prob)
        return map_both(lambda drop, part: self._drop_state(part) if drop else part, keep, state)


def _only_outputs(substate):
    if isinstance(substate, LSTMStateTuple):
        return LSTMStateTuple(c=False, h=True)
    return not hasattr(substate, "_is_tensor_array")


def _keep_prob(value, name):
    tensor = convert(value)
    if not _scope_lsp.is_known(value) or is_tensor_like(value):
        return tensor if is_tensor_like(value) else value
    if isinstance(value, (int, float)):
        if value < 0 or value > 1:
            raise ValueError("Parameter %s must be between 0 and 1: %d" % (name, value))
        return float(value)
    return value


def _drops(keep_prob):
    """Is dropout applied: always, but for a known 1."""
    return not (_scope_lsp.is_known(keep_prob) and isinstance(keep_prob, float) and keep_prob >= 1)


class Adding:
    """Inputs added to the outputs of a cell, of a class that also is a wrapper."""

    def __init__(self, cell, residual_fn=None, **kwargs):
        super(Adding, self).__init__(cell, **kwargs)
        self._residual_fn = residual_fn

    def _call_wrapped_cell(self, inputs, state, cell_call_fn, **kwargs):
        outputs, new_state = cell_call_fn(inputs, state, **kwargs)
        if self._residual_fn is not None:
            return self._residual_fn(inputs, outputs), new_state
        return map_both(_sum, inputs, outputs), new_state


def _sum(x, y):
    x, y = convert(x), convert(y)
    if x.shape.is_compatible_with(y.shape) is False:
        raise ValueError("Shapes %s and %s are incompatible" % (x.shape, y.shape))
    return x + y


class Placing:
    """A cell on a device, of a class that also is a wrapper."""

    def __init__(self, cell, device, **kwargs):
        super(Placing, self).__init__(cell, **kwargs)
        self._device = device


class DropoutWrapper(Dropping, CellWrapper):
    pass


class ResidualWrapper(Adding, CellWrapper):
    pass


class DeviceWrapper(Placing, CellWrapper):
    pass


class MultiRNNCell(RNNCell):
    def __init__(self, cells, state_is_tuple=True):
        RNNCell.__init__(self)
        if _scope_lsp.is_known(cells):
            if not is_sequence(cells):
                raise (
                    TypeError("cells must be a list or tuple, but saw: %s." % cells)
                    if cells
                    else ValueError("Must specify at least one cell for MultiRNNCell.")
                )
            if len(cells) == 0:
                raise ValueError("Must specify at least one cell for MultiRNNCell.")
        self._cells = cells
        self._state_is_tuple = state_is_tuple
        if (
            _scope_lsp.is_known(state_is_tuple)
            and not state_is_tuple
            and _scope_lsp.is_known(cells)
        ):
            sizes = [cell.state_size for cell in cells]
            for size in sizes:
                if _scope_lsp.is_known(size) and is_sequence(size):
                    raise ValueError(
                        "Some cells return tuples of states, but the flag state_is_tuple is not "
                        "set.  State sizes are: %s" % str(sizes)
                    )

    @property
    def state_size(self):
        if self._state_is_tuple:
            return tuple([cell.state_size for cell in self._cells])
        return sum([cell.state_size for cell in self._cells])

    @property
    def output_size(self):
        return self._cells[-1].output_size

    def zero_state(self, batch_size, dtype):
        with scope(type(self).__name__ + "ZeroState"):
            if self._state_is_tuple:
                return tuple([cell.zero_state(batch_size, dtype) for cell in self._cells])
            return RNNCell.zero_state(self, batch_size, dtype)

    def _weights_of(self, kind):
        weights = []
        for cell in self._cells:
            if isinstance(cell, Layer):
                weights += getattr(cell, kind)
        return weights

    @property
    def trainable_weights(self):
        return self._weights_of("trainable_weights") if self.trainable else []

    @property
    def non_trainable_weights(self):
        weights = self._weights_of("non_trainable_weights")
        return weights if self.trainable else self._weights_of("trainable_weights") + weights

    def call(self, inputs, state):
        position = 0
        new_states = []
        known = _scope_lsp.is_known(state)
        if known and self._state_is_tuple and not is_sequence(state):
            raise ValueError(
                "Expected state to be a tuple of length %d, but received: %s"
                % (len(self.state_size), state)
            )
        for i, cell in enumerate(self._cells):
            with variable_scope("cell_%d" % i):
                if self._state_is_tuple:
                    current = state[i]
                else:
                    current = slice_(state, [0, position], [-1, cell.state_size])
                    position = position + cell.state_size
                inputs, new_state = cell(inputs, current)
                new_states.append(new_state)
        return inputs, tuple(new_states) if self._state_is_tuple else concat(new_states, 1)
