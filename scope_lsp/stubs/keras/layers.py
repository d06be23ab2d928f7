"""`keras.layers`.

Modelled on keras/layers/__init__.py of Keras 2.2.4.
"""

import _scope_lsp

from keras._shared.layers import *
from keras._core import *
from keras._network import Input, InputLayer
from keras._norm import BatchNormalization
from keras._old_names import add_old_names as _add_old_names
from keras._old_names import merge
from keras._recurrent import ConvLSTM2D
from keras._shared import layers as _shared

_add_old_names(globals())

AtrousConvolution1D = Convolution1D = Conv1D
AtrousConvolution2D = Convolution2D = Conv2D
Convolution3D = Conv3D
Deconvolution2D = Convolution2DTranspose = Conv2DTranspose
SeparableConvolution2D = SeparableConv2D

_HERE = (
    "advanced_activations convolutional convolutional_recurrent core cudnn_recurrent embeddings "
    "local noise"
    " normalization pooling recurrent wrappers"
).split()


def serialize(layer):
    return {"class_name": layer.__class__.__name__, "config": layer.get_config()}


def deserialize(config, custom_objects=None):
    found = dict(globals(), **(custom_objects or {})).get(config["class_name"])
    return (
        _scope_lsp.unknown("a layer by name")
        if found is None
        else found.from_config(config["config"])
    )


def __getattr__(name):
    if name in _HERE:
        return __import__("keras.layers", fromlist=["*"])
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown_code("keras.layers." + name + " is not modelled", True)
