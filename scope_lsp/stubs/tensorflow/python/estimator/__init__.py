"""tensorflow.python.estimator: its modules are aliases of the public ones (METADATA.toml)."""

from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _lookup("python.estimator." + name)
