"""`tf.contrib.training`."""

from tensorflow.contrib.training._hparam import HParams, parse_values
from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _lookup("contrib.training." + name)
