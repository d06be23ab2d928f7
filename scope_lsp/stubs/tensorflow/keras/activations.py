"""`tf.keras.activations`: functions of tensors, found by name.

Modelled on keras/activations.py and keras/backend.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._math_ops import add, exp, multiply
from tensorflow._math_ops import clip_by_value as _clip
from tensorflow._math_ops import sigmoid as _sigmoid
from tensorflow._math_ops import tanh as _tanh
from tensorflow._nn_ops import elu as _elu
from tensorflow._nn_ops import leaky_relu as _leaky_relu
from tensorflow._nn_ops import relu as _relu
from tensorflow._nn_ops import relu6 as _relu6
from tensorflow._nn_ops import selu as _selu
from tensorflow._nn_ops import softmax as _softmax
from tensorflow._nn_ops import softplus as _softplus
from tensorflow._nn_ops import softsign as _softsign
from tensorflow._tensor import base_dtype, constant, convert, create


def softmax(x, axis=-1):
    return _softmax(x, axis=axis)


def elu(x, alpha=1.0):
    return _elu(x)


def relu(x, alpha=0.0, max_value=None, threshold=0):
    if (
        not _scope_lsp.is_known(alpha)
        or alpha != 0.0
        or not _scope_lsp.is_known(threshold)
        or threshold != 0
    ):
        return _leaky_relu(x, alpha=alpha)
    if max_value is None:
        return _relu(x)
    return (
        _relu6(x)
        if _scope_lsp.is_known(max_value) and max_value == 6
        else _clip(_relu(x), 0.0, max_value)
    )


def selu(x):
    return _selu(x)


def softplus(x):
    return _softplus(x)


def softsign(x):
    return _softsign(x)


def tanh(x):
    return _tanh(x)


def sigmoid(x):
    return _sigmoid(x)


def exponential(x):
    return exp(x)


def hard_sigmoid(x):
    x = convert(x)
    dtype = base_dtype(x)
    return _clip(add(multiply(constant(0.2, dtype), x), constant(0.5, dtype)), 0.0, 1.0)


def linear(x):
    return x


_BY_NAME = {
    "softmax": softmax,
    "elu": elu,
    "selu": selu,
    "softplus": softplus,
    "softsign": softsign,
    "relu": relu,
    "tanh": tanh,
    "sigmoid": sigmoid,
    "exponential": exponential,
    "hard_sigmoid": hard_sigmoid,
    "linear": linear,
}


def serialize(activation):
    return getattr(activation, "__name__", activation)


def deserialize(name, custom_objects=None):
    if _scope_lsp.is_known(name) and custom_objects and name in custom_objects:
        return custom_objects[name]
    return (
        _BY_NAME.get(name, _scope_lsp.unknown("an activation by name"))
        if _scope_lsp.is_known(name)
        else name
    )


def get(identifier):
    if not _scope_lsp.is_known(identifier):
        return identifier
    if identifier is None:
        return linear
    return deserialize(identifier) if isinstance(identifier, str) else identifier
