"""`keras.optimizers`: the settings that each one makes, and its variables for each weight.

Until 2.2 the latter have no names of their own; from 2.3 on they are called after their place among
the weights.

Modelled on keras/optimizers.py of Keras 2.2.4 and 2.3.1.
"""

import _scope_lsp

from tensorflow._constant_ops import zeros
from tensorflow._nested_structures import flatten
from tensorflow._gradients import gradients
from tensorflow._tensor import dtype_of, scope
from tensorflow._variables import Variable

from keras._inputs import int_shape
from keras._release import IS_2_3
from keras import _state

_RESOURCE = True if IS_2_3 else None


def _variable(value, name=None, dtype=None):
    return Variable(
        value,
        True,
        name=name,
        dtype=dtype_of(dtype or _state.floatx()),
        use_resource=_RESOURCE,
        _slot=True,
    )


class Optimizer:
    _slots = ()  # the names that 2.3 gives to the variables of a weight

    def __init__(self, **kwargs):
        for key in kwargs:
            if key not in ("clipnorm", "clipvalue"):
                raise TypeError("Unexpected keyword argument passed to optimizer: " + str(key))
            setattr(self, key, kwargs[key])
        self.updates = []
        self.weights = []

    def _set(self, names, values):
        """A variable for each setting, in the scope of the class."""
        with scope(self.__class__.__name__):
            for name in names.split():
                if name == "iterations":
                    self.iterations = _variable(0, name, "int64")
                else:
                    setattr(
                        self,
                        name,
                        _variable(
                            values[name], "learning_rate" if IS_2_3 and name == "lr" else name
                        ),
                    )

    def __getattr__(self, name):
        other = {"lr": "learning_rate", "learning_rate": "lr"}.get(name)
        if other in self.__dict__:
            return self.__dict__[other]
        raise AttributeError(name)

    def get_gradients(self, loss, params):
        return gradients(loss, params)

    def _like(self, params, name):
        """A variable of zeros like each weight."""
        made = []
        for i, param in enumerate(params):
            called = name + "_" + str(i) if IS_2_3 else None
            made.append(
                _variable(
                    zeros(int_shape(param), dtype_of(param.dtype).base_dtype, called),
                    called,
                    dtype_of(param.dtype).base_dtype,
                )
            )
        return made

    def get_updates(self, loss, params):
        if not _scope_lsp.is_known(params):
            _scope_lsp.give_up("an optimizer of unknown weights")
            return []
        params = flatten(params)
        self.get_gradients(loss, params)
        self.weights = [self.iterations]
        for name in self._slots:
            self.weights += self._like(params, name)
        return self.updates

    def get_weights(self):
        return self.weights

    def set_weights(self, weights):
        return None

    def get_config(self):
        return _scope_lsp.unknown("the configuration of an optimizer")

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class SGD(Optimizer):
    _slots = ("moment",)

    def __init__(self, lr=0.01, momentum=0.0, decay=0.0, nesterov=False, **kwargs):
        lr = kwargs.pop("learning_rate", lr)
        super(SGD, self).__init__(**kwargs)
        self._set("iterations lr momentum decay", {"lr": lr, "momentum": momentum, "decay": decay})
        self.nesterov = nesterov


class RMSprop(Optimizer):
    _slots = ("accumulator",)

    def __init__(self, lr=0.001, rho=0.9, epsilon=None, decay=0.0, **kwargs):
        lr = kwargs.pop("learning_rate", lr)
        super(RMSprop, self).__init__(**kwargs)
        self._set("lr rho decay iterations", {"lr": lr, "rho": rho, "decay": decay})


class Adagrad(Optimizer):
    _slots = ("accumulator",)

    def __init__(self, lr=0.01, epsilon=None, decay=0.0, **kwargs):
        lr = kwargs.pop("learning_rate", lr)
        super(Adagrad, self).__init__(**kwargs)
        self._set("lr decay iterations", {"lr": lr, "decay": decay})


class Adadelta(Optimizer):
    _slots = ("accumulator", "delta_accumulator")

    def __init__(self, lr=1.0, rho=0.95, epsilon=None, decay=0.0, **kwargs):
        lr = kwargs.pop("learning_rate", lr)
        super(Adadelta, self).__init__(**kwargs)
        self._set("lr decay iterations", {"lr": lr, "decay": decay})
        self.rho = rho


class Adam(Optimizer):
    _slots = ("m", "v")

    def __init__(
        self, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=None, decay=0.0, amsgrad=False, **kwargs
    ):
        lr = kwargs.pop("learning_rate", lr)
        super(Adam, self).__init__(**kwargs)
        self._set(
            "iterations lr beta_1 beta_2 decay",
            {"lr": lr, "beta_1": beta_1, "beta_2": beta_2, "decay": decay},
        )
        self.amsgrad = amsgrad

    def get_updates(self, loss, params):
        updates = Optimizer.get_updates(self, loss, params)
        if _scope_lsp.is_known(params):
            params = flatten(params)
            if self.amsgrad:
                self.weights += self._like(params, "vhat")
            else:
                for i in range(len(params)):
                    name = "vhat_" + str(i) if IS_2_3 else None
                    self.weights.append(
                        _variable(zeros([1], dtype_of(_state.floatx()), name), name)
                    )
        return updates


class Adamax(Optimizer):
    _slots = ("m", "u")

    def __init__(self, lr=0.002, beta_1=0.9, beta_2=0.999, epsilon=None, decay=0.0, **kwargs):
        lr = kwargs.pop("learning_rate", lr)
        super(Adamax, self).__init__(**kwargs)
        self._set(
            "iterations lr beta_1 beta_2 decay",
            {"lr": lr, "beta_1": beta_1, "beta_2": beta_2, "decay": decay},
        )


class Nadam(Optimizer):
    _slots = ("m", "v")

    def __init__(
        self, lr=0.002, beta_1=0.9, beta_2=0.999, epsilon=None, schedule_decay=0.004, **kwargs
    ):
        lr = kwargs.pop("learning_rate", lr)
        super(Nadam, self).__init__(**kwargs)
        self._set(
            "iterations m_schedule lr beta_1 beta_2",
            {"m_schedule": 1.0, "lr": lr, "beta_1": beta_1, "beta_2": beta_2},
        )
        self.schedule_decay = schedule_decay


class TFOptimizer(Optimizer):
    """An optimizer of tf.train that a model trains with."""

    def __init__(self, optimizer):
        self.optimizer = optimizer
        with scope(self.__class__.__name__):
            self.iterations = _variable(0, "iterations", "int64")

    def get_gradients(self, loss, params):
        return self.optimizer.compute_gradients(loss, params)

    def get_updates(self, loss, params):
        pairs = self.optimizer.compute_gradients(loss, params)
        return [self.optimizer.apply_gradients(pairs, global_step=self.iterations)]


sgd = SGD
rmsprop = RMSprop
adagrad = Adagrad
adadelta = Adadelta
adam = Adam
adamax = Adamax
nadam = Nadam
tfoptimizer = TFOptimizer

_BY_NAME = {
    cls.__name__.lower(): cls
    for cls in (SGD, RMSprop, Adagrad, Adadelta, Adam, Adamax, Nadam, TFOptimizer)
}


def serialize(optimizer):
    return {"class_name": optimizer.__class__.__name__, "config": optimizer.get_config()}


def deserialize(config, custom_objects=None):
    if not _scope_lsp.is_known(config):
        return config
    made = _BY_NAME.get(
        config["class_name"].lower(), (custom_objects or {}).get(config["class_name"])
    )
    return _scope_lsp.unknown("an optimizer by name") if made is None else made(**config["config"])


def get(identifier):
    if not _scope_lsp.is_known(identifier) or isinstance(identifier, Optimizer):
        return identifier
    if isinstance(identifier, str):
        return deserialize({"class_name": identifier, "config": {}})
    if isinstance(identifier, dict):
        return deserialize(identifier)
    return TFOptimizer(identifier) if hasattr(identifier, "compute_gradients") else identifier
