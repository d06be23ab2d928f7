"""`tf.strings`."""

from tensorflow._unmodelled import lookup


def __getattr__(name):
    return lookup("strings." + name)
