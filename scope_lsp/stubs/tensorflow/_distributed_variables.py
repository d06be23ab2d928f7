"""How variables behave under distribution strategies, as far as it decides who trains them.

Modelled on ops/variables.py (VariableSynchronization, VariableAggregation) and
ops/variable_scope.py (get_variable) of TensorFlow 1.15.5.
"""

import enum

import _scope_lsp


class VariableSynchronization(enum.Enum):
    AUTO = 0
    NONE = 1
    ON_WRITE = 2
    ON_READ = 3


class VariableAggregation(enum.Enum):
    NONE = 0
    SUM = 1
    MEAN = 2
    ONLY_FIRST_REPLICA = 3


VariableAggregation.ONLY_FIRST_TOWER = VariableAggregation.ONLY_FIRST_REPLICA


def trained(trainable, synchronization):
    """Who says nothing does not train what is summed when it is read."""
    if trainable is not None or not _scope_lsp.is_known(synchronization):
        return trainable
    return synchronization is not VariableSynchronization.ON_READ


def of_weight(trainable, synchronization):
    """The same for a layer's weight, where saying both is an error."""
    on_read = (
        _scope_lsp.is_known(synchronization) and synchronization is VariableSynchronization.ON_READ
    )
    if on_read and _scope_lsp.is_known(trainable) and trainable:
        raise ValueError(
            "Synchronization value can be set to VariableSynchronization.ON_READ only for "
            "non-trainable variables. You have specified trainable=True and "
            "synchronization=VariableSynchronization.ON_READ."
        )
    return not on_read if trainable is None or on_read else trainable
