"""Keras's own optimizers of before TensorFlow 2: `tensorflow.python.keras.optimizers`.

Not here: what `tf.keras.optimizers` has, which are those of version 2 (`optimizers`).  These make
their settings when they are made and, for each weight, variables that have no name of their own.

Modelled on keras/optimizers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow._gradients import gradients
from tensorflow._refusals import refuse
from tensorflow._tensor import dtype_of, scope
from tensorflow.keras import backend, optimizers
from tensorflow.keras.optimizers import TFOptimizer, deserialize, get, serialize


_SWITCHES = ("clipnorm", "clipvalue", "epsilon", "nesterov", "amsgrad", "rho", "schedule_decay")
"""What optimizers are configured by that is no variable of theirs."""


class Optimizer:
    _moments = 1

    def __init__(self, **kwargs):
        for key in kwargs:
            if key not in ("clipnorm", "clipvalue"):
                raise TypeError("Unexpected keyword argument passed to optimizer: " + str(key))
            limit = kwargs[key]
            if _scope_lsp.is_number(limit) and limit < 0:
                refuse("Expected {} >= 0, received: {}".format(key, limit))
            setattr(self, key, kwargs[key])
        self.updates = []
        self.weights = []
        self._numbers = {}

    def _set(self, **values):
        """A variable for each setting, in the scope of the class."""
        with scope(self.__class__.__name__):
            for name, value in values.items():
                dtype = "int64" if name == "iterations" else None
                setattr(self, name, backend.variable(value, dtype, name))
                if name not in ("iterations", "m_schedule"):
                    self._numbers[name] = value

    def get_gradients(self, loss, params):
        return gradients(loss, params)

    def _moments_like(self, params):
        return [backend.zeros(param.shape, dtype_of(param.dtype).base_dtype) for param in params]

    def get_updates(self, loss, params):
        params = flatten(params)
        self.get_gradients(loss, params)
        self.weights = [self.iterations]
        for _ in range(self._moments):
            self.weights += self._moments_like(params)
        return self.updates

    def get_weights(self):
        return self.weights

    def set_weights(self, weights):
        return None

    def get_config(self):
        """What makes such an optimizer again, with the numbers that its variables began with."""
        switches = {name: value for name, value in vars(self).items() if name in _SWITCHES}
        return {**switches, **self._numbers}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class SGD(Optimizer):
    def __init__(self, lr=0.01, momentum=0.0, decay=0.0, nesterov=False, **kwargs):
        super(SGD, self).__init__(**kwargs)
        self._set(iterations=0, lr=lr, momentum=momentum, decay=decay)
        self.nesterov = nesterov


class RMSprop(Optimizer):
    def __init__(self, lr=0.001, rho=0.9, epsilon=None, decay=0.0, **kwargs):
        super(RMSprop, self).__init__(**kwargs)
        self._set(lr=lr, rho=rho, decay=decay, iterations=0)
        self.epsilon = epsilon


class Adagrad(Optimizer):
    def __init__(self, lr=0.01, epsilon=None, decay=0.0, **kwargs):
        super(Adagrad, self).__init__(**kwargs)
        self._set(lr=lr, decay=decay, iterations=0)
        self.epsilon = epsilon


class Adadelta(Optimizer):
    _moments = 2

    def __init__(self, lr=1.0, rho=0.95, epsilon=None, decay=0.0, **kwargs):
        super(Adadelta, self).__init__(**kwargs)
        self._set(lr=lr, decay=decay, iterations=0)
        self.rho = rho
        self.epsilon = epsilon


class Adam(Optimizer):
    _moments = 2

    def __init__(
        self, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=None, decay=0.0, amsgrad=False, **kwargs
    ):
        super(Adam, self).__init__(**kwargs)
        self._set(iterations=0, lr=lr, beta_1=beta_1, beta_2=beta_2, decay=decay)
        self.epsilon = epsilon
        self.amsgrad = amsgrad

    def get_updates(self, loss, params):
        updates = Optimizer.get_updates(self, loss, params)
        params = flatten(params)
        self.weights += (
            self._moments_like(params) if self.amsgrad else [backend.zeros(1) for _ in params]
        )
        return updates


class Adamax(Optimizer):
    _moments = 2

    def __init__(self, lr=0.002, beta_1=0.9, beta_2=0.999, epsilon=None, decay=0.0, **kwargs):
        super(Adamax, self).__init__(**kwargs)
        self._set(iterations=0, lr=lr, beta_1=beta_1, beta_2=beta_2, decay=decay)
        self.epsilon = epsilon


class Nadam(Optimizer):
    _moments = 2

    def __init__(
        self, lr=0.002, beta_1=0.9, beta_2=0.999, epsilon=None, schedule_decay=0.004, **kwargs
    ):
        super(Nadam, self).__init__(**kwargs)
        self._set(iterations=0, m_schedule=1.0, lr=lr, beta_1=beta_1, beta_2=beta_2)
        self.epsilon = epsilon
        self.schedule_decay = schedule_decay


sgd = SGD
rmsprop = RMSprop
adagrad = Adagrad
adadelta = Adadelta
adam = Adam
adamax = Adamax
nadam = Nadam


def __getattr__(name):
    return getattr(optimizers, name)
