"""tensorflow.python.ops.variables: the classes of variables that `tf` does not have.

`Variable` is that of TensorFlow 2: called here, it makes a resource.  Every variable is one.

Modelled on ops/variables.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._partitioned_variables import PartitionedVariable
from tensorflow._variables import _Creating
from tensorflow._variables import Variable as VariableV1


class _AnyVariable(_Creating):
    def __call__(cls, *args, **kwargs):
        described = kwargs.get("variable_def")
        if described is not None and getattr(described, "is_resource", True) is False:
            raise ValueError("Trying to restore Variable as ResourceVariable.")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, value):
        return isinstance(value, VariableV1)


class Variable(VariableV1, metaclass=_AnyVariable):
    @_scope_lsp.takes(True, "_variable_v2_call")
    def __init__(self, initial_value=None, trainable=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, import_scope=None, constraint=None, synchronization=None, aggregation=None, shape=None):
        super().__init__(initial_value, trainable, None, validate_shape, caching_device, name, dtype=dtype, constraint=constraint, use_resource=True, synchronization=synchronization, aggregation=aggregation, shape=shape)


class _References(_Creating):
    def __instancecheck__(cls, value):
        return isinstance(value, VariableV1) and not value._resource


class RefVariable(VariableV1, metaclass=_References):
    def __init__(self, initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None, import_scope=None, constraint=None, synchronization=None, aggregation=None, shape=None):
        super().__init__(initial_value, trainable, collections, validate_shape, caching_device, name, dtype=dtype, expected_shape=expected_shape, constraint=constraint, use_resource=False, synchronization=synchronization, aggregation=aggregation, shape=shape)
