"""`tf.contrib.cudnn_rnn`: layers that run whole stacks of cells as one op.

Modelled on contrib/cudnn_rnn/python/layers/cudnn_rnn.py and ops/cudnn_rnn_ops.py of
TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, _init_ops
from tensorflow._get_variable import get_variable
from tensorflow._layers_base import InputSpec, Layer
from tensorflow._rnn_cells import GRUCell, depth_of
from tensorflow._shape import UNSURE, as_dim, as_dims, dim_op
from tensorflow._tensor import base_dtype, convert, create, create_many, dtype_of
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.rnn._block_cells import LSTMBlockCell


class _CudnnRNN(Layer):
    _rnn_mode = None
    _states = 1

    def __init__(
        self,
        num_layers,
        num_units,
        input_mode="linear_input",
        direction="unidirectional",
        dropout=0.0,
        seed=None,
        dtype=_dtypes.float32,
        kernel_initializer=None,
        bias_initializer=None,
        name=None,
    ):
        Layer.__init__(self, dtype=dtype, name=name)
        if _scope_lsp.is_known(direction) and direction not in ("unidirectional", "bidirectional"):
            raise ValueError(
                "Invalid direction: %s, expect %s or %s"
                % (direction, "unidirectional", "bidirectional")
            )
        self._plain_dtype = dtype
        self._num_layers = num_layers
        self._num_units = num_units
        self._input_mode = input_mode
        self._direction = direction
        self._input_size = None

    @property
    def num_layers(self):
        return self._num_layers

    @property
    def num_units(self):
        return self._num_units

    @property
    def input_mode(self):
        return self._input_mode

    @property
    def input_size(self):
        if self._input_size is None:
            raise ValueError("'input_size' is unknown since layer has not been built.")
        return self._input_size

    @property
    def rnn_mode(self):
        return self._rnn_mode

    @property
    def direction(self):
        return self._direction

    @property
    def num_dirs(self):
        if not _scope_lsp.is_known(self._direction):
            return _scope_lsp.unknown("the number of directions")
        return 1 if self._direction == "unidirectional" else 2

    @property
    def saveable(self):
        return _scope_lsp.unknown("the saveable of a cudnn layer")

    def state_shape(self, batch_size):
        return ([self.num_layers * self.num_dirs, batch_size, self.num_units],) * self._states

    def build(self, input_shape):
        if self.built:
            return
        dims = as_dims(input_shape)
        if isinstance(dims, tuple):
            if len(dims) != 3:
                raise ValueError("Expecting input_shape with 3 dims, got %d" % len(dims))
            if dims[-1] is None:
                raise ValueError(
                    "The last dimension of the inputs to `CudnnRNN` should be defined. Found "
                    "`None`."
                )
        self._input_size = depth_of(input_shape)
        self.input_spec = InputSpec(ndim=3)
        self._set_scope(None)
        with variable_scope(self._scope, reuse=self.built):
            params = create(
                "CudnnRNNCanonicalToParams", None, None, dtype=dtype_of(self._plain_dtype)
            )
            self.kernel = get_variable(
                "opaque_kernel", dtype=self._plain_dtype, initializer=params, validate_shape=False
            )
        self._trainable_weights.append(self.kernel)
        self.built = True

    def call(
        self, inputs, initial_state=None, sequence_lengths=None, time_major=True, training=True
    ):
        if (
            _scope_lsp.is_known(initial_state)
            and initial_state is not None
            and not isinstance(initial_state, tuple)
        ):
            raise TypeError("Invalid initial_state type: %s, expecting tuple." % initial_state)
        x = convert(inputs)
        dims, dtype = x._dims, base_dtype(x)
        size = dim_op(lambda a, b: a * b, as_dim(self._num_units), as_dim(self.num_dirs))
        state_dims = (
            dim_op(lambda a, b: a * b, as_dim(self._num_layers), as_dim(self.num_dirs)),
            UNSURE,
            as_dim(self._num_units),
        )
        if isinstance(dims, tuple) and len(dims) == 3:
            batch = (
                UNSURE
                if not _scope_lsp.is_known(time_major)
                else (dims[1] if time_major else dims[0])
            )
            state_dims = (state_dims[0], batch, state_dims[2])
            dims = dims[:2] + (size,)
        outputs = create_many(
            "CudnnRNN", None, [(dims, dtype), (state_dims, dtype), (state_dims, dtype)]
        )
        return outputs[0], tuple(outputs[1 : 1 + self._states])


class CudnnLSTM(_CudnnRNN):
    _rnn_mode = "lstm"
    _states = 2


class CudnnGRU(_CudnnRNN):
    _rnn_mode = "gru"


class CudnnRNNTanh(_CudnnRNN):
    _rnn_mode = "rnn_tanh"


class CudnnRNNRelu(_CudnnRNN):
    _rnn_mode = "rnn_relu"


class CudnnCompatibleLSTMCell(LSTMBlockCell):
    def __init__(self, num_units, reuse=None):
        LSTMBlockCell.__init__(
            self, num_units, forget_bias=0, reuse=reuse, name="cudnn_compatible_lstm_cell"
        )


class CudnnCompatibleGRUCell(GRUCell):
    def __init__(self, num_units, reuse=None, kernel_initializer=None):
        GRUCell.__init__(self, num_units, None, reuse=reuse, kernel_initializer=kernel_initializer)

    def build(self, inputs_shape):
        units, kernel, bias = self._num_units, self._kernel_initializer, self._bias_initializer
        depth = depth_of(inputs_shape, 1)
        self._gate_kernel = self.add_weight(
            "gates/kernel", shape=[depth + units, 2 * units], initializer=kernel
        )
        self._gate_bias = self.add_weight(
            "gates/bias",
            shape=[2 * units],
            initializer=_init_ops.Constant(1.0) if bias is None else bias,
        )
        self._candidate_input_kernel = self.add_weight(
            "candidate/input_projection/kernel", shape=[depth, units], initializer=kernel
        )
        self._candidate_hidden_kernel = self.add_weight(
            "candidate/hidden_projection/kernel", shape=[units, units], initializer=kernel
        )
        zero = _init_ops.Zeros() if bias is None else bias
        self._candidate_input_bias = self.add_weight(
            "candidate/input_projection/bias", shape=[units], initializer=zero
        )
        self._candidate_hidden_bias = self.add_weight(
            "candidate/hidden_projection/bias", shape=[units], initializer=zero
        )
        self.built = True


def __getattr__(name):
    return _lookup("contrib.cudnn_rnn." + name)
