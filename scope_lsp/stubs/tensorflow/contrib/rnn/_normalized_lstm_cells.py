"""LSTM cells of `tf.contrib.rnn` that normalize what their gates get, or their weights.

Modelled on contrib/rnn/python/ops/rnn_cell.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._array_joins import concat
from tensorflow._get_variable import get_variable
from tensorflow._lstm_cells import LSTMStateTuple
from tensorflow._nn_ops import dropout
from tensorflow._rnn_cells import RNNCell, activation_of, rows, run_ops
from tensorflow._shape import UNSURE, is_int
from tensorflow._tensor import base_dtype, convert, create, create_many
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow.contrib.rnn._linear import Linear, as_list, rows_of, total_depth
from tensorflow.contrib.rnn._lstm_cells import normed, GotLSTMCell, _zeros


class LayerNormBasicLSTMCell(GotLSTMCell):
    def __init__(
        self,
        num_units,
        forget_bias=1.0,
        input_size=None,
        activation=None,
        layer_norm=True,
        norm_gain=1.0,
        norm_shift=0.0,
        dropout_keep_prob=1.0,
        dropout_prob_seed=None,
        reuse=None,
    ):
        RNNCell.__init__(self, _reuse=reuse)
        self._set_sizes(num_units)
        self._activation = activation_of(activation)
        self._forget_bias = forget_bias
        self._keep_prob = dropout_keep_prob
        self._seed = dropout_prob_seed
        self._layer_norm = layer_norm
        self._norm_gain = norm_gain
        self._norm_shift = norm_shift

    def call(self, inputs, state):
        units = self._num_units
        c, h = self._parts(state)
        args = concat([inputs, h], 1)
        dtype, plain = args.dtype, base_dtype(args)
        dims = args._dims
        depth = (
            dims[1]
            if isinstance(dims, tuple) and is_int(dims[1])
            else _scope_lsp.unknown("the size of a cell's input")
        )
        get_variable("kernel", [depth, 4 * units], dtype=dtype)
        run_ops("MatMul")
        if not self._layer_norm:
            get_variable("bias", [4 * units], dtype=dtype)
            run_ops("BiasAdd")
        dims = rows(units, args, c, h)
        gates = create_many("Split", "split", [(dims, plain)] * 4)
        if self._layer_norm:
            gates = [
                normed(self._norm_gain, self._norm_shift, gate, name=name, dtype=dtype)
                for gate, name in zip(gates, ("input", "transform", "forget", "output"))
            ]
        g = self._activation(gates[1])
        keep = self._keep_prob
        if not _scope_lsp.is_known(keep) or not isinstance(keep, float) or keep < 1:
            dropout(g, keep, seed=self._seed)
        run_ops("add Sigmoid mul Sigmoid_1 mul_1")
        new_c = create("AddV2", "add_1", dims, dtype=plain)
        if self._layer_norm:
            new_c = normed(self._norm_gain, self._norm_shift, new_c, name="state", dtype=dtype)
        self._activation(new_c)
        run_ops("Sigmoid_2")
        new_h = create("Mul", "mul_2", dims, dtype=plain)
        return new_h, LSTMStateTuple(new_c, new_h)


class LayerNormLSTMCell(GotLSTMCell):
    def __init__(
        self,
        num_units,
        use_peepholes=False,
        cell_clip=None,
        initializer=None,
        num_proj=None,
        proj_clip=None,
        forget_bias=1.0,
        activation=None,
        layer_norm=False,
        norm_gain=1.0,
        norm_shift=0.0,
        reuse=None,
    ):
        RNNCell.__init__(self, _reuse=reuse)
        self._set_sizes(num_units, num_proj)
        self._use_peepholes = use_peepholes
        self._initializer = initializer
        self._activation = activation_of(activation)
        self._layer_norm = layer_norm
        self._norm_gain = norm_gain
        self._norm_shift = norm_shift

    def call(self, inputs, state):
        units = self._num_units
        c, h = self._parts(state)
        x = convert(inputs)
        with variable_scope(get_variable_scope(), initializer=self._initializer) as unit_scope:
            Linear([x, h], 4 * units, True)([x, h])
            dims = rows(units, x, c, h)
            gates = create_many("Split", "split", [(dims, base_dtype(x))] * 4)
            if self._layer_norm:
                gates = [
                    normed(self._norm_gain, self._norm_shift, gate, name=name)
                    for gate, name in zip(gates, ("input", "transform", "forget", "output"))
                ]
            if self._use_peepholes:
                with variable_scope(unit_scope):
                    for name in ("w_f_diag", "w_i_diag", "w_o_diag"):
                        get_variable(name, shape=[units], dtype=x.dtype)
            self._activation(gates[1])
            new_c = create("AddV2", "add", dims, dtype=base_dtype(x))
            if self._layer_norm:
                new_c = normed(self._norm_gain, self._norm_shift, new_c, name="state")
            new_h = create("Mul", "mul", dims, dtype=base_dtype(x))
            if self._num_proj is not None:
                with variable_scope("projection"):
                    new_h = Linear(new_h, self._num_proj, False)(new_h)
        return new_h, LSTMStateTuple(new_c, new_h)


class WeightNormLSTMCell(GotLSTMCell):
    def __init__(
        self,
        num_units,
        norm=True,
        use_peepholes=False,
        cell_clip=None,
        initializer=None,
        num_proj=None,
        proj_clip=None,
        forget_bias=1,
        activation=None,
        reuse=None,
    ):
        RNNCell.__init__(self, _reuse=reuse)
        self._scope = "wn_lstm_cell"
        self._set_sizes(num_units, num_proj)
        self._norm = norm
        self._initializer = initializer
        self._use_peepholes = use_peepholes
        self._activation = activation_of(activation)

    def _linear(self, args, output_size, norm, bias):
        args = as_list(args)
        dtype = args[0].dtype
        with variable_scope(get_variable_scope()) as outer:
            get_variable("kernel", [total_depth(args), output_size], dtype=dtype)
            if norm:
                for i in range(len(args)):
                    get_variable("norm_{}".format(i), [output_size], dtype=dtype)
            if bias:
                with variable_scope(outer) as inner:
                    inner.set_partitioner(None)
                    get_variable("bias", [output_size], dtype=dtype, initializer=_zeros)
        return create("MatMul", None, rows_of(args, output_size), dtype=base_dtype(args[0]))

    def call(self, inputs, state):
        units = self._num_units
        c, h = self._parts(state)
        x = convert(inputs)
        with variable_scope(self._scope, initializer=self._initializer):
            self._linear([x, h], 4 * units, self._norm, bias=True)
            if self._use_peepholes:
                for name in ("w_f_diag", "w_i_diag", "w_o_diag"):
                    get_variable(name, shape=[units], dtype=x.dtype)
            dims = rows(units, x, c, h)
            new_c = create("AddV2", "add", dims, dtype=base_dtype(x))
            new_h = create("Mul", "mul", dims, dtype=base_dtype(x))
            if self._num_proj is not None:
                with variable_scope("projection"):
                    new_h = self._linear(new_h, self._num_proj, self._norm, bias=False)
        return new_h, LSTMStateTuple(new_c, new_h)
