"""`keras.engine` and the modules below it."""

import _scope_lsp

from keras._history import Node
from keras._inputs import InputSpec, int_shape
from keras._layer import Layer
from keras._network import Container, Input, InputLayer, Network
from keras._sequential import Sequential
from keras._shared.utils import get_source_inputs
from keras._training import Model

_HERE = (
    "base_layer input_layer network saving sequential topology training training_utils "
    "training_arrays training_generator"
).split()


def _to_list(x, allow_tuple=False):
    return list(x) if isinstance(x, list) or allow_tuple and isinstance(x, tuple) else [x]


to_list = _to_list


def disable_tracking(function):
    return function


def __getattr__(name):
    if name in _HERE:
        return __import__("keras.engine", fromlist=["*"])
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown_code("keras.engine." + name + " is not modelled", False)
