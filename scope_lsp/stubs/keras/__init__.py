"""`keras`, the package of its own, on TensorFlow 1.

Most of its modules are the text of `tensorflow.keras` (METADATA.toml, mirrors); those beside this
file say what is different.  `keras._shared` holds the text that they stand in front of.

Modelled on Keras 2.2.4 and 2.3.1.
"""

import _scope_lsp

from keras._release import VERSION as __version__

_MODULES = (
    "activations applications backend callbacks constraints datasets engine initializers layers "
    "legacy losses metrics"
    " models optimizers preprocessing regularizers utils wrappers"
).split()
_ALIASES = {"objectives": "losses"}


def __getattr__(name):
    if name in _MODULES or name in _ALIASES:
        return __import__("keras." + _ALIASES.get(name, name), fromlist=["*"])
    if name in ("Input", "Model", "Sequential"):
        return getattr(__import__("keras.models", fromlist=["*"]), name)
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown_code("keras." + name + " is not modelled", False)
