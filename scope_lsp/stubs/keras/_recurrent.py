"""`keras.layers`: what is different of the recurrent layers.

Modelled on keras/layers/convolutional_recurrent.py of Keras 2.2.4 and 2.3.1.
"""

from tensorflow._constant_ops import zeros
from tensorflow._shape import as_dims
from tensorflow._tensor import dtype_of
from tensorflow._variables import Variable

from keras import _state
from keras._release import IS_2_3
from keras._shared import _recurrent as _shared
from keras._shared._recurrent import _ENDS, _LOOP, GRU, LSTM, RNN, SimpleRNN


class ConvLSTM2D(_shared.ConvLSTM2D):
    """Its first state is a convolution by zeros, which are a variable until 2.2 (K.zeros)."""

    def get_initial_state(self, inputs):
        if not IS_2_3:
            dims = as_dims(self.cell.kernel.shape)
            dtype = dtype_of(_state.floatx())
            Variable(zeros(dims[:-1] + as_dims([self.cell.filters]), dtype), True, dtype=dtype)
        return _shared.ConvLSTM2D.get_initial_state(self, inputs)
