"""Cells that are one op: the block cells and what runs a whole sequence at once.

Modelled on contrib/rnn/python/ops/lstm_ops.py, gru_ops.py and fused_rnn_cell.py of
TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._array_layout import reverse, reverse_sequence
from tensorflow._array_joins import stack, unstack
from tensorflow._layers_base import InputSpec, Layer
from tensorflow._lstm_cells import LSTMBase, LSTMStateTuple
from tensorflow._rnn import dynamic_rnn
from tensorflow._static_rnn import static_rnn
from tensorflow._rnn_cells import LayerRNNCell, RNNCell, depth_of, rows
from tensorflow._shape import UNSURE, as_dim
from tensorflow._tensor import base_dtype, convert, create, create_many


def _peepholes(layer, units):
    if layer._use_peephole:
        layer._w_i_diag = layer.add_weight("w_i_diag", [units])
        layer._w_f_diag = layer.add_weight("w_f_diag", [units])
        layer._w_o_diag = layer.add_weight("w_o_diag", [units])


class LSTMBlockCell(LSTMBase):
    def __init__(
        self,
        num_units,
        forget_bias=1.0,
        cell_clip=None,
        use_peephole=False,
        dtype=None,
        reuse=None,
        name="lstm_cell",
    ):
        RNNCell.__init__(self, _reuse=reuse, dtype=dtype, name=name)
        self._set_sizes(num_units)
        self._forget_bias = forget_bias
        self._use_peephole = use_peephole
        self.input_spec = InputSpec(ndim=2)

    def build(self, inputs_shape):
        units = self._num_units
        self._kernel = self.add_weight("kernel", [depth_of(inputs_shape, 1) + units, units * 4])
        self._bias = self.add_weight("bias", [units * 4], initializer=_init_ops.Constant(0.0))
        _peepholes(self, units)
        self.built = True

    def call(self, inputs, state):
        c, h = self._parts(state)
        x = convert(inputs)
        dims, dtype = rows(self._num_units, x, c, h), base_dtype(x)
        outputs = create_many("LSTMBlockCell", None, [(dims, dtype)] * 7)
        return outputs[6], LSTMStateTuple(outputs[1], outputs[6])


class GRUBlockCell(LayerRNNCell):
    _weight_names = ("w_ru", "b_ru", "w_c", "b_c")

    def __init__(self, num_units=None, cell_size=None, reuse=None, name="gru_cell"):
        RNNCell.__init__(self, _reuse=reuse, name=name)
        if (cell_size is None) == (num_units is None):
            raise ValueError("Exactly one of num_units or cell_size must be provided.")
        self._cell_size = cell_size if num_units is None else num_units
        self.input_spec = InputSpec(ndim=2)

    @property
    def state_size(self):
        return self._cell_size

    @property
    def output_size(self):
        return self._cell_size

    def build(self, input_shape):
        units = self._cell_size
        depth = depth_of(input_shape, 1) + units
        names = self._weight_names
        self._gate_kernel = self.add_weight(names[0], [depth, units * 2])
        self._gate_bias = self.add_weight(
            names[1], [units * 2], initializer=_init_ops.Constant(1.0)
        )
        self._candidate_kernel = self.add_weight(names[2], [depth, units])
        self._candidate_bias = self.add_weight(
            names[3], [units], initializer=_init_ops.Constant(0.0)
        )
        self.built = True

    def call(self, inputs, h_prev):
        x = convert(inputs)
        result = create_many(
            "GRUBlockCell", None, [(rows(self._cell_size, x, convert(h_prev)), base_dtype(x))] * 4
        )[3]
        return result, result


class GRUBlockCellV2(GRUBlockCell):
    _weight_names = ("gates/kernel", "gates/bias", "candidate/kernel", "candidate/bias")


class LSTMBlockWrapper(Layer):
    @property
    def num_units(self):
        return None

    def _call_cell(self, inputs, initial_cell_state, initial_output, dtype, sequence_length):
        return _scope_lsp.unknown("the outputs of a fused cell"), _scope_lsp.unknown(
            "the outputs of a fused cell"
        )

    def call(self, inputs, initial_state=None, dtype=None, sequence_length=None):
        is_list = isinstance(inputs, list)
        x = stack(inputs) if is_list else convert(inputs)
        if _scope_lsp.is_known(initial_state) and initial_state is None and dtype is None:
            raise ValueError("Either initial_state or dtype needs to be specified")
        dims = x._dims
        batch = dims[1] if isinstance(dims, tuple) and len(dims) > 1 else UNSURE
        if initial_state is None:
            zero = create("Fill", "zeros", (batch, as_dim(self.num_units)), dtype=base_dtype(x))
            initial_state = (zero, zero)
        initial_cell_state, initial_output = initial_state
        _, outputs = self._call_cell(
            x, initial_cell_state, initial_output, dtype=dtype, sequence_length=sequence_length
        )
        last = (batch, as_dim(self.num_units))
        state = LSTMStateTuple(
            create("StridedSlice", "strided_slice", last, dtype=base_dtype(x)),
            create("StridedSlice", "strided_slice", last, dtype=base_dtype(x)),
        )
        return unstack(outputs) if is_list else outputs, state


class LSTMBlockFusedCell(LSTMBlockWrapper):
    def __init__(
        self,
        num_units,
        forget_bias=1.0,
        cell_clip=None,
        use_peephole=False,
        reuse=None,
        dtype=None,
        name="lstm_fused_cell",
    ):
        Layer.__init__(self, _reuse=reuse, name=name, dtype=dtype)
        self._num_units = num_units
        self._use_peephole = use_peephole
        self.input_spec = InputSpec(ndim=3)

    @property
    def num_units(self):
        return self._num_units

    def build(self, input_shape):
        units = self._num_units
        shape = input_shape[0] if isinstance(input_shape, list) and input_shape else input_shape
        self._kernel = self.add_weight("kernel", [depth_of(shape) + units, units * 4])
        self._bias = self.add_weight("bias", [units * 4], initializer=_init_ops.Constant(0.0))
        _peepholes(self, units)
        self.built = True

    def _call_cell(
        self, inputs, initial_cell_state=None, initial_output=None, dtype=None, sequence_length=None
    ):
        dims = inputs._dims
        dims = dims[:2] + (as_dim(self._num_units),) if isinstance(dims, tuple) else dims
        outputs = create_many("BlockLSTM", None, [(dims, base_dtype(inputs))] * 7)
        return outputs[1], outputs[6]


class FusedRNNCell:
    def __call__(self, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
        return _scope_lsp.unknown("the outputs of a fused cell"), _scope_lsp.unknown(
            "the state of a fused cell"
        )


class FusedRNNCellAdaptor(FusedRNNCell):
    def __init__(self, cell, use_dynamic_rnn=False):
        self._cell = cell
        self._use_dynamic_rnn = use_dynamic_rnn

    def __call__(self, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
        is_list = isinstance(inputs, list)
        if self._use_dynamic_rnn:
            x = stack(inputs) if is_list else inputs
            outputs, state = dynamic_rnn(
                self._cell,
                x,
                sequence_length=sequence_length,
                initial_state=initial_state,
                dtype=dtype,
                time_major=True,
                scope=scope,
            )
            return unstack(outputs) if is_list else outputs, state
        x = inputs if is_list else unstack(inputs)
        outputs, state = static_rnn(
            self._cell,
            x,
            initial_state=initial_state,
            dtype=dtype,
            sequence_length=sequence_length,
            scope=scope,
        )
        return outputs if is_list else stack(outputs), state


class TimeReversedFusedRNN(FusedRNNCell):
    def __init__(self, cell):
        self._cell = cell

    def _reverse(self, x, lengths):
        if isinstance(x, list):
            return list(reversed(x))
        return reverse(x, [0]) if lengths is None else reverse_sequence(x, lengths, 0, batch_axis=1)

    def __call__(self, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
        inputs = self._reverse(inputs, sequence_length)
        outputs, state = self._cell(
            inputs,
            initial_state=initial_state,
            dtype=dtype,
            sequence_length=sequence_length,
            scope=scope,
        )
        return self._reverse(outputs, sequence_length), state
