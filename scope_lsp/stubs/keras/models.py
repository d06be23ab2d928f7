"""`keras.models`.

Modelled on keras/models.py of Keras 2.2.4.
"""

import _scope_lsp

from keras._cloning import clone_model
from keras._network import Input, InputLayer, Network
from keras._sequential import Sequential
from keras._shared.models import load_model, model_from_json
from keras._training import Model

model_from_yaml = model_from_config = model_from_json


def save_model(model, filepath, overwrite=True, include_optimizer=True):
    return None


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown_code("keras.models." + name + " is not modelled", False)
