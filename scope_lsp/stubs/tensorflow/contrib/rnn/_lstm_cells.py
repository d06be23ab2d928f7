"""The kinds of LSTM cells of `tf.contrib.rnn` whose weights are got when they are called.

Modelled on contrib/rnn/python/ops/rnn_cell.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._get_variable import get_variable
from tensorflow._lstm_cells import LSTMBase, LSTMStateTuple
from tensorflow._rnn_cells import RNNCell, activation_of, rows, run_ops
from tensorflow._shape import UNSURE, TensorShape, as_dims, is_int
from tensorflow._tensor import base_dtype, convert, create, create_many
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow.contrib.rnn._linear import Linear

_zeros = _init_ops.Zeros()


def normed(gain, shift, x, name, dtype=None):
    """Layer normalisation in a scope of its own, of weights that the cell makes."""
    from tensorflow.contrib.layers import layer_norm  # few programs need it

    dims = x._dims
    shape = (
        list(dims[-1:])
        if isinstance(dims, tuple) and dims[-1:] != (UNSURE,)
        else [_scope_lsp.unknown("the size of a layer")]
    )
    with variable_scope(name):
        get_variable("gamma", shape=shape, initializer=_init_ops.Constant(gain), dtype=dtype)
        get_variable("beta", shape=shape, initializer=_init_ops.Constant(shift), dtype=dtype)
    return layer_norm(x, reuse=True, scope=name)


def sharded(name, shape, dtype, num_shards):
    """_get_sharded_variable: a variable in so many parts by its first axis."""
    if num_shards > shape[0]:
        raise ValueError("Too many shards: shape=%s, num_shards=%d" % (shape, num_shards))
    unit = shape[0] // num_shards
    rest = shape[0] - unit * num_shards
    for i in range(num_shards):
        get_variable(name + "_%d" % i, [unit + 1 if i < rest else unit] + shape[1:], dtype=dtype)
    if num_shards > 1:
        run_ops("concat")


def input_size(x):
    """The size of a cell's input as a shape has it."""
    dims = x._dims
    if isinstance(dims, tuple) and len(dims) == 2:
        if dims[1] is None:
            raise ValueError("Could not infer input size from inputs.get_shape()[-1]")
        if is_int(dims[1]):
            return dims[1]
    return _scope_lsp.unknown("the size of a cell's input")


class GotLSTMCell(LSTMBase):
    """An LSTM cell that is called as cells that are no layers are."""

    def __call__(self, inputs, state, scope=None):
        return RNNCell.__call__(self, inputs, state, scope=scope)


class CoupledInputForgetGateLSTMCell(GotLSTMCell):
    def __init__(
        self,
        num_units,
        use_peepholes=False,
        initializer=None,
        num_proj=None,
        proj_clip=None,
        num_unit_shards=1,
        num_proj_shards=1,
        forget_bias=1.0,
        state_is_tuple=True,
        activation=None,
        reuse=None,
        layer_norm=False,
        norm_gain=1.0,
        norm_shift=0.0,
    ):
        RNNCell.__init__(self, _reuse=reuse)
        self._set_sizes(num_units, num_proj, state_is_tuple)
        self._use_peepholes = use_peepholes
        self._num_unit_shards = num_unit_shards
        self._num_proj_shards = num_proj_shards
        self._activation = activation_of(activation)
        self._layer_norm = layer_norm
        self._norm_gain = norm_gain
        self._norm_shift = norm_shift

    def call(self, inputs, state):
        units = self._num_units
        c, h = self._parts(state)
        x = convert(inputs)
        dtype = x.dtype
        depth = input_size(x) + (units if self._num_proj is None else self._num_proj)
        sharded("W", [depth, 3 * units], dtype, num_shards=self._num_unit_shards)
        get_variable("B", shape=[3 * units], initializer=_zeros, dtype=dtype)
        run_ops("concat MatMul" if self._layer_norm else "concat MatMul BiasAdd")
        dims = rows(units, x, c, h)
        gates = create_many("Split", "split", [(dims, base_dtype(x))] * 3)
        if self._layer_norm:
            for gate, name in zip(gates, ("transform", "forget", "output")):
                normed(self._norm_gain, self._norm_shift, gate, name=name)
        if self._use_peepholes:
            get_variable("W_F_diag", shape=[units], dtype=dtype)
            get_variable("W_O_diag", shape=[units], dtype=dtype)
        self._activation(gates[0])
        new_c = create("AddV2", "add", dims, dtype=base_dtype(x))
        if self._layer_norm:
            new_c = normed(self._norm_gain, self._norm_shift, new_c, name="state")
        new_h = create("Mul", "mul", dims, dtype=base_dtype(x))
        if self._num_proj is not None:
            sharded("W_P", [units, self._num_proj], dtype, num_shards=self._num_proj_shards)
            new_h = create("MatMul", "MatMul_1", rows(self._num_proj, x, c, h), dtype=base_dtype(x))
        return new_h, self._joined(new_c, new_h)


class TimeFreqLSTMCell(RNNCell):
    def __init__(
        self,
        num_units,
        use_peepholes=False,
        cell_clip=None,
        initializer=None,
        num_unit_shards=1,
        forget_bias=1.0,
        feature_size=None,
        frequency_skip=1,
        reuse=None,
    ):
        RNNCell.__init__(self, _reuse=reuse)
        self._num_units = num_units
        self._use_peepholes = use_peepholes
        self._num_unit_shards = num_unit_shards
        self._feature_size = feature_size
        self._frequency_skip = frequency_skip
        self._state_size = 2 * num_units
        self._output_size = num_units

    @property
    def output_size(self):
        return self._output_size

    @property
    def state_size(self):
        return self._state_size

    def call(self, inputs, state):
        units = self._num_units
        x = convert(inputs)
        features = int((input_size(x) - self._feature_size) / self._frequency_skip) + 1
        sharded(
            "W",
            [self._feature_size + 2 * units, 4 * units],
            x.dtype,
            num_shards=self._num_unit_shards,
        )
        names = ("B", "W_F_diag", "W_I_diag", "W_O_diag") if self._use_peepholes else ("B",)
        for name in names:
            get_variable(
                name,
                shape=[4 * units if name == "B" else units],
                initializer=_zeros if name == "B" else None,
                dtype=x.dtype,
            )
        dtype = base_dtype(x)
        return create("ConcatV2", "concat", rows(units * features, x), dtype=dtype), create(
            "ConcatV2", "concat", rows(2 * units * features, x), dtype=dtype
        )


class PhasedLSTMCell(GotLSTMCell):
    def __init__(
        self,
        num_units,
        use_peepholes=False,
        leak=0.001,
        ratio_on=0.1,
        trainable_ratio_on=True,
        period_init_min=1.0,
        period_init_max=1000.0,
        reuse=None,
    ):
        RNNCell.__init__(self, _reuse=reuse)
        self._set_sizes(num_units)
        self._use_peepholes = use_peepholes
        self._ratio_on = ratio_on
        self._trainable_ratio_on = trainable_ratio_on
        self._linear1 = None
        self._linear2 = None
        self._linear3 = None

    def call(self, inputs, state):
        units = self._num_units
        c, h = self._parts(state)
        time, x = inputs
        x = convert(x)
        args = [x, h, c] if self._use_peepholes else [x, h]
        with variable_scope("mask_gates"):
            if self._linear1 is None:
                self._linear1 = Linear(args, 2 * units, True)
            self._linear1(args)
        with variable_scope("new_input"):
            if self._linear2 is None:
                self._linear2 = Linear([x, h], units, True)
            self._linear2([x, h])
        dims = rows(units, x, c, h)
        new_c = create("AddV2", "add", dims, dtype=base_dtype(x))
        args = [x, h, new_c] if self._use_peepholes else [x, h]
        with variable_scope("output_gate"):
            if self._linear3 is None:
                self._linear3 = Linear(args, units, True)
            self._linear3(args)
        get_variable("period", [units], initializer=_init_ops.RandomUniform(1.0, 1000.0))
        get_variable("phase", [units], initializer=_init_ops.RandomUniform(0.0, 1.0))
        get_variable(
            "ratio_on",
            [units],
            initializer=_init_ops.Constant(self._ratio_on),
            trainable=self._trainable_ratio_on,
        )
        new_h = create("AddV2", "add_2", dims, dtype=base_dtype(x))
        return new_h, LSTMStateTuple(create("AddV2", "add_1", dims, dtype=base_dtype(x)), new_h)


class GLSTMCell(GotLSTMCell):
    def __init__(
        self,
        num_units,
        initializer=None,
        num_proj=None,
        number_of_groups=1,
        forget_bias=1.0,
        activation=None,
        reuse=None,
    ):
        RNNCell.__init__(self, _reuse=reuse)
        self._initializer = initializer
        self._activation = activation_of(activation)
        self._number_of_groups = number_of_groups
        if num_units % number_of_groups != 0:
            raise ValueError("num_units must be divisible by number_of_groups")
        if num_proj and num_proj % number_of_groups != 0:
            raise ValueError("num_proj must be divisible by number_of_groups")
        self._set_sizes(num_units, num_proj)
        self._group_shape = [self._output_size // number_of_groups, num_units // number_of_groups]
        self._linear1 = [None] * number_of_groups
        self._linear2 = None

    def call(self, inputs, state):
        units, groups = self._num_units, self._number_of_groups
        c, h = self._parts(state)
        x = convert(inputs)
        size = input_size(x)
        if size % groups != 0:
            raise ValueError(
                "input size (%d) must be divisible by number_of_groups (%d)" % (size, groups)
            )
        dims, dtype = rows(units, x, c, h), base_dtype(x)
        with variable_scope(get_variable_scope(), initializer=self._initializer):
            for i in range(groups):
                with variable_scope("group%d" % i):
                    part = create(
                        "ConcatV2",
                        "concat",
                        rows(size // groups + self._group_shape[0], x),
                        dtype=dtype,
                    )
                    if self._linear1[i] is None:
                        self._linear1[i] = Linear(part, 4 * self._group_shape[1], False)
                    self._linear1[i](part)
            for name in ("bias_i", "bias_j", "bias_f", "bias_o"):
                get_variable(
                    name=name, shape=[units], dtype=x.dtype, initializer=_init_ops.Constant(0.0)
                )
        new_c = create("AddV2", "add", dims, dtype=dtype)
        new_h = create("Mul", "mul", dims, dtype=dtype)
        if self._num_proj is not None:
            with variable_scope("projection"):
                if self._linear2 is None:
                    self._linear2 = Linear(new_h, self._num_proj, False)
                new_h = self._linear2(new_h)
        return new_h, LSTMStateTuple(new_c, new_h)


def _conv(args, filter_size, num_features, bias, bias_start=0.0):
    """A convolution of several images as one, with weights in the scope that is open."""
    images = [convert(each) for each in args]
    depth = 0
    for image in images:
        dims = image._dims
        depth = depth + (
            dims[-1]
            if isinstance(dims, tuple) and dims and is_int(dims[-1])
            else _scope_lsp.unknown("the depth of an image")
        )
    dtype = images[0].dtype
    weights = [get_variable("kernel", filter_size + [depth, num_features], dtype=dtype)]
    if bias:
        start = _init_ops.Constant(bias_start)
        weights.append(get_variable("biases", [num_features], dtype=dtype, initializer=start))
    dims = images[0]._dims
    dims = dims[:-1] + (num_features,) if isinstance(dims, tuple) and dims else UNSURE
    return create("AddV2", "add", dims, dtype=base_dtype(images[0]), inputs=images + weights)


class ConvLSTMCell(RNNCell):
    def __init__(
        self,
        conv_ndims,
        input_shape,
        output_channels,
        kernel_shape,
        use_bias=True,
        skip_connection=False,
        forget_bias=1.0,
        initializers=None,
        name="conv_lstm_cell",
    ):
        RNNCell.__init__(self, name=name)
        if conv_ndims != len(input_shape) - 1:
            raise ValueError(
                "Invalid input_shape {} for conv_ndims={}.".format(input_shape, conv_ndims)
            )
        self._conv_ndims = conv_ndims
        self._output_channels = output_channels
        self._kernel_shape = list(kernel_shape)
        self._use_bias = use_bias
        self._skip_connection = skip_connection
        total = output_channels + input_shape[-1] if skip_connection else output_channels
        size = TensorShape(input_shape[:-1] + [output_channels])
        self._state_size = LSTMStateTuple(size, size)
        self._output_size = TensorShape(input_shape[:-1] + [total])

    @property
    def output_size(self):
        return self._output_size

    @property
    def state_size(self):
        return self._state_size

    def call(self, inputs, state, scope=None):
        cell, hidden = state
        x, hidden = convert(inputs), convert(hidden)
        _conv([x, hidden], self._kernel_shape, 4 * self._output_channels, bias=self._use_bias)
        batch = x._dims[:1] if isinstance(x._dims, tuple) else (UNSURE,)
        new_cell = create("AddV2", "add", batch + as_dims(self._state_size.c), dtype=base_dtype(x))
        output = create("Mul", "mul", batch + as_dims(self._output_size), dtype=base_dtype(x))
        return output, LSTMStateTuple(new_cell, output)


class Conv1DLSTMCell(ConvLSTMCell):
    def __init__(self, name="conv_1d_lstm_cell", **kwargs):
        ConvLSTMCell.__init__(self, conv_ndims=1, name=name, **kwargs)


class Conv2DLSTMCell(ConvLSTMCell):
    def __init__(self, name="conv_2d_lstm_cell", **kwargs):
        ConvLSTMCell.__init__(self, conv_ndims=2, name=name, **kwargs)


class Conv3DLSTMCell(ConvLSTMCell):
    def __init__(self, name="conv_3d_lstm_cell", **kwargs):
        ConvLSTMCell.__init__(self, conv_ndims=3, name=name, **kwargs)
