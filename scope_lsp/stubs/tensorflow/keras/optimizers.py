"""`tf.keras.optimizers`: the iterations, hyperparameters and slots that each one makes.

Modelled on keras/optimizers.py and keras/optimizer_v2/*.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._tensor import pop, push
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variables import Variable
from tensorflow.keras import _schedules as schedules
from tensorflow.keras._optimizer_v2 import Optimizer


def _moves(momentum):
    """Whether an optimizer keeps momenta, which it does for all but the number 0."""
    return (
        not _scope_lsp.is_known(momentum) or not isinstance(momentum, (int, float)) or momentum > 0
    )


class SGD(Optimizer):
    def __init__(self, learning_rate=0.01, momentum=0.0, nesterov=False, name="SGD", **kwargs):
        Optimizer.__init__(self, name, **kwargs)
        self._start(learning_rate, kwargs, momentum=momentum)
        self._momentum = _moves(momentum)
        self.nesterov = nesterov

    def _slot_names(self):
        return ("momentum",) if self._momentum else ()


class RMSprop(Optimizer):
    def __init__(
        self,
        learning_rate=0.001,
        rho=0.9,
        momentum=0.0,
        epsilon=1e-7,
        centered=False,
        name="RMSprop",
        **kwargs,
    ):
        Optimizer.__init__(self, name, **kwargs)
        self._start(learning_rate, kwargs, rho=rho, momentum=momentum)
        self._momentum = _moves(momentum)
        self.epsilon = epsilon
        self.centered = centered

    def _slot_names(self):
        return (
            ("rms",)
            + (("momentum",) if self._momentum else ())
            + (("mg",) if self.centered else ())
        )


class Adam(Optimizer):
    def __init__(
        self,
        learning_rate=0.001,
        beta_1=0.9,
        beta_2=0.999,
        epsilon=1e-7,
        amsgrad=False,
        name="Adam",
        **kwargs,
    ):
        Optimizer.__init__(self, name, **kwargs)
        self._start(learning_rate, kwargs, beta_1=beta_1, beta_2=beta_2)
        self.epsilon = epsilon
        self.amsgrad = amsgrad

    def _slot_names(self):
        return ("m", "v", "vhat") if self.amsgrad else ("m", "v")


class Adamax(Optimizer):
    def __init__(
        self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, name="Adamax", **kwargs
    ):
        Optimizer.__init__(self, name, **kwargs)
        self._start(learning_rate, kwargs, beta_1=beta_1, beta_2=beta_2)
        self.epsilon = epsilon

    def _slot_names(self):
        return ("m", "v")


class Nadam(Optimizer):
    def __init__(
        self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, name="Nadam", **kwargs
    ):
        kwargs["decay"] = kwargs.pop("schedule_decay", 0.004)
        Optimizer.__init__(self, name, **kwargs)
        self._start(learning_rate, kwargs, beta_1=beta_1, beta_2=beta_2)
        self.epsilon = epsilon
        self._m_cache = None

    def _create_slots(self, var_list):
        if self._m_cache is None and var_list:
            self._m_cache = self.add_weight(
                "momentum_cache", [], var_list[0]._dtype, initializer="ones"
            )
            self._weights.append(self._m_cache)
        Optimizer._create_slots(self, var_list)

    def _slot_names(self):
        return ("m", "v")


class Adadelta(Optimizer):
    def __init__(self, learning_rate=0.001, rho=0.95, epsilon=1e-7, name="Adadelta", **kwargs):
        Optimizer.__init__(self, name, **kwargs)
        self._start(learning_rate, kwargs, rho=rho)
        self.epsilon = epsilon

    def _slot_names(self):
        return ("accum_grad", "accum_var")


class Adagrad(Optimizer):
    def __init__(
        self,
        learning_rate=0.001,
        initial_accumulator_value=0.1,
        epsilon=1e-7,
        name="Adagrad",
        **kwargs,
    ):
        Optimizer.__init__(self, name, **kwargs)
        self._start(learning_rate, kwargs)
        self.epsilon = epsilon

    def _slot_names(self):
        return ("accumulator",)


class Ftrl(Optimizer):
    def __init__(
        self,
        learning_rate=0.001,
        learning_rate_power=-0.5,
        initial_accumulator_value=0.1,
        l1_regularization_strength=0.0,
        l2_regularization_strength=0.0,
        name="Ftrl",
        l2_shrinkage_regularization_strength=0.0,
        **kwargs,
    ):
        Optimizer.__init__(self, name, **kwargs)
        self._start(
            learning_rate,
            {},
            learning_rate_power=learning_rate_power,
            l1_regularization_strength=l1_regularization_strength,
            l2_regularization_strength=l2_regularization_strength,
        )

    def _create_slots(self, var_list):
        for var in var_list:
            self.add_slot(var, "accumulator")
            self.add_slot(var, "linear")


class TFOptimizer:
    """An optimizer of tf.train that a Keras model trains with."""

    def __init__(self, optimizer, iterations=None):
        self.optimizer = optimizer
        if iterations is None:
            push("TFOptimizer", None)
            iterations = Variable(
                0, True, name="iterations", dtype=_dtypes.int64, use_resource=True, _slot=True
            )
            pop()
        self.iterations = iterations

    def get_updates(self, loss, params):
        pairs = self.optimizer.compute_gradients(loss, params)
        return [self.optimizer.apply_gradients(pairs, global_step=self.iterations)]


_BY_NAME = {
    cls.__name__.lower(): cls
    for cls in (SGD, RMSprop, Adam, Adamax, Nadam, Adadelta, Adagrad, Ftrl)
}


def serialize(optimizer):
    return {"class_name": optimizer.__class__.__name__, "config": optimizer.get_config()}


def deserialize(config, custom_objects=None):
    if not _scope_lsp.is_known(config):
        return config
    name = config["class_name"]
    made = _BY_NAME.get(name.lower()) or (custom_objects or {}).get(name)
    if made is None:
        return _scope_lsp.unknown("an optimizer by name")
    return made.from_config(config["config"])


def get(identifier):
    if not _scope_lsp.is_known(identifier) or isinstance(identifier, (Optimizer, TFOptimizer)):
        return identifier
    if isinstance(identifier, str):
        return deserialize({"class_name": identifier, "config": {}})
    if isinstance(identifier, dict):
        return deserialize(identifier)
    return TFOptimizer(identifier) if hasattr(identifier, "compute_gradients") else identifier


_MODULES = "adadelta adagrad adam adamax ftrl gradient_descent nadam optimizer_v2 rmsprop".split()
OptimizerV2 = Optimizer


def __getattr__(name):
    if name in _MODULES:  # of tensorflow.python.keras.optimizer_v2
        return __import__("tensorflow.keras.optimizers", fromlist=["*"])
    if name == "learning_rate_schedule":
        return schedules
    return _lookup("keras.optimizers." + name)
