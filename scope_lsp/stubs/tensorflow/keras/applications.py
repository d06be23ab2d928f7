"""`tf.keras.applications`: not modelled; its functions give unknown values."""

from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _lookup("keras.applications." + name)
