"""`tf.get_variable`: a request to the naming model, and the custom getters on its way there.

Modelled on ops/variable_scope.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._graph import GraphKeys
from tensorflow._plain_values import dims_to, dtype_to, is_empty
from tensorflow._shape import TensorShape, as_dims
from tensorflow._variable_callbacks import CALLBACKS, callbacks_of
from tensorflow._variable_scope import composed, wrap_scope
from tensorflow._variables import Variable


def get_variable(
    name,
    shape=None,
    dtype=None,
    initializer=None,
    regularizer=None,
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
    _slot=False,
):
    return _get_variable(
        _scope_lsp.get_variable_scope(),
        name,
        shape,
        dtype=dtype,
        initializer=initializer,
        regularizer=regularizer,
        reuse=None,
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
        slot=_slot,
    )


def get_local_variable(
    name,
    shape=None,
    dtype=None,
    initializer=None,
    regularizer=None,
    trainable=False,
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
    if collections:
        collections += [GraphKeys.LOCAL_VARIABLES]
    else:
        collections = [GraphKeys.LOCAL_VARIABLES]
    return get_variable(
        name,
        shape,
        dtype,
        initializer=initializer,
        regularizer=regularizer,
        trainable=False,
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


def _get_variable(
    scope,
    name,
    shape,
    dtype,
    initializer,
    regularizer,
    reuse,
    trainable,
    collections,
    caching_device,
    partitioner,
    validate_shape,
    use_resource,
    custom_getter,
    constraint,
    synchronization,
    aggregation,
    slot=False,
):
    if trainable is None and synchronization is not None:
        from tensorflow._distributed_variables import trained  # few programs need it

        trainable = trained(trainable, synchronization)
    if dtype is None and shape is None and not _scope_lsp.is_known(initializer):
        # Without a shape, only a value can make a variable, which then has its dtype.
        dtype = _scope_lsp.unknown("the dtype of a value that is not known")
    getters = (
        _scope_lsp.scope_attribute(scope, "custom_getters")
        if custom_getter is None
        else [custom_getter]
    )
    if len(getters) == 1 and _scope_lsp.is_known(getters[0]) and not callable(getters[0]):
        _scope_lsp.fail("Passed a custom_getter which is not callable: %s" % (getters[0],))
    elif getters and _scope_lsp.is_known(getters[-1]):
        return _get_by_custom_getters(
            scope,
            getters,
            name,
            shape=shape,
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
            constraint=constraint,
            synchronization=synchronization,
            aggregation=aggregation,
            slot=slot,
        )
    elif getters:
        with _scope_lsp.unknown_code("a custom getter that is not known", True):
            return _get_plainly(
                scope,
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
                constraint=constraint,
                synchronization=synchronization,
                aggregation=aggregation,
                slot=slot,
            )
    return _get_plainly(
        scope,
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
        constraint=constraint,
        synchronization=synchronization,
        aggregation=aggregation,
        slot=slot,
    )


def _get_plainly(
    scope,
    name,
    shape,
    dtype,
    initializer,
    regularizer,
    reuse,
    trainable,
    collections,
    caching_device,
    partitioner,
    validate_shape,
    use_resource,
    constraint,
    synchronization,
    aggregation,
    slot,
):
    return _asked(
        _scope_lsp.get_variable,
        scope,
        name,
        shape=shape,
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
        constraint=constraint,
        synchronization=synchronization,
        aggregation=aggregation,
        slot=slot,
    )


def _asked(
    ask,
    scope,
    name,
    shape,
    dtype,
    initializer,
    regularizer,
    reuse,
    trainable,
    collections,
    caching_device,
    partitioner,
    validate_shape,
    use_resource,
    constraint,
    synchronization,
    aggregation,
    slot,
):
    """The variable for a request, as one of the naming model's two ways to ask gives it."""
    found = ask(
        scope,
        name,
        callbacks_of(caching_device, constraint, synchronization, aggregation=aggregation),
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
        is_sequence=not _scope_lsp.is_a(shape, TensorShape),
    )
    return _scope_lsp.wrapper(found)


def _shape_to(shape):
    """A shape argument for the naming model, None where none was given."""
    return None if shape is None else dims_to(as_dims(shape))


def _get_by_custom_getters(
    scope,
    getters,
    name,
    shape,
    dtype,
    initializer,
    regularizer,
    reuse,
    trainable,
    collections,
    caching_device,
    partitioner,
    validate_shape,
    use_resource,
    constraint,
    synchronization,
    aggregation,
    slot,
):
    outer = wrap_scope(scope)
    with _scope_lsp.in_name_scope(None):
        if dtype is not None and initializer is not None:
            _scope_lsp.check_initializer(CALLBACKS, initializer, dtype_to(dtype))

        @_scope_lsp.takes(True)
        def _true_getter(
            name,
            shape=None,
            dtype=_dtypes.float32,
            initializer=None,
            regularizer=None,
            reuse=None,
            trainable=None,
            collections=None,
            caching_device=None,
            partitioner=None,
            validate_shape=True,
            use_resource=None,
            constraint=None,
            synchronization=None,
            aggregation=None,
        ):
            return _asked(
                _scope_lsp.fetch_variable,
                scope,
                name,
                shape=shape,
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
                constraint=constraint,
                synchronization=synchronization,
                aggregation=aggregation,
                slot=slot,
            )

        prefix = outer.name
        arguments = {
            "name": name if is_empty(prefix) else prefix + "/" + name,
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
        getter = composed(getters)
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
