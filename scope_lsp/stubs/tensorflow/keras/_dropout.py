"""`tf.keras.layers`: dropout.

Modelled on keras/layers/core.py of TensorFlow 1.15.5.
"""

from tensorflow._array_ops import identity, shape
from tensorflow._nn_ops import dropout as nn_dropout
from tensorflow.keras import _state
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer
from tensorflow.keras._shapes import smart_cond


class Dropout(Layer):
    supports_masking = True

    def __init__(self, rate, noise_shape=None, seed=None, **kwargs):
        super(Dropout, self).__init__(**kwargs)
        self.rate = rate
        self.noise_shape = noise_shape
        self.seed = seed

    def _get_noise_shape(self, inputs):
        return self.noise_shape

    def call(self, inputs, training=None):
        if training is None:
            training = _state.learning_phase()

        def dropped():
            return nn_dropout(
                inputs, noise_shape=self._get_noise_shape(inputs), seed=self.seed, rate=self.rate
            )

        return smart_cond(training, dropped, lambda: identity(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape


class SpatialDropout1D(Dropout):
    _ndim = 3

    def __init__(self, rate, **kwargs):
        Dropout.__init__(self, rate, **kwargs)
        self.input_spec = InputSpec(ndim=self._ndim)

    def _get_noise_shape(self, inputs):
        whole = shape(inputs)
        return (whole[0],) + (1,) * (self._ndim - 2) + (whole[self._ndim - 1],)


class SpatialDropout2D(SpatialDropout1D):
    _ndim = 4

    def __init__(self, rate, data_format=None, **kwargs):
        SpatialDropout1D.__init__(self, rate, **kwargs)
        self.data_format = _state.data_format_of(data_format)

    def _get_noise_shape(self, inputs):
        whole = shape(inputs)
        ones = (1,) * (self._ndim - 2)
        return (
            (whole[0], whole[1]) + ones
            if self.data_format == "channels_first"
            else (whole[0],) + ones + (whole[self._ndim - 1],)
        )


class SpatialDropout3D(SpatialDropout2D):
    _ndim = 5
