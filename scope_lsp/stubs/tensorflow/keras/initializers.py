"""`tf.keras.initializers`.

Modelled on keras/initializers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._init_ops import (
    Constant,
    GlorotNormal,
    GlorotUniform,
    Identity,
    Initializer,
    Ones,
    Orthogonal,
    VarianceScaling,
    Zeros,
    he_normal,
    he_uniform,
    lecun_normal,
    lecun_uniform,
)
from tensorflow._dtypes import float32
from tensorflow._init_ops import RandomNormal as _RandomNormal
from tensorflow._init_ops import RandomUniform as _RandomUniform
from tensorflow._init_ops import TruncatedNormal as _TruncatedNormal


class RandomNormal(_RandomNormal):
    def __init__(self, mean=0.0, stddev=0.05, seed=None, dtype=float32):
        _RandomNormal.__init__(self, mean, stddev, seed=seed, dtype=dtype)


class RandomUniform(_RandomUniform):
    def __init__(self, minval=-0.05, maxval=0.05, seed=None, dtype=float32):
        _RandomUniform.__init__(self, minval, maxval, seed=seed, dtype=dtype)


class TruncatedNormal(_TruncatedNormal):
    def __init__(self, mean=0.0, stddev=0.05, seed=None, dtype=float32):
        _TruncatedNormal.__init__(self, mean, stddev, seed=seed, dtype=dtype)


zero = zeros = Zeros
one = ones = Ones
constant = Constant
uniform = random_uniform = RandomUniform
normal = random_normal = RandomNormal
truncated_normal = TruncatedNormal
identity = Identity
orthogonal = Orthogonal
glorot_normal = GlorotNormal
glorot_uniform = GlorotUniform


def serialize(initializer):
    return initializer


def deserialize(config, custom_objects=None):
    if not _scope_lsp.is_known(config):
        return config
    if isinstance(config, dict):
        made = _named(config.get("class_name"), custom_objects)
        return made(**config.get("config", {})) if _scope_lsp.is_known(made) else made
    made = _named(config, custom_objects)
    return (
        made()
        if isinstance(made, type) or made in (he_normal, he_uniform, lecun_normal, lecun_uniform)
        else made
    )


def _named(name, custom_objects):
    if custom_objects and name in custom_objects:
        return custom_objects[name]
    found = globals().get(name)
    return _scope_lsp.unknown("an initializer by name") if found is None else found


def get(identifier):
    if not _scope_lsp.is_known(identifier) or identifier is None:
        return identifier
    if isinstance(identifier, (str, dict)):
        return deserialize(identifier)
    return _scope_lsp.call_back(identifier) if isinstance(identifier, type) else identifier
