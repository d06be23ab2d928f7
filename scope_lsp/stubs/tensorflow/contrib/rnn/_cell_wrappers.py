"""Cells of `tf.contrib.rnn` that hold another cell.

Modelled on contrib/rnn/python/ops/rnn_cell.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._array_joins import concat
from tensorflow._array_slicing import slice_
from tensorflow._nested_structures import flatten
from tensorflow._get_variable import get_variable
from tensorflow._rnn_cells import (
    RNNCell,
    assert_like_rnncell,
    is_sequence,
)
from tensorflow._rnn_wrappers import map_both
from tensorflow._tensor import base_dtype, convert, create
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.rnn._cells import _row
from tensorflow.contrib.rnn._linear import InnerCellWrapper, Linear
from tensorflow.contrib.rnn._lstm_cells import input_size


class AttentionCellWrapper(RNNCell):
    def __init__(
        self,
        cell,
        attn_length,
        attn_size=None,
        attn_vec_size=None,
        input_size=None,
        state_is_tuple=True,
        reuse=None,
    ):
        RNNCell.__init__(self, _reuse=reuse)
        assert_like_rnncell("cell", cell)
        if is_sequence(cell.state_size) and not state_is_tuple:
            raise ValueError(
                "Cell returns tuple of states, but the flag state_is_tuple is not set. State size "
                "is: %s" % str(cell.state_size)
            )
        if _scope_lsp.is_known(attn_length) and attn_length <= 0:
            raise ValueError("attn_length should be greater than zero, got %s" % str(attn_length))
        self._state_is_tuple = state_is_tuple
        self._cell = cell
        self._attn_size = cell.output_size if attn_size is None else attn_size
        self._attn_vec_size = self._attn_size if attn_vec_size is None else attn_vec_size
        self._input_size = input_size
        self._attn_length = attn_length
        self._linear1 = None
        self._linear2 = None
        self._linear3 = None

    @property
    def state_size(self):
        size = (self._cell.state_size, self._attn_size, self._attn_size * self._attn_length)
        return size if self._state_is_tuple else sum(size)

    @property
    def output_size(self):
        return self._attn_size

    def call(self, inputs, state):
        size, length = self._attn_size, self._attn_length
        if self._state_is_tuple:
            state, attns, _ = state
        else:
            whole, first = state, self._cell.state_size
            state = slice_(whole, [0, 0], [-1, first])
            attns = slice_(whole, [0, first], [-1, size])
        x, attns = convert(inputs), convert(attns)
        width = input_size(x) if self._input_size is None else self._input_size
        if self._linear1 is None:
            self._linear1 = Linear([x, attns], width, True)
        cell_output, new_state = self._cell(self._linear1([x, attns]), state)
        query = concat(flatten(new_state), 1) if self._state_is_tuple else new_state
        new_attns = self._attention(query, x)
        with variable_scope("attn_output_projection"):
            if self._linear2 is None:
                self._linear2 = Linear([cell_output, new_attns], size, True)
            output = self._linear2([cell_output, new_attns])
        new_attn_states = _row("Reshape", size * length, x, state=x)
        new_state = (new_state, new_attns, new_attn_states)
        return output, new_state if self._state_is_tuple else concat(list(new_state), 1)

    def _attention(self, query, inputs):
        with variable_scope("attention"):
            get_variable("attn_w", [1, 1, self._attn_size, self._attn_vec_size])
            get_variable("attn_v", [self._attn_vec_size])
            if self._linear3 is None:
                self._linear3 = Linear(query, self._attn_vec_size, True)
            self._linear3(query)
            return _row("Reshape", self._attn_size, inputs, state=inputs)


class HighwayWrapper(InnerCellWrapper):
    def __init__(self, cell, couple_carry_transform_gates=True, carry_bias_init=1.0):
        self._cell = cell
        self._couple_carry_transform_gates = couple_carry_transform_gates
        self._carry_bias_init = carry_bias_init

    def _highway(self, inputs, output):
        x = convert(inputs)
        size = input_size(x)
        used = [x, convert(output), get_variable("carry_w", [size, size])]
        used.append(
            get_variable("carry_b", [size], initializer=_init_ops.Constant(self._carry_bias_init))
        )
        if not self._couple_carry_transform_gates:
            used.append(get_variable("transform_w", [size, size]))
            used.append(
                get_variable(
                    "transform_b", [size], initializer=_init_ops.Constant(-self._carry_bias_init)
                )
            )
        return create("AddV2", "add", x._dims, dtype=base_dtype(x), inputs=used)

    def __call__(self, inputs, state, scope=None):
        outputs, new_state = self._cell(inputs, state, scope=scope)
        return map_both(self._highway, inputs, outputs), new_state


class CompiledWrapper(InnerCellWrapper):
    def __init__(self, cell, compile_stateful=False):
        self._cell = cell

    def __call__(self, inputs, state, scope=None):
        return self._cell(inputs, state, scope=scope)
