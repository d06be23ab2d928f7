"""tensorflow.python.ops.resource_variable_ops: variables that are resources, made and told apart.

Modelled on ops/resource_variable_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import zeros
from tensorflow._variables import Variable


def is_resource_variable(var):
    return isinstance(var, Variable) and var._resource


class _Resources(type(Variable)):
    def __instancecheck__(cls, value):
        return is_resource_variable(value)


class ResourceVariable(Variable, metaclass=_Resources):
    def __init__(
        self,
        initial_value=None,
        trainable=None,
        collections=None,
        validate_shape=True,
        caching_device=None,
        name=None,
        dtype=None,
        variable_def=None,
        import_scope=None,
        constraint=None,
        distribute_strategy=None,
        synchronization=None,
        aggregation=None,
        shape=None,
    ):
        super().__init__(
            initial_value,
            trainable,
            collections,
            validate_shape=validate_shape,
            caching_device=caching_device,
            name=name,
            dtype=dtype,
            constraint=constraint,
            use_resource=True,
            synchronization=synchronization,
            aggregation=aggregation,
            shape=shape,
        )


def var_handle_op(dtype, shape, container="", shared_name="", name=None):
    """The op of a variable alone, in no collection; one that runs at once has no name."""
    if _scope_lsp.executing_eagerly() is True:
        return _scope_lsp.unknown("the handle of a variable")
    made = ResourceVariable(
        lambda: zeros(shape, dtype),
        trainable=False,
        collections=[],
        name=name or "VarHandleOp",
        dtype=dtype,
    )
    return made.handle


def copy_to_graph_uninitialized(var):
    """A variable of the same name in the default graph, without a value."""
    return ResourceVariable(
        lambda: zeros(var.shape, var.dtype),
        var.trainable,
        collections=[],
        name=var._shared_name,
        dtype=var.dtype,
        constraint=var.constraint,
    )
