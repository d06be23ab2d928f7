"""tensorflow.python.ops.variable_scope: what libraries use of it beside the public names.

Modelled on ops/variable_scope.py of TensorFlow 1.15.5.
"""

from contextlib import nullcontext

import _scope_lsp

from tensorflow._graph_contexts import variable_creator_scope
from tensorflow._variable_callbacks import _PartitionInfo
from tensorflow._variable_scope import (
    VariableScope,
    _pure_variable_scope,
    _wrapped,
    get_variable_scope,
)
from tensorflow._variables import Variable, as_created

variable = Variable
variable_creator_scope_v1 = variable_creator_scope


class _VariableStore:
    """The store of the default graph: what `get_variable` can find, by the name asked for."""

    _handle = None
    """Of an EagerVariableStore: a store of its own."""

    def __init__(self):
        self._store_eager_variables = False

    @property
    def _vars(self):
        return dict(_scope_lsp.stored_variables(False, self._handle))

    @property
    def _partitioned_vars(self):
        return dict(_scope_lsp.stored_variables(True, self._handle))

    def get_variable(
        self,
        name,
        shape=None,
        dtype=None,
        initializer=None,
        regularizer=None,
        reuse=None,
        trainable=None,
        collections=None,
        caching_device=None,
        partitioner=None,
        validate_shape=True,
        use_resource=None,
        custom_getter=None,
        constraint=None,
        synchronization=None,
        aggregation=None,
    ):
        root = VariableScope(reuse, "")
        return root.get_variable(
            self,
            name,
            shape,
            dtype=dtype,
            initializer=initializer,
            regularizer=regularizer,
            reuse=reuse,
            trainable=trainable,
            collections=collections,
            caching_device=caching_device,
            partitioner=partitioner,
            validate_shape=validate_shape,
            use_resource=use_resource,
            custom_getter=custom_getter,
            constraint=constraint,
            synchronization=synchronization,
            aggregation=aggregation,
        )


def with_variable_store(store):
    return _scope_lsp.in_store(store._handle) if store._handle is not None else nullcontext()


class EagerVariableStore:
    def __init__(self, store=None):
        if store is None:
            store = _VariableStore()
            store._handle = _scope_lsp.new_store()
        elif not store._store_eager_variables:
            raise ValueError(
                "Cannot construct EagerVariableStore from a VariableStore object that does not "
                "hold eager variables."
            )
        self._store = store
        self._store._store_eager_variables = True

    def as_default(self):
        return with_variable_store(self._store)

    def variables(self):
        return sorted(self._store._vars.values(), key=lambda variable: variable.name)

    def trainable_variables(self):
        return [variable for variable in self.variables() if variable.trainable]

    def non_trainable_variables(self):
        return [variable for variable in self.variables() if not variable.trainable]

    def copy(self):
        store = EagerVariableStore()
        with store.as_default():
            for variable in self._store._vars.values():
                store._store.get_variable(
                    variable.name.partition(":")[0],
                    initializer=variable.read_value(),
                    trainable=variable.trainable,
                    use_resource=True,
                )
        return store


class _VariableScopeStore:
    @property
    def current_scope(self):
        return get_variable_scope()


def _get_default_variable_store():
    return _VariableStore()


def get_variable_scope_store():
    return _VariableScopeStore()


def _get_unique_variable_scope(prefix):
    return _scope_lsp.unique_variable_scope(prefix)


def _maybe_wrap_custom_getter(custom_getter, old_getter):
    return custom_getter if old_getter is None else _wrapped(custom_getter, old_getter)


def default_variable_creator(next_creator=None, **kwargs):
    assert next_creator is None
    return as_created(**kwargs)
