"""LSTM cells: `tf.nn.rnn_cell.BasicLSTMCell`, `LSTMCell`, and what they share.

Modelled on ops/rnn_cell_impl.py of TensorFlow 1.15.5.
"""

import collections

from tensorflow import _init_ops
from tensorflow._array_slicing import slice_
from tensorflow._layers_base import InputSpec
from tensorflow._partitioners import fixed_size_partitioner
from tensorflow._rnn_cells import (
    LayerRNNCell,
    RNNCell,
    check_dtype,
    activation_of,
    check_dtypes,
    depth_of,
    rows,
    run_ops,
)
from tensorflow._shape import dim_op
from tensorflow._tensor import base_dtype, convert, create, create_many


class LSTMStateTuple(collections.namedtuple("LSTMStateTuple", ("c", "h"))):
    @property
    def dtype(self):
        if self.c.dtype != self.h.dtype:
            raise TypeError("Inconsistent internal state: %s vs %s" % (self.c.dtype, self.h.dtype))
        return self.c.dtype


class LSTMBase(LayerRNNCell):
    """What the cells with a pair of states have in common."""

    @property
    def state_size(self):
        return self._state_size

    @property
    def output_size(self):
        return self._output_size

    def _set_sizes(self, num_units, num_proj=None, state_is_tuple=True):
        self._num_units = num_units
        self._num_proj = num_proj
        self._state_is_tuple = state_is_tuple
        self._output_size = num_proj if num_proj else num_units
        if state_is_tuple:
            self._state_size = LSTMStateTuple(num_units, self._output_size)
        else:
            self._state_size = num_units + self._output_size

    def _parts(self, state):
        """The two halves of a state."""
        if self._state_is_tuple:
            c, h = state
            return convert(c), convert(h)
        return slice_(state, [0, 0], [-1, self._num_units]), slice_(
            state, [0, self._num_units], [-1, self._output_size]
        )

    def _joined(self, c, h):
        if self._state_is_tuple:
            return LSTMStateTuple(c, h)
        return create(
            "ConcatV2",
            "concat",
            (h._dims[0], dim_op(lambda x, y: x + y, c._dims[1], h._dims[1])),
            dtype=base_dtype(h),
        )


class BasicLSTMCell(LSTMBase):
    def __init__(
        self,
        num_units,
        forget_bias=1.0,
        state_is_tuple=True,
        activation=None,
        reuse=None,
        name=None,
        dtype=None,
        **kwargs,
    ):
        RNNCell.__init__(self, _reuse=reuse, name=name, dtype=dtype, **kwargs)
        check_dtype(self._dtype_name)
        self.input_spec = InputSpec(ndim=2)
        self._set_sizes(num_units, None, state_is_tuple)
        self._forget_bias = forget_bias
        self._activation = activation_of(activation)

    def build(self, input_shape):
        depth = depth_of(input_shape)
        check_dtype(self._dtype_name)
        self._kernel = self.add_weight("kernel", [depth + self._num_units, 4 * self._num_units])
        self._bias = self.add_weight("bias", [4 * self._num_units], initializer=_init_ops.Zeros())
        self.built = True

    def call(self, inputs, state):
        check_dtypes([inputs, state])
        run_ops("Const")
        c, h = self._parts(state)
        x = convert(inputs)
        run_ops("concat MatMul BiasAdd")
        dims, dtype = rows(self._num_units, x, c, h), base_dtype(x) or base_dtype(h)
        _, j, f, o = create_many("Split", "split", [(dims, dtype)] * 4)
        run_ops("Const_1 Add Sigmoid Mul Sigmoid_1")
        self._activation(j)
        run_ops("Mul_1")
        new_c = create("Add", "Add_1", dims, dtype=dtype)
        self._activation(new_c)
        run_ops("Sigmoid_2")
        new_h = create("Mul", "Mul_2", dims, dtype=dtype)
        return new_h, self._joined(new_c, new_h)


class LSTMCell(LSTMBase):
    def __init__(
        self,
        num_units,
        use_peepholes=False,
        cell_clip=None,
        initializer=None,
        num_proj=None,
        proj_clip=None,
        num_unit_shards=None,
        num_proj_shards=None,
        forget_bias=1.0,
        state_is_tuple=True,
        activation=None,
        reuse=None,
        name=None,
        dtype=None,
        **kwargs,
    ):
        RNNCell.__init__(self, _reuse=reuse, name=name, dtype=dtype, **kwargs)
        check_dtype(self._dtype_name)
        self.input_spec = InputSpec(ndim=2)
        self._set_sizes(num_units, num_proj, state_is_tuple)
        self._use_peepholes = use_peepholes
        self._cell_clip = cell_clip
        self._initializer = initializer
        self._proj_clip = proj_clip
        self._num_unit_shards = num_unit_shards
        self._num_proj_shards = num_proj_shards
        self._forget_bias = forget_bias
        self._activation = activation_of(activation)

    def build(self, input_shape):
        depth = depth_of(input_shape)
        check_dtype(self._dtype_name)
        units, initializer = self._num_units, self._initializer
        recurrent = units if self._num_proj is None else self._num_proj
        self._kernel = self.add_weight(
            "kernel",
            [depth + recurrent, 4 * units],
            initializer=initializer,
            partitioner=_shards(self._num_unit_shards),
        )
        self._bias = self.add_weight("bias", [4 * units], initializer=_init_ops.Zeros())
        if self._use_peepholes:
            self._w_f_diag = self.add_weight("w_f_diag", [units], initializer=initializer)
            self._w_i_diag = self.add_weight("w_i_diag", [units], initializer=initializer)
            self._w_o_diag = self.add_weight("w_o_diag", [units], initializer=initializer)
        if self._num_proj is not None:
            self._proj_kernel = self.add_weight(
                "projection/kernel",
                [units, self._num_proj],
                initializer=initializer,
                partitioner=_shards(self._num_proj_shards),
            )
        self.built = True

    def call(self, inputs, state):
        check_dtypes([inputs, state])
        c, h = self._parts(state)
        x = convert(inputs)
        run_ops("concat MatMul BiasAdd")
        dims, dtype = rows(self._num_units, x, c, h), base_dtype(x) or base_dtype(h)
        _, j, f, o = create_many("Split", "split", [(dims, dtype)] * 4)
        activation = self._activation
        if self._use_peepholes:
            run_ops("add mul add_1 Sigmoid mul_1 mul_2 add_2 Sigmoid_1")
            activation(j)
            run_ops("mul_3")
            new_c = self._clipped(create("AddV2", "add_3", dims, dtype=dtype), self._cell_clip)
            run_ops("mul_4 add_4 Sigmoid_2")
            activation(new_c)
            new_h = create("Mul", "mul_5", dims, dtype=dtype)
        else:
            run_ops("add Sigmoid mul Sigmoid_1")
            activation(j)
            run_ops("mul_1")
            new_c = self._clipped(create("AddV2", "add_1", dims, dtype=dtype), self._cell_clip)
            run_ops("Sigmoid_2")
            activation(new_c)
            new_h = create("Mul", "mul_2", dims, dtype=dtype)
        if self._num_proj is not None:
            new_h = self._clipped(
                create("MatMul", "MatMul_1", rows(self._num_proj, x, c, h), dtype=dtype),
                self._proj_clip,
            )
        return new_h, self._joined(new_c, new_h)

    def _clipped(self, x, limit):
        return (
            x if limit is None else create("Maximum", "clip_by_value", x._dims, dtype=base_dtype(x))
        )


def _shards(count):
    return None if count is None else fixed_size_partitioner(count)
