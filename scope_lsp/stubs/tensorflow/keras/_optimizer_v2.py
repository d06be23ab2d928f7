"""`tf.keras.optimizers.Optimizer`: slots, settings and steps that all optimizers of Keras have.

Modelled on keras/optimizer_v2/optimizer_v2.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._nested_structures import flatten
from tensorflow._gradients import gradients
from tensorflow._maybe_gradients import may_be_none, reaches_nothing
from tensorflow._session import refuse_other_graph
from tensorflow._tensor import create_op, is_tensor_like, pop, push
from tensorflow._variables import Variable
from tensorflow.keras import _schedules as schedules
from tensorflow.keras import _state, initializers


_SWITCHES = ("epsilon", "centered", "amsgrad", "nesterov", "clipnorm", "clipvalue")
"""What optimizers are configured by that is no variable of theirs."""


class Optimizer:
    """OptimizerV2."""

    _unsure = ()
    """The variables that a gradient may not reach; one is reached for sure."""

    def __init__(self, name, **kwargs):
        self._name = (
            name
            if name
            else _state.unique_object_name(
                _state.to_snake_case(self.__class__.__name__), zero_based=True
            )
        )
        self._hyper = {}
        self._numbers = {}
        self._slots = {}
        self._weights = []
        self._iterations = None
        self._hypers_created = False
        self._initial_decay = kwargs.pop("decay", 0.0)
        for key in ("clipnorm", "clipvalue"):
            if key in kwargs:
                setattr(self, key, kwargs[key])

    def _set_hyper(self, name, value):
        self._hyper[name] = value

    def _get_hyper(self, name, dtype=None):
        if not self._hypers_created:
            self._create_hypers()
        value = self._hyper[name]
        return (
            value()
            if callable(value) and not isinstance(value, schedules.LearningRateSchedule)
            else value
        )

    def __getattr__(self, name):
        if name[:1] == "_":
            raise AttributeError(name)
        name = "learning_rate" if name == "lr" else name
        if name in self._hyper:
            return self._get_hyper(name)
        raise AttributeError(name)

    # What training makes.

    def minimize(self, loss, var_list, grad_loss=None, name=None):
        if _scope_lsp.is_known(loss) and callable(loss):
            loss = loss()
        variables = var_list() if _scope_lsp.is_known(var_list) and callable(var_list) else var_list
        return self.apply_gradients(self._pairs(loss, variables), name=name)

    def _compute_gradients(self, loss, var_list, grad_loss=None):
        return self._pairs(loss(), var_list() if callable(var_list) else var_list)

    def _pairs(self, loss, variables):
        variables = flatten(variables)
        return list(zip(self.get_gradients(loss, variables), variables))

    def get_gradients(self, loss, params):
        push(self._name + "/gradients", None)
        params = flatten(params)
        found = gradients(loss, params)
        pop()
        return found

    def get_updates(self, loss, params):
        """It refuses variables that no gradient reaches."""
        self._unsure = ()
        return [self._apply(self._pairs(loss, params), None)]

    def apply_gradients(self, grads_and_vars, name=None):
        if not _scope_lsp.is_known(grads_and_vars):
            return _scope_lsp.unknown("an op that trains unknown variables")
        if reaches_nothing(grads_and_vars):
            _scope_lsp.fail(
                "No gradients provided for any variable: %s."
                % ([var.name for _, var in grads_and_vars],),
                when="awaited",
            )
        pairs = [
            pair
            for pair in grads_and_vars
            if _scope_lsp.is_known(pair) and _scope_lsp.is_known(pair[1])
        ]
        pairs = [
            (grad, var) for grad, var in pairs if not _scope_lsp.is_known(grad) or grad is not None
        ]
        self._unsure = (
            [var for grad, var in pairs if may_be_none(grad, var)] if len(pairs) > 1 else ()
        )
        return self._apply(pairs, name)

    def _apply(self, pairs, name):
        push(self._name, None)
        try:
            iterations = self.iterations
            self._create_hypers()
            self._create_slots([var for _, var in pairs])
            self._prepare([var for _, var in pairs])
            push(name or self._name, None)
            for grad, var in pairs:
                push("update_" + var._op_name, None)
                self._resource_apply_dense(grad, var)
                pop()
            pop()
            return iterations.assign_add(1, read_value=False)
        finally:
            pop()

    def _create_hypers(self):
        if self._hypers_created:
            return
        for name in sorted(self._hyper):
            value = self._hyper[name]
            if not _scope_lsp.is_known(value) or not is_tensor_like(value) and not callable(value):
                self._numbers[name] = value
                self._hyper[name] = self.add_weight(name, [], initializer=value)
        self._hypers_created = True

    @property
    def iterations(self):
        if self._iterations is None:
            self._iterations = self.add_weight("iter", [], _dtypes.int64)
            self._weights.append(self._iterations)
        return self._iterations

    @iterations.setter
    def iterations(self, variable):
        self._iterations = variable
        self._weights.append(variable)

    def add_weight(
        self,
        name,
        shape,
        dtype=None,
        initializer="zeros",
        trainable=None,
        synchronization=None,
        aggregation=None,
    ):
        dtype = _dtypes.as_dtype(dtype or _dtypes.float32)
        if _scope_lsp.is_known(initializer) and (
            isinstance(initializer, str) or callable(initializer)
        ):
            made = initializers.get(initializer)
            return Variable(
                lambda: made(shape, dtype=dtype),
                False,
                name=name,
                dtype=dtype,
                use_resource=True,
                shape=shape,
                _slot=True,
            )
        dtype = None if _scope_lsp.is_known(initializer) else dtype
        return Variable(
            initializer, False, name=name, dtype=dtype, use_resource=True, shape=shape, _slot=True
        )

    def add_slot(self, var, slot_name, initializer="zeros"):
        slots = self._slots.setdefault(var, {})
        if slot_name not in slots and (
            var not in self._unsure or _scope_lsp.unknown("whether a gradient reaches a variable")
        ):
            made = initializers.get(initializer)
            value = (lambda: made(var.shape, dtype=var._dtype)) if callable(made) else made
            slots[slot_name] = Variable(
                value,
                False,
                name="%s/%s" % (var._shared_name, slot_name),
                dtype=var._dtype,
                use_resource=True,
                _slot=True,
            )
            self._weights.append(slots[slot_name])
        return slots.get(slot_name)

    def get_slot(self, var, slot_name):
        return self._slots[var][slot_name]

    def get_slot_names(self):
        return list(self._slot_names())

    def _slot_names(self):
        return ()

    def _create_slots(self, var_list):
        for slot in self._slot_names():
            for var in var_list:
                self.add_slot(var, slot)

    def _prepare(self, var_list):
        return {}

    def _resource_apply_dense(self, grad, var, apply_state=None):
        return create_op("ResourceApply" + self.__class__.__name__, None)

    def variables(self):
        return self._weights

    @property
    def weights(self):
        return self._weights

    def get_weights(self):
        return [_scope_lsp.unknown("the value of a variable") for _ in self._weights]

    def set_weights(self, weights):
        return None

    def get_config(self):
        """What makes such an optimizer again, with the numbers that its variables began with."""
        for name in self._numbers:
            refuse_other_graph(self._hyper[name])
        switches = {name: value for name, value in vars(self).items() if name in _SWITCHES}
        return dict({**self._hyper, **self._numbers}, **switches, name=self._name)

    @classmethod
    def from_config(cls, config, custom_objects=None):
        return cls(**config)

    def _start(self, learning_rate, kwargs, **hypers):
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        self._set_hyper("decay", self._initial_decay)
        for name, value in hypers.items():
            self._set_hyper(name, value)
