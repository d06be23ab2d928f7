"""`keras.engine` and the modules below it."""

import _scope_lsp

from keras._history import Node
from keras._inputs import InputSpec, int_shape
from keras._layer import Layer
from keras._network import Container, Input, InputLayer, Network
from keras._sequential import Sequential
from keras._training import Model

_HERE = "base_layer input_layer network saving sequential topology training training_utils training_arrays training_generator".split()


def get_source_inputs(tensor, layer=None, node_index=None):
    """The inputs that a tensor comes from."""
    pending, found, seen = [tensor], [], []
    while pending:
        one = pending.pop()
        history = getattr(one, "_keras_history", None)
        if not _scope_lsp.is_known(history) or history is None or _scope_lsp.is_among(one, seen):
            continue
        seen.append(one)
        node = history.layer.inbound_nodes[history.node_index]
        if not node.inbound:
            found.append(one)
        else:
            inputs = node.input_tensors
            pending.extend(reversed(list(inputs) if isinstance(inputs, (list, tuple)) else [inputs]))
    return found


def _to_list(x, allow_tuple=False):
    return list(x) if isinstance(x, list) or allow_tuple and isinstance(x, tuple) else [x]


to_list = _to_list


def disable_tracking(function):
    return function


def __getattr__(name):
    if name in _HERE:
        return __import__("keras.engine", None, None, ["*"])
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown_code("keras.engine." + name + " is not modelled", False)
