"""`tf.keras.layers`: the recurrent layers that are one op of CuDNN.

Modelled on keras/layers/cudnn_recurrent.py of TensorFlow 1.15.5.
"""

from tensorflow._shape import UNSURE, as_dim
from tensorflow._tensor import Tensor, base_dtype, convert
from tensorflow.keras import _cells, initializers, regularizers
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer
from tensorflow.keras._recurrent import _ENDS, _LOOP, RNN
from tensorflow.keras._shapes import axis_dim, weight_dim


class _NoCell:
    """Stands for the cell that the one op of a CuDNN layer has inside."""

    def __init__(self, state_size):
        self.state_size = state_size


_CUDNN = [name for name in _cells._COMMON if not name.endswith("dropout")]


class _CuDNN(RNN):
    supports_masking = False
    _gates = 3
    _count = 1

    def __init__(self, *args, **kwargs):
        given = dict(zip(self._names, args))
        for name in self._names:
            if name in kwargs:
                given[name] = kwargs.pop(name)
        loop = {name: given[name] for name in _LOOP if name in given}
        self.units = given["units"]
        RNN.__init__(
            self,
            _NoCell(self.units if self._count == 1 else (self.units,) * self._count),
            **loop,
            **kwargs,
        )
        self._given = given
        self._activity_regularizer = regularizers.get(given.get("activity_regularizer"))
        self.input_spec = InputSpec(ndim=3)

    def get_config(self):
        config = dict(Layer.get_config(self), **self._given)
        config.pop("cell", None)
        return config

    def build(self, input_shape):
        RNN.build(self, input_shape)
        shape = input_shape[0] if isinstance(input_shape, list) else input_shape
        last = weight_dim(axis_dim(shape, -1))
        width = self.units * self._gates
        given = self._given
        self.kernel = self.add_weight(
            "kernel",
            (last, width),
            None,
            initializer=initializers.get(given.get("kernel_initializer", "glorot_uniform")),
            regularizer=given.get("kernel_regularizer"),
            trainable=None,
            constraint=given.get("kernel_constraint"),
        )
        self.recurrent_kernel = self.add_weight(
            "recurrent_kernel",
            (self.units, width),
            None,
            initializer=initializers.get(given.get("recurrent_initializer", "orthogonal")),
            regularizer=given.get("recurrent_regularizer"),
            trainable=None,
            constraint=given.get("recurrent_constraint"),
        )
        self.bias = self.add_weight(
            "bias",
            (width * 2,),
            None,
            initializer=initializers.get(given.get("bias_initializer", "zeros")),
            regularizer=given.get("bias_regularizer"),
            trainable=None,
            constraint=given.get("bias_constraint"),
        )
        self.built = True

    def call(self, inputs, mask=None, training=None, initial_state=None):
        if isinstance(inputs, list):
            inputs, initial_state = inputs[0], inputs[1:] or None
        x = convert(inputs)
        batch = x._dims[0] if isinstance(x._dims, tuple) and x._dims else UNSURE
        output = Tensor(
            x._op_name,
            "CudnnRNN",
            (batch, as_dim(self.units)),
            dtype=base_dtype(x),
            inputs=(x, self.kernel, self.recurrent_kernel, self.bias),
        )
        states = [output] * self._count
        if initial_state is not None:
            states = [
                Tensor(x._op_name, "CudnnRNN", state._dims, dtype=output._dtype, inputs=(output,))
                for state in initial_state
            ]
        return self._result(x, output, states)


class CuDNNGRU(_CuDNN):
    _names = tuple(["units"] + _CUDNN[:6] + ["activity_regularizer"] + _CUDNN[6:] + _ENDS[:4])


class CuDNNLSTM(_CuDNN):
    _names = tuple(
        ["units"]
        + _CUDNN[:3]
        + ["unit_forget_bias"]
        + _CUDNN[3:6]
        + ["activity_regularizer"]
        + _CUDNN[6:]
        + _ENDS[:4]
    )
    _gates = 4
    _count = 2
