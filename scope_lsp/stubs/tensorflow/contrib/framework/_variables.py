"""Variables of tf.contrib.framework: model variables and how they are found.

Modelled on contrib/framework/python/ops/variables.py of TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._get_variable import get_variable
from tensorflow._graph import GraphKeys, add_to_collection, get_collection
from tensorflow._variable_scope import VariableScope, get_variable_scope
from tensorflow._variables import Variable
from tensorflow.contrib.framework._arg_scope import add_arg_scope


@add_arg_scope
def variable(
    name,
    shape=None,
    dtype=None,
    initializer=None,
    regularizer=None,
    trainable=True,
    collections=None,
    caching_device=None,
    device=None,
    partitioner=None,
    custom_getter=None,
    use_resource=None,
    synchronization=None,
    aggregation=None,
):
    wanted = []
    for collection in [GraphKeys.GLOBAL_VARIABLES] if collections is None else collections:
        if collection not in wanted:
            wanted.append(collection)
    getter = get_variable
    if custom_getter is not None:
        getter = functools.partial(custom_getter, reuse=get_variable_scope().reuse)
    return getter(
        name,
        shape=shape,
        dtype=dtype,
        initializer=initializer,
        regularizer=regularizer,
        trainable=trainable,
        collections=wanted,
        caching_device=caching_device,
        partitioner=partitioner,
        use_resource=use_resource,
        synchronization=synchronization,
        aggregation=aggregation,
    )


@add_arg_scope
def model_variable(
    name,
    shape=None,
    dtype=_dtypes.float32,
    initializer=None,
    regularizer=None,
    trainable=True,
    collections=None,
    caching_device=None,
    device=None,
    partitioner=None,
    custom_getter=None,
    use_resource=None,
    synchronization=None,
    aggregation=None,
):
    collections = list(collections or [])
    collections = collections + [GraphKeys.GLOBAL_VARIABLES, GraphKeys.MODEL_VARIABLES]
    return variable(
        name,
        shape=shape,
        dtype=dtype,
        initializer=initializer,
        regularizer=regularizer,
        trainable=trainable,
        collections=collections,
        caching_device=caching_device,
        device=device,
        partitioner=partitioner,
        custom_getter=custom_getter,
        use_resource=use_resource,
        synchronization=synchronization,
        aggregation=aggregation,
    )


def local_variable(initial_value, validate_shape=True, name=None, use_resource=None):
    return Variable(
        initial_value,
        trainable=False,
        collections=[GraphKeys.LOCAL_VARIABLES],
        validate_shape=validate_shape,
        use_resource=use_resource,
        name=name,
    )


def global_variable(initial_value, validate_shape=True, name=None, use_resource=None):
    return Variable(
        initial_value,
        trainable=False,
        collections=[GraphKeys.GLOBAL_VARIABLES],
        validate_shape=validate_shape,
        use_resource=use_resource,
        name=name,
    )


def get_variable_full_name(var):
    slices = var._save_slice_info
    return slices.full_name if slices else var.op.name


def add_model_variable(var):
    for known in get_collection(GraphKeys.MODEL_VARIABLES):
        if known is var:
            return
    add_to_collection(GraphKeys.MODEL_VARIABLES, var)


def get_variables(scope=None, suffix=None, collection=GraphKeys.GLOBAL_VARIABLES):
    if _scope_lsp.is_known(scope) and isinstance(scope, VariableScope):
        scope = scope.name
    if suffix is not None:
        scope = (scope or "") + ".*" + (suffix if ":" in suffix else suffix + ":")
    return get_collection(collection, scope)


def get_model_variables(scope=None, suffix=None):
    return get_variables(scope, suffix, GraphKeys.MODEL_VARIABLES)


def get_local_variables(scope=None, suffix=None):
    return get_variables(scope, suffix, GraphKeys.LOCAL_VARIABLES)


def get_trainable_variables(scope=None, suffix=None):
    return get_variables(scope, suffix, GraphKeys.TRAINABLE_VARIABLES)


def get_variables_by_suffix(suffix, scope=None):
    return get_variables(scope=scope, suffix=suffix)


def get_variables_by_name(given_name, scope=None):
    return get_variables(scope=scope, suffix="/" + given_name + ":|^" + given_name + ":")


def get_variables_to_restore(include=None, exclude=None):
    if include is None:
        wanted = get_variables()
    else:
        wanted = []
        for scope in include:
            wanted.extend(get_variables(scope))
    if exclude is None:
        return wanted
    left_out = []
    for scope in exclude:
        left_out.extend(get_variables(scope))
    return [var for var in wanted if var not in left_out]


def filter_variables(var_list, include_patterns=None, exclude_patterns=None, reg_search=True):
    import re  # not a name of this module

    find = re.search if reg_search else re.match
    if include_patterns is not None:
        var_list = [
            var
            for var in var_list
            if [pattern for pattern in include_patterns if find(pattern, var.op.name)]
        ]
    if exclude_patterns is not None:
        var_list = [
            var
            for var in var_list
            if not [pattern for pattern in exclude_patterns if find(pattern, var.op.name)]
        ]
    return var_list


def get_unique_variable(var_op_name):
    found = get_variables(scope=var_op_name)
    for var in found:
        if var.op.name == var_op_name:
            return var
    raise ValueError("Variable %s does not uniquely identify a variable" % var_op_name)


def assign_from_checkpoint(model_path, var_list, ignore_missing_vars=False):
    return _scope_lsp.unknown("what restores variables")


def assign_from_checkpoint_fn(
    model_path, var_list, ignore_missing_vars=False, reshape_variables=False
):
    return _scope_lsp.unknown("what restores variables")


def assign_from_values(var_names_to_values):
    return _scope_lsp.unknown("what restores variables")


assign_from_values_fn = assign_from_values
