"""`tf.nn.rnn_cell`, and what its module has besides."""

from tensorflow import _dtypes
from tensorflow._array_ops import expand_dims
from tensorflow._array_joins import concat
from tensorflow._lstm_cells import BasicLSTMCell, LSTMCell, LSTMStateTuple
from tensorflow._rnn_cells import BasicRNNCell, GRUCell, LayerRNNCell, RNNCell, assert_like_rnncell
from tensorflow._rnn_cells import zero_states as _zero_state_tensors
from tensorflow._rnn_wrappers import DeviceWrapper, DropoutWrapper, MultiRNNCell, ResidualWrapper
from tensorflow._shape import as_shape
from tensorflow._tensor import constant, is_tensor
from tensorflow._unmodelled import lookup as _lookup

_WEIGHTS_VARIABLE_NAME = "kernel"
_BIAS_VARIABLE_NAME = "bias"


def _parts(value):
    """The sizes that a number, a shape or a tensor stands for, and the tensor of them."""
    if is_tensor(value):
        sizes = None if value._value is None else as_shape(value._value).as_list()
        return sizes, expand_dims(value, 0) if value.shape.ndims == 0 else value
    shape = as_shape(value)
    sizes = shape.as_list() if shape.ndims is not None else None
    return sizes, constant(sizes, _dtypes.int32) if shape.is_fully_defined() else None


def _concat(prefix, suffix, static=False):
    p_static, p = _parts(prefix)
    s_static, s = _parts(suffix)
    if static:
        shape = as_shape(p_static).concatenate(s_static)
        return shape.as_list() if shape.ndims is not None else None
    if p is None or s is None:
        raise ValueError("Provided a prefix or suffix of None: %s and %s" % (prefix, suffix))
    return concat((p, s), 0)


def __getattr__(name):
    return _lookup("nn.rnn_cell." + name)
