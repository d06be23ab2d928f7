"""`tf.keras.experimental`: a cell with peepholes and a linear model.

Modelled on keras/layers/recurrent.py and keras/premade/linear.py of TensorFlow 1.15.5.
"""

from tensorflow._feature_layers import SequenceFeatures
from tensorflow._nn_ops import bias_add
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.keras import activations, initializers, regularizers
from tensorflow.keras._cells import LSTMCell
from tensorflow.keras._core import Dense
from tensorflow.keras.models import Model


class PeepholeLSTMCell(LSTMCell):
    def build(self, input_shape):
        super(PeepholeLSTMCell, self).build(input_shape)
        for gate in ("input", "forget", "output"):
            name = gate + "_gate_peephole_weights"
            setattr(
                self,
                name,
                self.add_weight(name, (self.units,), initializer=self.kernel_initializer),
            )


class LinearModel(Model):
    def __init__(
        self,
        units=1,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        **kwargs,
    ):
        super(LinearModel, self).__init__(**kwargs)
        self.units = units
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)

    def build(self, input_shape):
        self.dense_layers = []
        for _ in input_shape if isinstance(input_shape, list) else [input_shape]:
            self.dense_layers.append(
                Dense(
                    self.units,
                    use_bias=False,
                    kernel_initializer=self.kernel_initializer,
                    kernel_regularizer=self.kernel_regularizer,
                )
            )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(
                "bias",
                self.units,
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
            )

    def call(self, inputs):
        inputs = list(inputs) if isinstance(inputs, (tuple, list)) else [inputs]
        if len(inputs) != len(self.dense_layers):
            raise ValueError(
                "Expected {} inputs, but got {} inputs".format(len(self.dense_layers), len(inputs))
            )
        result = None
        for value, layer in zip(inputs, self.dense_layers):
            output = layer(value)
            result = output if result is None else result + output
        if self.use_bias:
            result = bias_add(result, self.bias)
        return result if self.activation is None else self.activation(result)


def __getattr__(name):
    return _lookup("keras.experimental." + name)
