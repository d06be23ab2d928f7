"""`tf.keras.regularizers`: a penalty for each weight that has one.

Modelled on keras/regularizers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._math_ops import abs_, square
from tensorflow._reductions import reduce_sum
from tensorflow._tensor import constant
from tensorflow.keras import _state


class Regularizer:
    def __call__(self, x):
        return 0.0

    def get_config(self):
        return dict(self.__dict__)

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class L1L2(Regularizer):
    def __init__(self, l1=0.0, l2=0.0):
        self.l1 = l1
        self.l2 = l2

    def __call__(self, x):
        if not self.l1 and not self.l2:
            return constant(0.0, _state.floatx())
        regularization = 0.0
        if self.l1:
            regularization += reduce_sum(self.l1 * abs_(x))
        if self.l2:
            regularization += reduce_sum(self.l2 * square(x))
        return regularization


def l1(l=0.01):  # noqa: E741
    return L1L2(l1=l)


def l2(l=0.01):  # noqa: E741
    return L1L2(l2=l)


def l1_l2(l1=0.01, l2=0.01):
    return L1L2(l1=l1, l2=l2)


_BY_NAME = {"l1": l1, "l2": l2, "l1_l2": l1_l2, "L1L2": L1L2}


def serialize(regularizer):
    return regularizer


def deserialize(config, custom_objects=None):
    if not _scope_lsp.is_known(config):
        return config
    name, arguments = (
        (config.get("class_name"), config.get("config", {}))
        if isinstance(config, dict)
        else (config, {})
    )
    if custom_objects and name in custom_objects:
        return custom_objects[name]
    return (
        _BY_NAME[name](**arguments)
        if name in _BY_NAME
        else _scope_lsp.unknown("a regularizer by name")
    )


def get(identifier):
    if not _scope_lsp.is_known(identifier) or identifier is None:
        return identifier
    return deserialize(identifier) if isinstance(identifier, (str, dict)) else identifier
