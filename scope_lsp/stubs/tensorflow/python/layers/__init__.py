"""tensorflow.python.layers: its modules are aliases of the public ones (METADATA.toml)."""

from tensorflow._unmodelled import lookup


def __getattr__(name):
    return lookup("python.layers." + name)
