"""tensorflow.python.eager: whether a program runs eagerly is all that is known of it."""

from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _lookup("python.eager." + name)
