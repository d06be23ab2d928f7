"""`tf.strings`."""

from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _lookup("strings." + name)
