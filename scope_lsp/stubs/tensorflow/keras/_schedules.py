"""`tf.keras.optimizers.schedules`: learning rates that are functions of the step.

Modelled on keras/optimizer_v2/learning_rate_schedule.py of TensorFlow 1.15.5.
"""

from tensorflow._tensor import create
from tensorflow._dtypes import float32


class LearningRateSchedule:
    def __init__(self, *args, **kwargs):
        self._config = kwargs

    def __call__(self, step):
        return create("Mul", None, (), float32)

    def get_config(self):
        return dict(self._config)


class ExponentialDecay(LearningRateSchedule):
    pass


class PiecewiseConstantDecay(LearningRateSchedule):
    pass


class PolynomialDecay(LearningRateSchedule):
    pass


class InverseTimeDecay(LearningRateSchedule):
    pass
