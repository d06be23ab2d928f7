"""`tf.keras.models`."""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.keras._cloning import (
    _clone_functional_model,
    _clone_sequential_model,
    clone_model,
    share_weights,
)
from tensorflow.keras._compiled_copies import clone_and_build_model
from tensorflow.keras._network import Input, InputLayer, Network
from tensorflow.keras._saved_models import load_model, save_model
from tensorflow.keras._sequential import Sequential
from tensorflow.keras._serialization import deserialize, read
from tensorflow.keras._training import Model


def model_from_json(json_string, custom_objects=None):
    return read(json_string, custom_objects)


def model_from_yaml(yaml_string, custom_objects=None):
    return model_from_json(yaml_string, custom_objects)


def model_from_config(config, custom_objects=None):
    return deserialize(config, custom_objects)


def __getattr__(name):
    return _lookup("keras.models." + name)
