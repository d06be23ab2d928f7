"""What stands for a variable before or beside it: its description, an initial value to be made.

Modelled on ops/variables.py (to_proto, _init_from_proto) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._plain_values import dims_from, dtype_from
from tensorflow._tensor import Tensor


class VariableDef:
    """What a variable is written down as; its name is that in its graph."""

    def __init__(self, variable, name):
        self._variable = variable
        self.variable_name = name + ":0"
        self.initializer_name = name + "/Assign"
        self.is_resource = variable._resource
        self.trainable = variable.trainable
        self.synchronization = variable.synchronization
        self.aggregation = variable.aggregation

    def ClearField(self, name):
        return None


def described(cls, variable_def, import_scope):
    """The variable of the default graph that a VariableDef tells of."""
    if not _scope_lsp.is_a(variable_def, VariableDef):
        return _scope_lsp.unknown("a variable that is made from its description")
    name = variable_def.variable_name
    if import_scope:
        name = import_scope.rstrip("/") + "/" + name
    for variable in _scope_lsp.get_collection("variables") + [variable_def._variable]:
        if (
            _scope_lsp.is_a(variable, cls)
            and variable.name == name
            and variable._graph_handle is _scope_lsp.default_graph()
        ):
            start = _scope_lsp.accesses()
            _scope_lsp.hand_out(variable._handle, start)
            copy = object.__new__(cls)
            copy.__dict__.update(variable.__dict__)
            copy._kept = (variable_def.synchronization, variable_def.aggregation)
            return copy
    return _scope_lsp.unknown("a variable that is made from its description")


class Pending:
    """The function that makes the initial value of a variable that `tf.get_variable` asks for."""

    def __init__(self, pending, callbacks):
        self._pending = pending
        self._callbacks = callbacks

    def __call__(self):
        dims, dtype, tensor = _scope_lsp.pending_value(self._pending, self._callbacks)[:3]
        if tensor is not None:
            return tensor
        return Tensor(
            _scope_lsp.unknown("the name of a tensor"), "", dims_from(dims), dtype=dtype_from(dtype)
        )
