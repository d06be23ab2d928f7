"""`keras.models`.

Modelled on keras/models.py of Keras 2.2.4.
"""

import _scope_lsp

from keras._cloning import clone_model
from keras._network import Input, InputLayer, Network
from keras._sequential import Sequential
from keras._shared.models import model_from_json
from keras._training import Model

model_from_yaml = model_from_config = model_from_json


def load_model(filepath, custom_objects=None, compile=True):
    _scope_lsp.give_up("a model that is loaded from a file")
    return _scope_lsp.unknown("a model that is loaded from a file")


def save_model(model, filepath, overwrite=True, include_optimizer=True):
    return None


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown_code("keras.models." + name + " is not modelled", False)
