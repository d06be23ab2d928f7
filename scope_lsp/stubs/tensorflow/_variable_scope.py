"""`tf.variable_scope` and what belongs to it.

The rules are in the naming model; this turns a program's arguments into plain data and handles into
objects.  `tf.get_variable` is in `_get_variable`.

Modelled on ops/variable_scope.py of TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from _scope_lsp_host import call_site, is_dropped

from tensorflow import _dtypes
from tensorflow._graph import GraphKeys
from tensorflow._plain_values import dims_to, dtype_to, is_empty
from tensorflow._name_scope import _graph_from
from tensorflow._scope_internals import ScopeInternals
from tensorflow._shape import as_dims
from tensorflow._variable_callbacks import CALLBACKS

AUTO_REUSE = _scope_lsp.AUTO_REUSE


def no_regularizer(_):
    return None


class VariableScope(ScopeInternals):
    _leads_to_graph = True

    def __init__(
        self,
        reuse,
        name="",
        initializer=None,
        regularizer=None,
        caching_device=None,
        partitioner=None,
        custom_getter=None,
        name_scope="",
        dtype=_dtypes.float32,
        use_resource=None,
        constraint=None,
        _handle=None,
    ):
        if _handle is None:
            _handle = _scope_lsp.new_variable_scope(
                reuse,
                name,
                {
                    "initializer": initializer,
                    "regularizer": regularizer,
                    "caching_device": caching_device,
                    "partitioner": partitioner,
                    "custom_getters": [] if custom_getter is None else [custom_getter],
                    "original_name_scope": name_scope,
                    "dtype": dtype_to(dtype),
                    "use_resource": use_resource,
                    "constraint": constraint,
                },
            )
        self._handle = _handle
        _scope_lsp.set_wrapper(_handle, self)

    @property
    def name(self):
        return _scope_lsp.scope_attribute(self._handle, "name")

    @property
    def original_name_scope(self):
        return _scope_lsp.scope_attribute(self._handle, "original_name_scope")

    @property
    def reuse(self):
        return _scope_lsp.scope_attribute(self._handle, "reuse")

    @property
    def initializer(self):
        return _scope_lsp.scope_attribute(self._handle, "initializer")

    @property
    def dtype(self):
        dtype = _scope_lsp.scope_attribute(self._handle, "dtype")
        return (
            _dtypes.as_dtype(dtype) if _scope_lsp.is_known(dtype) and dtype is not None else dtype
        )

    @property
    def use_resource(self):
        return _scope_lsp.scope_attribute(self._handle, "use_resource")

    @property
    def regularizer(self):
        return _scope_lsp.scope_attribute(self._handle, "regularizer")

    @property
    def caching_device(self):
        return _scope_lsp.scope_attribute(self._handle, "caching_device")

    @property
    def partitioner(self):
        return _scope_lsp.scope_attribute(self._handle, "partitioner")

    @property
    def custom_getter(self):
        getters = _scope_lsp.scope_attribute(self._handle, "custom_getters")
        return composed(getters) if getters else None

    @property
    def constraint(self):
        return _scope_lsp.scope_attribute(self._handle, "constraint")

    def reuse_variables(self):
        _scope_lsp.reuse_variables(self._handle)

    def set_initializer(self, initializer):
        _scope_lsp.set_scope_attribute(self._handle, "initializer", initializer)

    def set_dtype(self, dtype):
        _scope_lsp.set_scope_attribute(self._handle, "dtype", dtype_to(dtype))

    def set_use_resource(self, use_resource):
        _scope_lsp.set_scope_attribute(self._handle, "use_resource", use_resource)

    def set_regularizer(self, regularizer):
        _scope_lsp.set_scope_attribute(self._handle, "regularizer", regularizer)

    def set_caching_device(self, caching_device):
        _scope_lsp.set_scope_attribute(self._handle, "caching_device", caching_device)

    def set_partitioner(self, partitioner):
        _scope_lsp.set_scope_attribute(self._handle, "partitioner", partitioner)

    def set_custom_getter(self, custom_getter):
        _scope_lsp.set_scope_attribute(
            self._handle, "custom_getters", [] if custom_getter is None else [custom_getter]
        )

    def get_collection(self, name):
        return _scope_lsp.get_collection(
            name, "" if is_empty(self.name) else self.name + "/", None, chosen=False
        )

    def trainable_variables(self):
        return self.get_collection(GraphKeys.TRAINABLE_VARIABLES)

    def global_variables(self):
        return self.get_collection(GraphKeys.GLOBAL_VARIABLES)

    def local_variables(self):
        return self.get_collection(GraphKeys.LOCAL_VARIABLES)

    def get_variable(
        self,
        var_store,
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
        from tensorflow._get_variable import (  # imports this module itself
            _get_variable,  # it is made of scopes itself
        )

        return _get_variable(
            self._handle,
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

    def _get_partitioned_variable(
        self, shape, dtype, initializer, trainable, collections, partitioner
    ):
        """For create_partitioned_variables: the shards are called after the scope."""
        if self.custom_getter is not None:
            raise ValueError(
                "Private access to _get_partitioned_variable is not allowed when a custom getter "
                "is set.  Current custom getter: %s.  It is likely that you're using "
                "create_partitioned_variables.  If so, consider instead using get_variable with a "
                "non-empty partitioner parameter instead." % self.custom_getter
            )
        handle = self._handle
        with _scope_lsp.in_name_scope(None):
            found = _scope_lsp.fetch_variable(
                handle,
                self.name,
                CALLBACKS,
                shape=dims_to(as_dims(shape)),
                dtype=dtype_to(dtype),
                initializer=self.initializer if initializer is None else initializer,
                regularizer=self.regularizer,
                reuse=self.reuse,
                trainable=trainable,
                collections=collections,
                partitioner=partitioner,
                use_resource=self.use_resource,
            )
        return _scope_lsp.wrapper(found)

    def __repr__(self):
        return "<tensorflow.python.ops.variable_scope.VariableScope object>"


def wrap_scope(handle):
    """The VariableScope object of a scope's handle."""
    scope = _scope_lsp.wrapper(handle)
    if scope is None:
        scope = object.__new__(VariableScope)
        scope._handle = handle
        _scope_lsp.set_wrapper(handle, scope)
    return scope


def get_variable_scope():
    return wrap_scope(_scope_lsp.get_variable_scope())


class variable_scope:
    def __new__(cls, name_or_scope=None, default_name=None, *args, **kwargs):
        # One context for each of several names, so that what stands inside is run in each scope.
        if _scope_lsp.is_one_of_several(name_or_scope):
            return _scope_lsp.each(
                name_or_scope, lambda option: cls(option, default_name, *args, **kwargs)
            )
        if _scope_lsp.is_one_of_several(default_name):
            return _scope_lsp.each(
                default_name, lambda option: cls(name_or_scope, option, *args, **kwargs)
            )
        return object.__new__(cls)

    def __init__(
        self,
        name_or_scope,
        default_name=None,
        values=None,
        initializer=None,
        regularizer=None,
        caching_device=None,
        partitioner=None,
        custom_getter=None,
        reuse=None,
        dtype=None,
        use_resource=None,
        constraint=None,
        auxiliary_name_scope=True,
    ):
        if _scope_lsp.is_a(name_or_scope, VariableScope):
            name_or_scope = name_or_scope._handle
        self._context = _scope_lsp.variable_scope(
            name_or_scope,
            default_name,
            initializer=initializer,
            regularizer=regularizer,
            caching_device=caching_device,
            partitioner=partitioner,
            custom_getter=custom_getter,
            reuse=reuse,
            dtype=None if dtype is None else dtype_to(dtype),
            use_resource=use_resource,
            constraint=constraint,
            auxiliary_name_scope=auxiliary_name_scope,
            graph=None if values is None else _graph_from(values),
        )
        self._made = call_site()

    def __enter__(self):
        scope = wrap_scope(self._context.__enter__())
        if is_dropped(self._made):
            self._context.drop()
        return scope

    def __exit__(self, *exception):
        self._context.__exit__()
        return False


class _pure_variable_scope:
    """A variable scope without a name scope."""

    def __init__(
        self,
        name_or_scope,
        reuse=None,
        initializer=None,
        regularizer=None,
        caching_device=None,
        partitioner=None,
        custom_getter=None,
        old_name_scope=None,
        dtype=_dtypes.float32,
        use_resource=None,
        constraint=None,
    ):
        if _scope_lsp.is_a(name_or_scope, VariableScope):
            name_or_scope = name_or_scope._handle
        options = {
            "initializer": initializer,
            "regularizer": regularizer,
            "caching_device": caching_device,
            "partitioner": partitioner,
            "dtype": dtype_to(dtype),
            "use_resource": use_resource,
            "constraint": constraint,
        }
        self._context = _scope_lsp.pure_variable_scope(
            name_or_scope, custom_getter, reuse, options=options
        )

    def __enter__(self):
        return wrap_scope(self._context.__enter__())

    def __exit__(self, *exception):
        self._context.__exit__()
        return False


def variable_op_scope(
    values,
    name_or_scope,
    default_name=None,
    initializer=None,
    regularizer=None,
    caching_device=None,
    partitioner=None,
    custom_getter=None,
    reuse=None,
    dtype=None,
    use_resource=None,
    constraint=None,
):
    return variable_scope(
        name_or_scope,
        default_name,
        values,
        initializer=initializer,
        regularizer=regularizer,
        caching_device=caching_device,
        partitioner=partitioner,
        custom_getter=custom_getter,
        reuse=reuse,
        dtype=dtype,
        use_resource=use_resource,
        constraint=constraint,
    )


# Variables.


def composed(getters):
    """One custom getter for those of nested scopes (_maybe_wrap_custom_getter)."""
    composed = getters[0]
    for getter in getters[1:]:
        composed = _wrapped(getter, composed)
    return composed


def _wrapped(custom_getter, old_getter):
    def wrapped_custom_getter(getter, *args, **kwargs):
        return _scope_lsp.call_back(
            custom_getter, functools.partial(old_getter, getter), *args, **kwargs
        )

    return wrapped_custom_getter
