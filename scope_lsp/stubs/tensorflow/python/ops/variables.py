"""tensorflow.python.ops.variables: the classes of variables that `tf` does not have.

`Variable` is that of TensorFlow 2: called here, it makes a resource.  Every variable is one.

Modelled on ops/variables.py of TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from tensorflow._distributed_variables import VariableAggregation, VariableSynchronization
from tensorflow._partitioned_variables import PartitionedVariable
from tensorflow._variables import _Creating, as_created, through_creators
from tensorflow._variables import Variable as VariableV1


def _by_creators(
    initial_value=None,
    trainable=None,
    validate_shape=True,
    caching_device=None,
    name=None,
    variable_def=None,
    dtype=None,
    import_scope=None,
    constraint=None,
    synchronization=VariableSynchronization.AUTO,
    aggregation=VariableAggregation.NONE,
    shape=None,
):
    """Variable._variable_v2_call: the creators hear of no collections and no kind."""
    create = through_creators(functools.partial(as_created, use_resource=True))
    return create(
        initial_value=initial_value,
        trainable=trainable,
        validate_shape=validate_shape,
        caching_device=caching_device,
        name=name,
        variable_def=variable_def,
        dtype=dtype,
        import_scope=import_scope,
        constraint=constraint,
        synchronization=synchronization,
        aggregation=VariableAggregation.NONE if aggregation is None else aggregation,
        shape=shape,
    )


class _AnyVariable(_Creating):
    def __call__(cls, *args, **kwargs):
        described = kwargs.get("variable_def")
        if described is not None and getattr(described, "is_resource", True) is False:
            raise ValueError("Trying to restore Variable as ResourceVariable.")
        if described is None and cls is Variable and _scope_lsp.creators():
            return _by_creators(*args, **kwargs)
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, value):
        return isinstance(value, VariableV1)


class Variable(VariableV1, metaclass=_AnyVariable):
    @_scope_lsp.takes(True, "_variable_v2_call")
    def __init__(
        self,
        initial_value=None,
        trainable=None,
        validate_shape=True,
        caching_device=None,
        name=None,
        variable_def=None,
        dtype=None,
        import_scope=None,
        constraint=None,
        synchronization=None,
        aggregation=None,
        shape=None,
    ):
        super().__init__(
            initial_value,
            trainable,
            None,
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


class _References(_Creating):
    def __instancecheck__(cls, value):
        return isinstance(value, VariableV1) and not value._resource


class RefVariable(VariableV1, metaclass=_References):
    def __init__(
        self,
        initial_value=None,
        trainable=None,
        collections=None,
        validate_shape=True,
        caching_device=None,
        name=None,
        variable_def=None,
        dtype=None,
        expected_shape=None,
        import_scope=None,
        constraint=None,
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
            expected_shape=expected_shape,
            constraint=constraint,
            use_resource=False,
            synchronization=synchronization,
            aggregation=aggregation,
            shape=shape,
        )
