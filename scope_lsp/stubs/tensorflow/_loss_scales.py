"""The factors by which losses are multiplied in mixed precision, and the variables of one.

Not here: the optimizers that use them (`_mixed_precision`).
Modelled on training/experimental/loss_scale.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._control_flow import cond, group, no_op
from tensorflow._graph import get_default_graph
from tensorflow._math_ops import is_finite, maximum
from tensorflow._nested_structures import flatten
from tensorflow._reductions import reduce_all
from tensorflow._tensor import convert
from tensorflow._variables import Variable


class LossScale:
    def __init__(self):
        self._weights = {}

    def __call__(self):
        raise NotImplementedError

    def update(self, grads):
        raise NotImplementedError

    def _add_weight(self, name, initial_value, dtype=None):
        key = (name, get_default_graph())
        if key in self._weights:
            raise RuntimeError("Duplicate variables detected. %s" % (key,))
        self._weights[key] = Variable(
            initial_value, trainable=False, name=name, dtype=dtype, use_resource=True
        )
        return self._weights[key]

    @classmethod
    def from_config(cls, config):
        return cls(**config)


def get_loss_scale_weights(loss_scale):
    return loss_scale._weights.values()


class FixedLossScale(LossScale):
    def __init__(self, loss_scale_value):
        super(FixedLossScale, self).__init__()
        if not isinstance(loss_scale_value, (int, float)):
            raise ValueError("loss_scale_value must be a Python int or float.")
        if loss_scale_value < 1:
            raise ValueError("loss_scale_value must be at least 1.")
        self._loss_scale_value = float(loss_scale_value)

    def __call__(self):
        return convert(self._loss_scale_value)

    def update(self, grads):
        return no_op(), True

    def __repr__(self):
        return "FixedLossScale(%s)" % self._loss_scale_value

    def get_config(self):
        return {"loss_scale_value": self._loss_scale_value}


def _assign_if_finite(variable, value):
    return cond(is_finite(value), lambda: variable.assign(value).op, no_op)


class DynamicLossScale(LossScale):
    def __init__(self, initial_loss_scale=2**15, increment_period=2000, multiplier=2.0):
        super(DynamicLossScale, self).__init__()
        self._initial_loss_scale = float(initial_loss_scale)
        self._increment_period = int(increment_period)
        self._multiplier = float(multiplier)
        self._current_loss_scale = self._add_weight(
            "current_loss_scale", self._initial_loss_scale, _dtypes.float32
        )
        self._num_good_steps = self._add_weight("good_steps", 0, _dtypes.int64)

    @property
    def initial_loss_scale(self):
        return self._initial_loss_scale

    @property
    def increment_period(self):
        return self._increment_period

    @property
    def multiplier(self):
        return self._multiplier

    def __call__(self):
        return convert(self._current_loss_scale)

    def update(self, grads):
        """Ops that adapt the scale, and whether all gradients are finite."""
        finite = [
            reduce_all(is_finite(grad))
            for grad in flatten(grads)
            if not _scope_lsp.is_known(grad) or grad is not None
        ]
        all_finite = reduce_all(finite)
        update = cond(all_finite, self._after_finite, self._after_infinite)
        return update, all_finite

    def _after_finite(self):
        return cond(
            self._num_good_steps + 1 >= self._increment_period,
            self._increase,
            lambda: self._num_good_steps.assign_add(1).op,
        )

    def _increase(self):
        value = self._current_loss_scale * self._multiplier
        return group(
            _assign_if_finite(self._current_loss_scale, value), self._num_good_steps.assign(0)
        )

    def _after_infinite(self):
        value = maximum(self._current_loss_scale / self._multiplier, 1)
        return group(self._num_good_steps.assign(0), self._current_loss_scale.assign(value))

    def __repr__(self):
        return "DynamicLossScale(initial_loss_scale=%s, increment_period=%s, multiplier=%s)" % (
            self.initial_loss_scale,
            self.increment_period,
            self.multiplier,
        )

    def get_config(self):
        return {
            "initial_loss_scale": self.initial_loss_scale,
            "increment_period": self.increment_period,
            "multiplier": self.multiplier,
        }


def get(identifier):
    if not _scope_lsp.is_known(identifier):
        return _scope_lsp.unknown("a factor for losses")
    if isinstance(identifier, (int, float)):
        return FixedLossScale(identifier)
    if identifier == "dynamic":
        return DynamicLossScale()
    if identifier is None or isinstance(identifier, LossScale):
        return identifier
    raise ValueError("Could not interpret loss scale identifier: %s" % identifier)
