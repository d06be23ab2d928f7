"""`tf.keras.layers`."""

from tensorflow.keras._attention import *
from tensorflow.keras._cells import AbstractRNNCell, ConvLSTM2DCell, GRUCell, LSTMCell, SimpleRNNCell, StackedRNNCells
from tensorflow.keras._conv import *
from tensorflow.keras._core import *
from tensorflow.keras._elementwise import *
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer
from tensorflow.keras._local import *
from tensorflow.keras._merge import *
from tensorflow.keras._merge import maximum_ as maximum
from tensorflow.keras._merge import minimum_ as minimum
from tensorflow.keras._network import Input, InputLayer
from tensorflow.keras._norm import *
from tensorflow.keras._pool import *
from tensorflow.keras._recurrent import RNN, GRU, LSTM, ConvLSTM2D, CuDNNGRU, CuDNNLSTM, SimpleRNN
from tensorflow.keras._resizing import *
from tensorflow.keras._wrappers import Bidirectional, TimeDistributed, Wrapper
from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    if name == "DenseFeatures":
        return __import__("tensorflow._feature_layers", None, None, ["*"]).DenseFeatures
    return _lookup("keras.layers." + name)
