"""`tf.keras.applications.imagenet_utils`: what is done to images before and to predictions after.

Modelled on keras_applications/imagenet_utils.py, version 1.0.8.
"""

import _scope_lsp

from tensorflow._tensor import is_tensor
from tensorflow.keras import backend


def preprocess_input(x, data_format=None, mode="caffe", **kwargs):
    if not is_tensor(x):
        return _scope_lsp.unknown("images made ready for a network")
    if mode == "tf":
        return x / 127.5 - 1.0
    return backend.bias_add(
        x[..., ::-1], backend.constant([-103.939, -116.779, -123.68]), data_format
    )


def decode_predictions(preds, top=5, **kwargs):
    return _scope_lsp.unknown("predictions by name")


def of_mode(mode):
    """The `preprocess_input` of a network's module."""

    def preprocess(x, data_format=None, **kwargs):
        return preprocess_input(x, data_format, mode)

    return preprocess
