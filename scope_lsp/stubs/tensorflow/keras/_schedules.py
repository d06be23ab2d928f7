"""`tf.keras.optimizers.schedules`: learning rates that are functions of the step.

Modelled on keras/optimizer_v2/learning_rate_schedule.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._tensor import create
from tensorflow._dtypes import float32


class LearningRateSchedule:
    _config = {}

    def __call__(self, step):
        return create("Mul", None, (), dtype=float32)

    def get_config(self):
        return dict(self._config)


class ExponentialDecay(LearningRateSchedule):
    @_scope_lsp.takes(
        lambda self, initial_learning_rate, decay_steps, decay_rate, staircase=None, name=None: 0
    )
    def __init__(self, *args, **kwargs):
        self._config = kwargs


class PiecewiseConstantDecay(LearningRateSchedule):
    @_scope_lsp.takes(lambda self, boundaries, values, name=None: 0)
    def __init__(self, *args, **kwargs):
        self._config = kwargs


def _parameters_of_PolynomialDecay(
    self,
    initial_learning_rate,
    decay_steps,
    end_learning_rate=None,
    power=None,
    cycle=None,
    name=None,
): ...


class PolynomialDecay(LearningRateSchedule):
    @_scope_lsp.takes(_parameters_of_PolynomialDecay)
    def __init__(self, *args, **kwargs):
        self._config = kwargs


class InverseTimeDecay(LearningRateSchedule):
    @_scope_lsp.takes(
        lambda self, initial_learning_rate, decay_steps, decay_rate, staircase=None, name=None: 0
    )
    def __init__(self, *args, **kwargs):
        self._config = kwargs
