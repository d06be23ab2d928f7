"""Cells over frequency as well as time, and the neural Turing machine.

Modelled on contrib/rnn/python/ops/rnn_cell.py of TensorFlow 1.15.5.
"""

import collections

from tensorflow import _init_ops
from tensorflow._constant_ops import zeros
from tensorflow._get_variable import get_variable
from tensorflow._rnn_cells import LayerRNNCell, RNNCell, assert_like_rnncell, depth_of, rows
from tensorflow._shape import TensorShape
from tensorflow._tensor import base_dtype, convert, create
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.rnn._lstm_cells import input_size, sharded

_zeros = _init_ops.Zeros()


class GridLSTMCell(RNNCell):
    def __init__(
        self,
        num_units,
        use_peepholes=False,
        share_time_frequency_weights=False,
        cell_clip=None,
        initializer=None,
        num_unit_shards=1,
        forget_bias=1.0,
        feature_size=None,
        frequency_skip=None,
        num_frequency_blocks=None,
        start_freqindex_list=None,
        end_freqindex_list=None,
        couple_input_forget_gates=False,
        state_is_tuple=True,
        reuse=None,
    ):
        RNNCell.__init__(self, _reuse=reuse)
        self._num_units = num_units
        self._use_peepholes = use_peepholes
        self._share_time_frequency_weights = share_time_frequency_weights
        self._couple_input_forget_gates = couple_input_forget_gates
        self._state_is_tuple = state_is_tuple
        self._num_unit_shards = num_unit_shards
        self._feature_size = feature_size
        self._frequency_skip = frequency_skip
        self._start_freqindex_list = start_freqindex_list
        self._end_freqindex_list = end_freqindex_list
        self._num_frequency_blocks = num_frequency_blocks
        if num_frequency_blocks is None:
            raise ValueError("Must specify num_frequency_blocks")
        self._total_blocks = sum([int(count) for count in num_frequency_blocks])
        self._state_tuple_type = None
        self._state_size = num_units * self._total_blocks * 2
        if state_is_tuple:
            self._set_state_type("GridLSTMStateTuple", ("state",))
        self._output_size = num_units * self._total_blocks * 2

    def _set_state_type(self, name, prefixes):
        fields = []
        for prefix in prefixes:
            for block, count in enumerate(self._num_frequency_blocks):
                for index in range(count):
                    field = "%s_f%02d_b%02d" % (prefix, index, block)
                    fields.append(field + "_c")
                    fields.append(field + "_m")
        self._state_tuple_type = collections.namedtuple(name, fields)
        self._state_size = self._state_tuple_type(*([self._num_units] * len(fields)))

    @property
    def output_size(self):
        return self._output_size

    @property
    def state_size(self):
        return self._state_size

    @property
    def state_tuple_type(self):
        return self._state_tuple_type

    def _features(self, size):
        """How many frequencies each block has; checked against what was said."""
        starts, ends = self._start_freqindex_list, self._end_freqindex_list
        if not starts:
            if len(self._num_frequency_blocks) != 1:
                raise ValueError(
                    "Length of num_frequency_blocks is not 1, but instead is %d"
                    % len(self._num_frequency_blocks)
                )
            widths = [size]
        else:
            widths = [end - start for start, end in zip(starts, ends)]
        for width, said in zip(widths, self._num_frequency_blocks):
            count = int((width - self._feature_size) / self._frequency_skip) + 1
            if count != said:
                raise ValueError(
                    "Invalid num_frequency_blocks, requires %d but gets %d, please check the "
                    "input size and filter config are correct." % (said, count)
                )

    def _make_weights(self, block, dtype):
        units = self._num_units
        gates = 3 if self._couple_input_forget_gates else 4
        depth = self._feature_size + 2 * units
        kinds = ("f",) if self._share_time_frequency_weights else ("f", "t")
        for kind in kinds:
            sharded(
                "W_%s_%d" % (kind, block),
                [depth, gates * units],
                dtype,
                num_shards=self._num_unit_shards,
            )
            get_variable(
                "B_%s_%d" % (kind, block), shape=[gates * units], initializer=_zeros, dtype=dtype
            )
        if self._use_peepholes:
            for way in ("freq",) if self._share_time_frequency_weights else ("freq", "time"):
                for gate in ("I", "O") if self._couple_input_forget_gates else ("F", "I", "O"):
                    for end in ("f", "t"):
                        get_variable(
                            "W_%s_diag_%s%s_%d" % (gate, way, end, block),
                            shape=[units],
                            dtype=dtype,
                        )

    def call(self, inputs, state):
        x = convert(inputs)
        self._features(input_size(x))
        for block in range(len(self._num_frequency_blocks)):
            self._make_weights(block, x.dtype)
        return self._made(x)

    def _made(self, x):
        dtype = base_dtype(x)
        output = create("ConcatV2", "concat", rows(self._output_size, x), dtype=dtype)
        if not self._state_is_tuple:
            return output, create("ConcatV2", "concat", rows(self._state_size, x), dtype=dtype)
        parts = [
            create("Mul", "mul", rows(self._num_units, x), dtype=dtype) for _ in self._state_size
        ]
        return output, self._state_tuple_type(*parts)


class BidirectionalGridLSTMCell(GridLSTMCell):
    def __init__(
        self,
        num_units,
        use_peepholes=False,
        share_time_frequency_weights=False,
        cell_clip=None,
        initializer=None,
        num_unit_shards=1,
        forget_bias=1.0,
        feature_size=None,
        frequency_skip=None,
        num_frequency_blocks=None,
        start_freqindex_list=None,
        end_freqindex_list=None,
        couple_input_forget_gates=False,
        backward_slice_offset=0,
        reuse=None,
    ):
        GridLSTMCell.__init__(
            self,
            num_units,
            use_peepholes,
            share_time_frequency_weights=share_time_frequency_weights,
            cell_clip=cell_clip,
            initializer=initializer,
            num_unit_shards=num_unit_shards,
            forget_bias=forget_bias,
            feature_size=feature_size,
            frequency_skip=frequency_skip,
            num_frequency_blocks=num_frequency_blocks,
            start_freqindex_list=start_freqindex_list,
            end_freqindex_list=end_freqindex_list,
            couple_input_forget_gates=couple_input_forget_gates,
            state_is_tuple=True,
            reuse=reuse,
        )
        self._set_state_type("BidirectionalGridLSTMStateTuple", ("fwd_state", "bwd_state"))
        self._output_size = 2 * self._output_size

    def call(self, inputs, state):
        x = convert(inputs)
        self._features(input_size(x))
        for way in ("fwd", "bwd"):
            with variable_scope(way):
                for block in range(len(self._num_frequency_blocks)):
                    self._make_weights(block, x.dtype)
        return self._made(x)


NTMControllerState = collections.namedtuple(
    "NTMControllerState", ("controller_state", "read_vector_list", "w_list", "M", "time")
)


class NTMCell(LayerRNNCell):
    def __init__(
        self,
        controller,
        memory_size,
        memory_vector_dim,
        read_head_num,
        write_head_num,
        shift_range=1,
        output_dim=None,
        clip_value=20,
        dtype="float32",
        name=None,
    ):
        RNNCell.__init__(self, dtype=dtype, name=name)
        assert_like_rnncell("NTM RNN controller cell", controller)
        self.controller = controller
        self.memory_size = memory_size
        self.memory_vector_dim = memory_vector_dim
        self.read_head_num = read_head_num
        self.write_head_num = write_head_num
        self.output_dim = output_dim
        self.num_heads = read_head_num + write_head_num
        self.total_parameter_num = (
            memory_vector_dim + 2 * shift_range + 4
        ) * self.num_heads + memory_vector_dim * 2 * write_head_num

    @property
    def state_size(self):
        return NTMControllerState(
            controller_state=self.controller.state_size,
            read_vector_list=[self.memory_vector_dim] * self.read_head_num,
            w_list=[self.memory_size] * self.num_heads,
            M=TensorShape([self.memory_size * self.memory_vector_dim]),
            time=TensorShape([]),
        )

    @property
    def output_size(self):
        return self.output_dim

    def build(self, inputs_shape):
        if self.output_dim is None:
            self.output_dim = depth_of(inputs_shape, 1)
        size, width = self.controller.output_size, self.memory_vector_dim
        normal, zero = _init_ops.TruncatedNormal(), _init_ops.Constant(0.0)
        self._params_kernel = self.add_weight(
            "parameters_kernel", shape=[size, self.total_parameter_num], initializer=normal
        )
        self._params_bias = self.add_weight(
            "parameters_bias", shape=[self.total_parameter_num], initializer=zero
        )
        self._output_kernel = self.add_weight(
            "output_kernel",
            shape=[size + width * self.read_head_num, self.output_dim],
            initializer=normal,
        )
        self._output_bias = self.add_weight(
            "output_bias", shape=[self.output_dim], initializer=zero
        )
        self._init_read_vectors = [
            self.add_weight("initial_read_vector_%d" % i, shape=[1, width])
            for i in range(self.read_head_num)
        ]
        self._init_address_weights = [
            self.add_weight("initial_address_weights_%d" % i, shape=[1, self.memory_size])
            for i in range(self.num_heads)
        ]
        self._M = self.add_weight("memory", shape=[self.memory_size, width], initializer=zero)
        self.built = True

    def call(self, x, prev_state):
        x = convert(x)
        dtype = base_dtype(x)
        depth = input_size(x) + self.memory_vector_dim * self.read_head_num
        controller_input = create("ConcatV2", "concat", rows(depth, x), dtype=dtype)
        _, controller_state = self.controller(controller_input, prev_state.controller_state)
        state = NTMControllerState(
            controller_state=controller_state,
            read_vector_list=[
                create("Sum", "Sum", rows(self.memory_vector_dim, x), dtype=dtype)
                for _ in range(self.read_head_num)
            ],
            w_list=[
                create("RealDiv", "truediv", rows(self.memory_size, x), dtype=dtype)
                for _ in range(self.num_heads)
            ],
            M=create(
                "AddV2",
                "add",
                rows(1, x)[:1] + (self.memory_size, self.memory_vector_dim),
                dtype=dtype,
            ),
            time=prev_state.time + 1,
        )
        return create("Maximum", "clip_by_value", rows(self.output_dim, x), dtype=dtype), state

    def zero_state(self, batch_size, dtype):
        return NTMControllerState(
            controller_state=self.controller.zero_state(batch_size, dtype),
            read_vector_list=[
                zeros([batch_size, self.memory_vector_dim]) for _ in range(self.read_head_num)
            ],
            w_list=[zeros([batch_size, self.memory_size]) for _ in range(self.num_heads)],
            M=zeros([batch_size, self.memory_size, self.memory_vector_dim]),
            time=0,
        )
