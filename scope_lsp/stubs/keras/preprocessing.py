"""`keras.preprocessing` and the modules below it: data of known shape, where it is.

Modelled on keras_preprocessing 1.1.0.
"""

import _scope_lsp

from numpy import ndarray

_HERE = ("image", "sequence", "text")


def pad_sequences(
    sequences, maxlen=None, dtype="int32", padding="pre", truncating="pre", value=0.0
):
    count = (
        len(sequences)
        if hasattr(sequences, "__len__")
        else _scope_lsp.unknown("how many sequences there are")
    )
    longest = _scope_lsp.unknown("the length of a sequence") if maxlen is None else maxlen
    return ndarray((count, longest), dtype)


class _Data:
    """What gives data and builds no graph."""

    def __init__(self, *args, **kwargs):
        self.arguments = kwargs

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return _scope_lsp.unknown_code("data is not modelled", False)


class Tokenizer(_Data):
    pass


class ImageDataGenerator(_Data):
    pass


class Iterator(_Data):
    pass


class TimeseriesGenerator(_Data):
    pass


def __getattr__(name):
    if name in _HERE:
        return __import__("keras.preprocessing", fromlist=["*"])
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown_code("keras.preprocessing." + name + " is not modelled", False)
