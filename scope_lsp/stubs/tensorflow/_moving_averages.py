"""Moving averages of variables and tensors: `tf.train.ExponentialMovingAverage`.

Modelled on training/moving_averages.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._control_flow import group
from tensorflow._get_variable import get_variable
from tensorflow._graph import GraphKeys, add_to_collection, get_default_graph
from tensorflow._init_ops import Zeros
from tensorflow._slots import create_slot, create_zeros_slot
from tensorflow._tensor import convert, create, pop, push, scope
from tensorflow._variable_functions import (
    global_variables,
    moving_average_variables,
    trainable_variables,
)
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow._variables import Variable


def assign_moving_average(variable, value, decay, zero_debias=True, name=None):
    with scope(name, "AssignMovingAvg") as scope_name:
        decay = convert(1.0 - decay, None, "decay")
        if zero_debias:
            return _zero_debias(variable, value, decay)
        return variable.assign_sub((variable - value) * decay, name=scope_name)


def _zero_debias(variable, value, decay):
    """Two variables beside the average: its biased value, and the number of steps."""
    with variable_scope(variable.name[:-2], values=[variable, value, decay]):
        biased = get_variable(
            _unused("biased"),
            initializer=Zeros(),
            shape=variable.shape,
            dtype=variable.dtype,
            trainable=False,
            _slot=True,
        )
        step = get_variable(
            _unused("local_step"),
            shape=[],
            dtype=variable.dtype,
            initializer=Zeros(),
            trainable=False,
            _slot=True,
        )
        biased.assign_sub((biased - value) * decay)
        step.assign_add(1.0)
        return variable.assign(biased / step, name=_scope_lsp.current_name_scope() + "/")


def _unused(name):
    """A name that no global variable of the scope has, unless they are to be shared."""
    current = get_variable_scope()
    if current.reuse:
        return name
    taken = {var._op_name for var in current.global_variables()}
    full = current.name + "/" + name
    if full not in taken:
        return name
    count = 1
    while full + "_" + str(count) in taken:
        count = count + 1
    return name + "_" + str(count)


def weighted_moving_average(value, decay, weight, truediv=True, collections=None, name=None):
    with variable_scope(name, "WeightedMovingAvg", [value, weight, decay]) as current:
        weighted = get_variable(
            "value_x_weight",
            shape=value.get_shape(),
            dtype=value.dtype,
            initializer=Zeros(),
            trainable=False,
            collections=collections,
        )
        weights = get_variable(
            "weight",
            shape=weight.get_shape(),
            dtype=weight.dtype,
            initializer=Zeros(),
            trainable=False,
            collections=collections,
        )
        assign_moving_average(weighted, value * weight, decay, zero_debias=False)
        assign_moving_average(weights, weight, decay, zero_debias=False)
        return create("RealDiv", current.name, weighted._dims, dtype=weighted._dtype, inputs=())


class ExponentialMovingAverage:
    def __init__(self, decay, num_updates=None, zero_debias=False, name="ExponentialMovingAverage"):
        self._decay = decay
        self._num_updates = num_updates
        self._zero_debias = zero_debias
        self._name = name
        self._averages = {}

    @property
    def name(self):
        return self._name

    def apply(self, var_list=None):
        variables = trainable_variables() if var_list is None else var_list
        if not _scope_lsp.is_known(variables):
            return _scope_lsp.unknown("an op that averages unknown variables")
        new_tensors = []
        for var in variables:
            for one in () if _scope_lsp.is_known(var) else _scope_lsp.options(var) or ():
                if _scope_lsp.unknown("which of several variables is averaged"):
                    self._averages[one] = self._shadow(one, new_tensors)
        variables = [var for var in variables if _scope_lsp.is_known(var)]
        for var in variables:
            if isinstance(var, Variable) and _scope_lsp.is_known(var._dtype):
                if var._dtype is not None and not var._dtype.is_floating:
                    _scope_lsp.fail(
                        "The variables must be half, float, or double: %s" % var.name,
                        exception="TypeError",
                    )
            if var not in self._averages:
                self._averages[var] = self._shadow(var, new_tensors)
        with scope(self._name) as scope_name:
            decay = convert(self._decay, None, "decay")
            updates = []
            for var in variables:
                updates.append(
                    assign_moving_average(
                        self._averages[var], var, decay, zero_debias=var in new_tensors
                    )
                )
            return group(*updates, name=scope_name)

    def _shadow(self, var, new_tensors):
        if isinstance(var, Variable):
            average = create_slot(var, var.initialized_value(), self._name)
            add_to_collection(GraphKeys.MOVING_AVERAGE_VARIABLES, var)
            return average
        if self._zero_debias:
            new_tensors.append(var)
        return create_zeros_slot(var, self._name)

    def average(self, var):
        return self._averages.get(var)

    def average_name(self, var):
        if var in self._averages:
            return self._averages[var]._op_name
        return get_default_graph().unique_name(var._op_name + "/" + self._name, mark_as_used=False)

    def variables_to_restore(self, moving_avg_variables=None):
        names = {}
        if moving_avg_variables is None:
            moving_avg_variables = trainable_variables() + moving_average_variables()
        averaged = set()
        for var in moving_avg_variables:
            names[self.average_name(var)] = var
            averaged.add(var)
        for var in global_variables():
            if var not in averaged and var._op_name not in names:
                names[var._op_name] = var
        return names
