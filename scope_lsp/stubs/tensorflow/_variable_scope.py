"""`tf.variable_scope`, `tf.get_variable` and what belongs to them.

The rules are in the naming model; this turns a program's arguments into plain
data and handles into objects, and calls custom getters.

Modelled on ops/variable_scope.py of TensorFlow 1.15.5.
"""

import functools

from _scope_lsp_host import call_site, is_dropped

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import merge
from tensorflow._graph import GraphKeys, _graph_from, add_to_collection, get_collection
from tensorflow._shape import TensorShape, as_dims
from tensorflow._tensor import Tensor, convert, create, refuse_dict
from tensorflow._variables import PartitionedVariable, Pending, Variable, dims_to, dtype_to, tensor_parts

AUTO_REUSE = _scope_lsp.AUTO_REUSE


def no_regularizer(_):
    return None


# What the naming model asks about the values that it does not look into.


def _kind(initializer):
    if not _scope_lsp.is_known(initializer):
        return initializer
    if isinstance(initializer, Tensor):
        return "tensor"
    if isinstance(initializer, Variable) or not callable(initializer):
        return "value"
    if isinstance(initializer, type) or hasattr(initializer, "get_config"):
        return "callable"
    return "callable" if _scope_lsp.required_arguments(initializer) else "thunk"


class _PartitionInfo:
    def __init__(self, full_shape, var_offset):
        self.full_shape = full_shape
        self.var_offset = var_offset

    def single_offset(self, shape):
        return self.var_offset[self.single_slice_dim(shape)]

    def single_slice_dim(self, shape):
        for axis in range(len(shape)):
            if shape[axis] != self.full_shape[axis]:
                return axis
        return None


def _call(initializer, shape, dtype, partition):
    if isinstance(initializer, type):
        initializer = initializer()
    dtype = _dtypes.as_dtype(dtype) if dtype is not None else None
    if shape is None:
        value = initializer()
        dtype = None
    else:
        if _scope_lsp.is_known(shape):
            shape = list(shape)
        info = None if partition is None else _PartitionInfo(list(partition[0]), list(partition[1]))
        value = initializer(shape, dtype=dtype or _dtypes.float32, partition_info=info)
    tensor = convert(value, dtype, "initial_value")
    parts = tensor_parts(tensor)
    if shape is None:
        return parts
    # Where the value that was made is not known, it is taken to be as was asked for.
    made = tensor._dtype if _scope_lsp.is_a(tensor._dtype, _dtypes.DType) else dtype
    return dims_to(merge(tensor._dims, as_dims(shape))), dtype_to(made), tensor, parts[3], parts[4]


def _convert(value, dtype, name):
    refuse_dict(value)
    return tensor_parts(convert(value, None if dtype is None else _dtypes.as_dtype(dtype), name))


def _slice(value, offset, shape):
    scope = _scope_lsp.push_name_scope("Slice")
    convert(list(offset), None, "begin")
    convert(list(shape), None, "size")
    _scope_lsp.pop_name_scope()
    dtype = None if value._dtype is None else value._dtype.base_dtype
    return tensor_parts(create("Slice", scope, tuple(shape), dtype))


def _partition(partitioner, shape, dtype):
    partitions = partitioner(shape=TensorShape(list(shape)), dtype=_dtypes.as_dtype(dtype or "float32"))
    return list(partitions) if isinstance(partitions, tuple) else partitions


def _regularize(regularizer, variable):
    loss = regularizer(_scope_lsp.wrapper(variable))
    if loss is not None:
        add_to_collection(GraphKeys.REGULARIZATION_LOSSES, loss)


def _made(handle):
    if _scope_lsp.is_partitioned(handle):
        _scope_lsp.set_wrapper(handle, PartitionedVariable(_handle=handle))
    else:
        _scope_lsp.set_wrapper(handle, Variable(_handle=handle))


def _create(pending, caching_device=None, constraint=None, synchronization=None, aggregation=None):
    """Let the variable creators make what `get_variable` asks for."""
    given = _scope_lsp.pending_variable(pending)
    dtype = given["dtype"]
    made = Variable(
        Pending(pending) if given["calls"] else given["value"],
        given["trainable"],
        given["collections"],
        given["validate_shape"],
        name=given["name"],
        dtype=_dtypes.as_dtype(dtype) if given["calls"] and dtype is not None and _scope_lsp.is_known(dtype) else None,
        use_resource=given["use_resource"],
        caching_device=caching_device,
        constraint=constraint,
        synchronization=synchronization,
        aggregation=aggregation,
    )
    return made._handle if _scope_lsp.is_a(made, Variable) else made


CALLBACKS = {
    "kind": _kind,
    "call": _call,
    "convert": _convert,
    "slice": _slice,
    "partition": _partition,
    "regularize": _regularize,
    "made": _made,
    "create": _create,
}


def _callbacks(caching_device, constraint, synchronization, aggregation):
    """The same, where creators are told what `get_variable` was given that names hang not on."""
    if caching_device is constraint is synchronization is aggregation is None or not _scope_lsp.creators():
        return CALLBACKS
    create = functools.partial(_create, caching_device=caching_device, constraint=constraint, synchronization=synchronization, aggregation=aggregation)
    return dict(CALLBACKS, create=create)


# Scopes.


class VariableScope:
    def __init__(self, reuse, name="", initializer=None, regularizer=None, caching_device=None, partitioner=None, custom_getter=None, name_scope="", dtype=_dtypes.float32, use_resource=None, constraint=None, _handle=None):
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
    def _name_scope(self):
        return self.original_name_scope

    @property
    def reuse(self):
        return _scope_lsp.scope_attribute(self._handle, "reuse")

    @property
    def initializer(self):
        return _scope_lsp.scope_attribute(self._handle, "initializer")

    @property
    def dtype(self):
        dtype = _scope_lsp.scope_attribute(self._handle, "dtype")
        return _dtypes.as_dtype(dtype) if _scope_lsp.is_known(dtype) and dtype is not None else dtype

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
        return _composed(getters) if getters else None

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
        _scope_lsp.set_scope_attribute(self._handle, "custom_getters", [] if custom_getter is None else [custom_getter])

    def get_collection(self, name):
        return _scope_lsp.get_collection(name, self.name + "/" if self.name else "", None, False)

    def trainable_variables(self):
        return self.get_collection(GraphKeys.TRAINABLE_VARIABLES)

    def global_variables(self):
        return self.get_collection(GraphKeys.GLOBAL_VARIABLES)

    def local_variables(self):
        return self.get_collection(GraphKeys.LOCAL_VARIABLES)

    def get_variable(self, var_store, name, shape=None, dtype=None, initializer=None, regularizer=None, reuse=None, trainable=None, collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None, custom_getter=None, constraint=None, synchronization=None, aggregation=None):
        return _get_variable(self._handle, name, shape, dtype, initializer, regularizer, reuse, trainable, collections, caching_device, partitioner, validate_shape, use_resource, custom_getter, constraint, synchronization, aggregation)

    def _get_partitioned_variable(self, shape, dtype, initializer, trainable, collections, partitioner):
        """For create_partitioned_variables: the shards are called after the scope."""
        if self.custom_getter is not None:
            raise ValueError(
                "Private access to _get_partitioned_variable is not allowed when a custom getter is set.  Current custom getter: %s.  It is likely that you're using create_partitioned_variables.  If so, consider instead using get_variable with a non-empty partitioner parameter instead."
                % self.custom_getter
            )
        handle = self._handle
        _scope_lsp.push_name_scope(None)
        try:
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
        finally:
            _scope_lsp.pop_name_scope()
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
            return _scope_lsp.each(name_or_scope, lambda option: cls(option, default_name, *args, **kwargs))
        if _scope_lsp.is_one_of_several(default_name):
            return _scope_lsp.each(default_name, lambda option: cls(name_or_scope, option, *args, **kwargs))
        return object.__new__(cls)

    def __init__(self, name_or_scope, default_name=None, values=None, initializer=None, regularizer=None, caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, use_resource=None, constraint=None, auxiliary_name_scope=True):
        if _scope_lsp.is_a(name_or_scope, VariableScope):
            name_or_scope = name_or_scope._handle
        self._context = _scope_lsp.variable_scope(
            name_or_scope,
            default_name,
            False,
            initializer,
            regularizer,
            caching_device,
            partitioner,
            custom_getter,
            reuse,
            None if dtype is None else dtype_to(dtype),
            use_resource,
            constraint,
            auxiliary_name_scope,
            None if values is None else _graph_from(values),
        )
        self._made = call_site()

    def __enter__(self):
        scope = wrap_scope(_scope_lsp.enter_variable_scope(self._context))
        if is_dropped(self._made):
            _scope_lsp.drop_variable_scope(self._context)
        return scope

    def __exit__(self, *exception):
        _scope_lsp.exit_variable_scope(self._context)
        return False


class _pure_variable_scope:
    """A variable scope without a name scope."""

    def __init__(self, name_or_scope, reuse=None, initializer=None, regularizer=None, caching_device=None, partitioner=None, custom_getter=None, old_name_scope=None, dtype=_dtypes.float32, use_resource=None, constraint=None):
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
        self._context = _scope_lsp.pure_variable_scope(name_or_scope, custom_getter, reuse, options)

    def __enter__(self):
        return wrap_scope(_scope_lsp.enter_pure_variable_scope(self._context))

    def __exit__(self, *exception):
        _scope_lsp.exit_pure_variable_scope(self._context)
        return False


def variable_op_scope(values, name_or_scope, default_name=None, initializer=None, regularizer=None, caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, use_resource=None, constraint=None):
    return variable_scope(name_or_scope, default_name, values, initializer, regularizer, caching_device, partitioner, custom_getter, reuse, dtype, use_resource, constraint)


# Variables.


def enable_resource_variables():
    _scope_lsp.set_default_use_resource(True)


def disable_resource_variables():
    _scope_lsp.set_default_use_resource(False)


def resource_variables_enabled():
    return _scope_lsp.default_use_resource()


def get_variable(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None, custom_getter=None, constraint=None, synchronization=None, aggregation=None, _slot=False):
    return _get_variable(_scope_lsp.get_variable_scope(), name, shape, dtype, initializer, regularizer, None, trainable, collections, caching_device, partitioner, validate_shape, use_resource, custom_getter, constraint, synchronization, aggregation, _slot)


def get_local_variable(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=False, collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None, custom_getter=None, constraint=None, synchronization=None, aggregation=None):
    if collections:
        collections += [GraphKeys.LOCAL_VARIABLES]
    else:
        collections = [GraphKeys.LOCAL_VARIABLES]
    return get_variable(name, shape, dtype, initializer, regularizer, False, collections, caching_device, partitioner, validate_shape, use_resource, custom_getter, constraint, synchronization, aggregation)


def _get_variable(scope, name, shape, dtype, initializer, regularizer, reuse, trainable, collections, caching_device, partitioner, validate_shape, use_resource, custom_getter, constraint, synchronization, aggregation, slot=False):
    if trainable is None and synchronization is not None:
        from tensorflow._distributed_variables import trained

        trainable = trained(trainable, synchronization)
    getters = _scope_lsp.scope_attribute(scope, "custom_getters") if custom_getter is None else [custom_getter]
    if len(getters) == 1 and _scope_lsp.is_known(getters[0]) and not callable(getters[0]):
        _scope_lsp.fail("Passed a custom_getter which is not callable: %s" % (getters[0],))
    elif getters and _scope_lsp.is_known(getters[-1]):
        return _get_by_custom_getters(scope, getters, name, shape, dtype, initializer, regularizer, reuse, trainable, collections, caching_device, partitioner, validate_shape, use_resource, constraint, synchronization, aggregation, slot)
    elif getters:
        with _scope_lsp.unknown_code("a custom getter that is not known", True):
            return _get_plainly(scope, name, shape, dtype, initializer, regularizer, reuse, trainable, collections, caching_device, partitioner, validate_shape, use_resource, constraint, synchronization, aggregation, slot)
    return _get_plainly(scope, name, shape, dtype, initializer, regularizer, reuse, trainable, collections, caching_device, partitioner, validate_shape, use_resource, constraint, synchronization, aggregation, slot)


def _get_plainly(scope, name, shape, dtype, initializer, regularizer, reuse, trainable, collections, caching_device, partitioner, validate_shape, use_resource, constraint, synchronization, aggregation, slot):
    return _scope_lsp.wrapper(
        _scope_lsp.get_variable(
            scope,
            name,
            _callbacks(caching_device, constraint, synchronization, aggregation),
            shape=_shape_to(shape),
            dtype=dtype_to(dtype),
            initializer=initializer,
            regularizer=regularizer,
            reuse=reuse,
            trainable=trainable,
            collections=collections,
            partitioner=partitioner,
            validate_shape=validate_shape,
            use_resource=use_resource,
            slot=slot,
        )
    )


def _shape_to(shape):
    """A shape argument for the naming model, None where none was given."""
    return None if shape is None else dims_to(as_dims(shape))


def _composed(getters):
    """One custom getter for those of nested scopes (_maybe_wrap_custom_getter)."""
    composed = getters[0]
    for getter in getters[1:]:
        composed = _wrapped(getter, composed)
    return composed


def _wrapped(custom_getter, old_getter):
    def wrapped_custom_getter(getter, *args, **kwargs):
        return _scope_lsp.call_back(custom_getter, functools.partial(old_getter, getter), *args, **kwargs)

    return wrapped_custom_getter


def _get_by_custom_getters(scope, getters, name, shape, dtype, initializer, regularizer, reuse, trainable, collections, caching_device, partitioner, validate_shape, use_resource, constraint, synchronization, aggregation, slot):
    outer = wrap_scope(scope)
    _scope_lsp.push_name_scope(None)
    try:
        if dtype is not None and initializer is not None:
            _scope_lsp.check_initializer(CALLBACKS, initializer, dtype_to(dtype))

        @_scope_lsp.takes(True)
        def _true_getter(name, shape=None, dtype=_dtypes.float32, initializer=None, regularizer=None, reuse=None, trainable=None, collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None, constraint=None, synchronization=None, aggregation=None):
            found = _scope_lsp.fetch_variable(
                scope,
                name,
                _callbacks(caching_device, constraint, synchronization, aggregation),
                shape=_shape_to(shape),
                dtype=dtype_to(dtype),
                initializer=initializer,
                regularizer=regularizer,
                reuse=reuse,
                trainable=trainable,
                collections=collections,
                partitioner=partitioner,
                validate_shape=validate_shape,
                use_resource=use_resource,
                slot=slot,
            )
            return _scope_lsp.wrapper(found)

        prefix = outer.name
        arguments = {
            "name": prefix + "/" + name if prefix else name,
            "shape": shape,
            "dtype": outer.dtype if dtype is None else dtype,
            "initializer": outer.initializer if initializer is None else initializer,
            "regularizer": outer.regularizer if regularizer is None else regularizer,
            "reuse": outer.reuse if reuse is None else reuse,
            "trainable": True if trainable is None else trainable,
            "collections": collections,
            "caching_device": outer.caching_device if caching_device is None else caching_device,
            "partitioner": outer.partitioner if partitioner is None else partitioner,
            "validate_shape": validate_shape,
            "use_resource": outer.use_resource if use_resource is None else use_resource,
            "synchronization": synchronization,
            "aggregation": aggregation,
        }
        getter = _composed(getters)
        takes = _scope_lsp.names_argument(getter, "constraint")
        if takes or (takes is None and constraint is not None):
            arguments["constraint"] = constraint
        start = _scope_lsp.accesses()
        if takes is None:
            result = getter(getter=_true_getter, **arguments)
        else:
            result = _scope_lsp.call_back(getter, getter=_true_getter, **arguments)
        if _scope_lsp.is_a(result, Variable):
            _scope_lsp.hand_out(result._handle, start)
        return result
    finally:
        _scope_lsp.pop_name_scope()
