"""`tf.keras.layers`."""

from tensorflow.keras._conv import *
from tensorflow.keras._core import *
from tensorflow.keras._layer import InputSpec, Layer
from tensorflow.keras._norm import *
from tensorflow.keras._pool import *
from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _lookup("keras.layers." + name)
