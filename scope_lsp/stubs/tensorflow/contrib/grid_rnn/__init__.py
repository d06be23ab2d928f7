"""`tf.contrib.grid_rnn`: cells that are grids of other cells.

Modelled on contrib/grid_rnn/python/ops/grid_rnn_cell.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_joins import concat, split
from tensorflow._array_slicing import slice_
from tensorflow._constant_ops import zeros
from tensorflow._get_variable import get_variable
from tensorflow._lstm_cells import BasicLSTMCell, LSTMCell
from tensorflow._math_ops import matmul
from tensorflow._nn_ops import relu
from tensorflow._rnn_cells import BasicRNNCell, GRUCell, RNNCell
from tensorflow._shape import is_int
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow.contrib.layers import fully_connected, xavier_initializer


def _dims(given, count):
    """Which dimensions of the grid an argument names."""
    if given is None:
        return []
    found = sorted(set(given if isinstance(given, (list, tuple)) else [given]))
    for dim in found:
        if dim < 0 or dim >= count:
            raise ValueError("Invalid dims: {}. Must be in [0, {})".format(found, count))
    return found


class GridRNNCell(RNNCell):
    def __init__(
        self,
        num_units,
        num_dims=1,
        input_dims=None,
        output_dims=None,
        priority_dims=None,
        non_recurrent_dims=None,
        tied=False,
        cell_fn=None,
        non_recurrent_fn=None,
        state_is_tuple=True,
        output_is_tuple=True,
    ):
        if num_dims < 1:
            raise ValueError("dims must be >= 1: {}".format(num_dims))
        self._units = num_units
        self._count = num_dims
        self._inputs = _dims(input_dims, num_dims)
        self._outputs = _dims(output_dims, num_dims)
        self._priority = _dims(priority_dims, num_dims)
        self._plain = _dims(non_recurrent_dims, num_dims)
        self._recurrent = [i for i in range(num_dims) if i not in self._plain]
        self._function = non_recurrent_fn or relu
        self._tied = tied
        self._state_is_tuple = state_is_tuple
        self._output_is_tuple = output_is_tuple

        def make():
            return (
                LSTMCell(num_units=num_units, state_is_tuple=state_is_tuple)
                if cell_fn is None
                else cell_fn(num_units)
            )

        self._cells = [make()] * num_dims if tied else [make() for _ in range(num_dims)]
        if not isinstance(self._cells[0], RNNCell):
            raise TypeError(
                "cell_fn must return an RNNCell instance, saw: %s" % type(self._cells[0])
            )

    @property
    def output_size(self):
        size = self._cells[0].output_size
        return (size,) * len(self._outputs) if self._output_is_tuple else size * len(self._outputs)

    @property
    def state_size(self):
        if self._state_is_tuple:
            return (self._cells[0].state_size,) * len(self._recurrent)
        return self._cell_state_size() * len(self._recurrent)

    def _cell_state_size(self):
        sizes = self._cells[0].state_size
        return sum(sizes) if isinstance(sizes, tuple) else sizes

    def __call__(self, inputs, state, scope=None):
        memory, before, has_memory = self._states(state)
        outputs = [None] * self._count
        states = [None] * self._count
        with variable_scope(scope or type(self).__name__):
            self._project(inputs, memory, before, has_memory=has_memory)
            self._propagate(
                [i for i in range(self._count) if i not in self._priority],
                memory,
                before,
                outputs=outputs,
                states=states,
                first=True,
            )
            self._propagate(
                self._priority, memory, before, outputs=outputs, states=states, first=False
            )
            output = tuple([outputs[i] for i in self._outputs])
            if not self._output_is_tuple:
                output = concat(list(output), 1) if output else zeros([0, 0], inputs.dtype)
            if self._state_is_tuple:
                return output, tuple([states[i] for i in self._recurrent])
            parts = [part for i in self._recurrent for part in states[i]]
            return output, concat(parts, 1) if parts else zeros([0, 0], inputs.dtype)

    def _states(self, state):
        """What each dimension remembers and put out before; whether cells have a memory."""
        memory = [None] * self._count
        before = [None] * self._count
        size = self._cell_state_size()
        more = size - self._units
        has_memory = more > 0
        for place, i in enumerate(self._recurrent):
            if self._state_is_tuple:
                if has_memory:
                    memory[i], before[i] = state[place]
                else:
                    before[i] = state[place]
                continue
            start = place * size
            first = slice_(state, [0, start], [-1, self._units])
            if has_memory:
                memory[i] = first
                before[i] = slice_(state, [0, start + self._units], [-1, more])
            else:
                before[i] = first
        return memory, before, has_memory

    def _project(self, inputs, memory, before, has_memory):
        if inputs is None or not self._inputs:
            return
        if isinstance(inputs, tuple):
            if len(inputs) != len(self._inputs):
                raise ValueError("Expect inputs as a tuple of {} tensors".format(len(self._inputs)))
            parts = inputs
        else:
            depth = inputs.shape[1].value
            if is_int(depth) and depth == 0:
                return
            parts = split(inputs, len(self._inputs), 1)
        depth = parts[0].shape[1].value
        for part, i in zip(parts, self._inputs):
            before[i] = matmul(
                part, get_variable("project_m_{}".format(i), [depth, self._units], dtype=part.dtype)
            )
            if has_memory:
                memory[i] = matmul(
                    part,
                    get_variable("project_c_{}".format(i), [depth, self._units], dtype=part.dtype),
                )

    def _propagate(self, indices, memory, before, outputs, states, first):
        if not indices:
            return
        if self._count > 1:
            inputs = concat(
                [before[i] if outputs[i] is None else outputs[i] for i in range(self._count - 1)], 1
            )
        else:
            inputs = zeros([before[0].get_shape().as_list()[0], 0], before[0].dtype)
        last = before[-1] if outputs[-1] is None else outputs[-1]
        for i in indices:
            kind = "non_recurrent" if i in self._plain else "recurrent"
            with variable_scope(kind if self._tied else "{}/cell_{}".format(kind, i)):
                scope = get_variable_scope()
                if self._tied and not (first and i == indices[0]):
                    scope.reuse_variables()
                if i in self._plain:
                    whole = concat([inputs, last], 1) if self._count > 1 else last
                    outputs[i] = fully_connected(
                        whole,
                        self._units,
                        self._function,
                        weights_initializer=scope.initializer or xavier_initializer(),
                        weights_regularizer=scope.regularizer,
                    )
                else:
                    state = last if memory[i] is None else (memory[i], last)
                    outputs[i], states[i] = self._cells[i](inputs, state)


def _one(make, takes, *names):
    """A class for one dimension, with the arguments of its cells."""

    class Cell(GridRNNCell):
        @_scope_lsp.takes(takes)
        def __init__(self, num_units, *args, **kwargs):
            given = dict(zip(names + ("state_is_tuple", "output_is_tuple"), args), **kwargs)
            of_cell = {name: given.pop(name) for name in names if name in given}
            GridRNNCell.__init__(
                self,
                num_units,
                1,
                input_dims=0,
                output_dims=0,
                priority_dims=0,
                tied=False,
                cell_fn=lambda n: make(n, **of_cell),
                **given,
            )

    return Cell


def _several(count, make, takes, *names):
    """A class for several dimensions; the first one may do without recurrence."""

    class Cell(GridRNNCell):
        @_scope_lsp.takes(takes)
        def __init__(self, num_units, *args, **kwargs):
            given = dict(
                zip(
                    ("tied", "non_recurrent_fn") + names + ("state_is_tuple", "output_is_tuple"),
                    args,
                ),
                **kwargs,
            )
            of_cell = {name: given.pop(name) for name in names if name in given}
            plain = None if given.get("non_recurrent_fn") is None else 0
            GridRNNCell.__init__(
                self,
                num_units,
                count,
                input_dims=0,
                output_dims=0,
                priority_dims=0,
                non_recurrent_dims=plain,
                cell_fn=lambda n: make(n, **of_cell),
                **given,
            )

    return Cell


def _named(cls, name):
    cls.__name__ = name
    return cls


Grid1BasicRNNCell = _named(
    _one(BasicRNNCell, lambda self, num_units, state_is_tuple=None, output_is_tuple=None: 0),
    "Grid1BasicRNNCell",
)


def _parameters_of_Grid2BasicRNNCell(
    self, num_units, tied=None, non_recurrent_fn=None, state_is_tuple=None, output_is_tuple=None
): ...


Grid2BasicRNNCell = _named(
    _several(
        2,
        BasicRNNCell,
        _parameters_of_Grid2BasicRNNCell,
    ),
    "Grid2BasicRNNCell",
)
Grid1BasicLSTMCell = _named(
    _one(
        BasicLSTMCell,
        lambda self, num_units, forget_bias=None, state_is_tuple=None, output_is_tuple=None: 0,
        "forget_bias",
    ),
    "Grid1BasicLSTMCell",
)


def _parameters_of_Grid2BasicLSTMCell(
    self,
    num_units,
    tied=None,
    non_recurrent_fn=None,
    forget_bias=None,
    state_is_tuple=None,
    output_is_tuple=None,
): ...


Grid2BasicLSTMCell = _named(
    _several(
        2,
        BasicLSTMCell,
        _parameters_of_Grid2BasicLSTMCell,
        "forget_bias",
    ),
    "Grid2BasicLSTMCell",
)


def _parameters_of_Grid1LSTMCell(
    self, num_units, use_peepholes=None, forget_bias=None, state_is_tuple=None, output_is_tuple=None
): ...


Grid1LSTMCell = _named(
    _one(
        LSTMCell,
        _parameters_of_Grid1LSTMCell,
        "use_peepholes",
        "forget_bias",
    ),
    "Grid1LSTMCell",
)


def _parameters_of_Grid2LSTMCell(
    self,
    num_units,
    tied=None,
    non_recurrent_fn=None,
    use_peepholes=None,
    forget_bias=None,
    state_is_tuple=None,
    output_is_tuple=None,
): ...


Grid2LSTMCell = _named(
    _several(
        2,
        LSTMCell,
        _parameters_of_Grid2LSTMCell,
        "use_peepholes",
        "forget_bias",
    ),
    "Grid2LSTMCell",
)
Grid3LSTMCell = _named(
    _several(
        3,
        LSTMCell,
        _parameters_of_Grid2LSTMCell,
        "use_peepholes",
        "forget_bias",
    ),
    "Grid3LSTMCell",
)
Grid2GRUCell = _named(
    _several(
        2,
        GRUCell,
        _parameters_of_Grid2BasicRNNCell,
    ),
    "Grid2GRUCell",
)


def __getattr__(name):
    return _lookup("contrib.grid_rnn." + name)
