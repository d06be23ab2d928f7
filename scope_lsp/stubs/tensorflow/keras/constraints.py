"""`tf.keras.constraints`: what optimizers do to a weight after its update.

Modelled on keras/constraints.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._tensor import base_dtype, convert, create


class Constraint:
    def __call__(self, w):
        return w

    def get_config(self):
        return dict(self.__dict__)


class _Scaled(Constraint):
    """One op stands for the arithmetic: neither shape nor dtype changes."""

    def __call__(self, w):
        x = convert(w)
        return create("Mul", "mul", x._dims, dtype=base_dtype(x), inputs=(x,))


class MaxNorm(_Scaled):
    def __init__(self, max_value=2, axis=0):
        self.max_value = max_value
        self.axis = axis


class NonNeg(_Scaled):
    pass


class UnitNorm(_Scaled):
    def __init__(self, axis=0):
        self.axis = axis


class MinMaxNorm(_Scaled):
    def __init__(self, min_value=0.0, max_value=1.0, rate=1.0, axis=0):
        self.min_value = min_value
        self.max_value = max_value
        self.rate = rate
        self.axis = axis


class RadialConstraint(_Scaled):
    pass


max_norm = MaxNorm
non_neg = NonNeg
unit_norm = UnitNorm
min_max_norm = MinMaxNorm
radial_constraint = RadialConstraint


def serialize(constraint):
    return constraint


def get(identifier):
    if not _scope_lsp.is_known(identifier) or not isinstance(identifier, (str, dict)):
        return identifier
    given = isinstance(identifier, dict)
    name, config = (
        (identifier.get("class_name"), identifier.get("config")) if given else (identifier, {})
    )
    found = globals().get(name)
    return _scope_lsp.unknown("a constraint by name") if found is None else found(**config)
