"""`tf.nn.rnn_cell`, and what its module has besides."""

from tensorflow._rnn_cells import BasicLSTMCell, BasicRNNCell, GRUCell, LayerRNNCell, LSTMCell, LSTMStateTuple, RNNCell, assert_like_rnncell
from tensorflow._rnn_cells import zero_states as _zero_state_tensors
from tensorflow._rnn_wrappers import DeviceWrapper, DropoutWrapper, MultiRNNCell, ResidualWrapper
from tensorflow._unmodelled import lookup as _lookup

_WEIGHTS_VARIABLE_NAME = "kernel"
_BIAS_VARIABLE_NAME = "bias"


def __getattr__(name):
    if name in ("_Linear", "_linear"):
        raise AttributeError(name)  # of earlier versions: programs try them and have their own
    return _lookup("nn.rnn_cell." + name)
