"""tensorflow.python.pywrap_tensorflow: of what is written in C++, the reader of checkpoints."""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow._written_checkpoints import CheckpointReader, NewCheckpointReader


def __getattr__(name):
    return _lookup("python.pywrap_tensorflow." + name)
