"""`tf.keras.experimental`."""

from tensorflow._feature_layers import SequenceFeatures
from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _lookup("keras.experimental." + name)
