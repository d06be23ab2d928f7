"""`tf.keras` in graph mode; its modules are loaded when they are first asked for."""

from tensorflow._unmodelled import lookup as _lookup

_MODULES = (
    "activations applications backend callbacks constraints datasets experimental initializers "
    "layers losses metrics"
    " models optimizers preprocessing regularizers utils"
).split()
__version__ = "2.2.4-tf"


def __getattr__(name):
    if name in _MODULES:
        return __import__("tensorflow.keras." + name, fromlist=["*"])
    if name in ("Input", "Model", "Sequential"):
        return getattr(__import__("tensorflow.keras.models", fromlist=["*"]), name)
    return _lookup("keras." + name)
