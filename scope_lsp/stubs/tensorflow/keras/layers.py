"""`tf.keras.layers`."""

from tensorflow.keras._attention import *
from tensorflow.keras._cells import (
    AbstractRNNCell,
    ConvLSTM2DCell,
    GRUCell,
    LSTMCell,
    SimpleRNNCell,
    StackedRNNCells,
)
from tensorflow.keras._conv import *
from tensorflow.keras._conv_transpose import *
from tensorflow.keras._core import *
from tensorflow.keras._dropout import *
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
from tensorflow.keras._cudnn_recurrent import CuDNNGRU, CuDNNLSTM
from tensorflow.keras._recurrent import RNN, GRU, LSTM, ConvLSTM2D, SimpleRNN
from tensorflow.keras._resizing import *
from tensorflow.keras._separable_conv import *
from tensorflow.keras._serialization import deserialize, serialize
from tensorflow.keras._wrappers import Bidirectional, TimeDistributed, Wrapper
from tensorflow._unmodelled import lookup as _lookup

# The modules of tensorflow.python.keras.layers and tensorflow.python.keras.engine.
_HERE = (
    "advanced_activations base_layer convolutional convolutional_recurrent core cudnn_recurrent "
    "dense_attention"
    " embeddings input_layer input_spec local merge noise normalization pooling "
    "recurrent serialization wrappers"
).split()
_ELSEWHERE = {
    "base_layer_utils": "_state",
    "kernelized": "_kernelized",
    "network": "models",
    "node": "_history",
    "normalization_v2": "_normalization_v2",
    "recurrent_v2": "_recurrent_v2",
    "sequential": "models",
    "training": "models",
}
_NOT_PUBLIC = {
    "BatchNormalizationBase": ("_norm", "BatchNormalization"),
    "BatchNormalizationV2": ("_normalization_v2", "BatchNormalization"),
    "GRUCell_v2": ("_recurrent_v2", "GRUCell"),
    "GRU_v2": ("_recurrent_v2", "GRU"),
    "LSTMCell_v2": ("_recurrent_v2", "LSTMCell"),
    "LSTM_v2": ("_recurrent_v2", "LSTM"),
    "GlobalPooling1D": ("_pool", "_GlobalPooling1D"),
    "GlobalPooling2D": ("_pool", "_GlobalPooling"),
    "GlobalPooling3D": ("_pool", "_GlobalPooling3D"),
    "Pooling1D": ("_pool", "_Pooling1D"),
    "Pooling2D": ("_pool", "_Pooling2D"),
    "Pooling3D": ("_pool", "_Pooling3D"),
    "_Merge": ("_merge", "_Merge"),
}


def __getattr__(name):
    if name in _HERE:
        return __import__("tensorflow.keras.layers", fromlist=["*"])
    if name in _ELSEWHERE:
        return __import__("tensorflow.keras." + _ELSEWHERE[name], fromlist=["*"])
    if name in _NOT_PUBLIC:
        module, cls = _NOT_PUBLIC[name]
        return getattr(__import__("tensorflow.keras." + module, fromlist=["*"]), cls)
    if name == "DenseFeatures":
        return __import__("tensorflow._feature_layers", fromlist=["*"]).DenseFeatures
    return _lookup("keras.layers." + name)
