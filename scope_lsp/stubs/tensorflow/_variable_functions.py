"""Functions on variables: the collections of them, their initializers, `tf.assign`.

Modelled on ops/variables.py and ops/state_ops.py of TensorFlow 1.15.5.
"""

from tensorflow import _dtypes
from tensorflow._graph import GraphKeys, get_collection
from tensorflow._name_scope import _NameScope
from tensorflow._shape import UNSURE
from tensorflow._tensor import create, create_op


def assign(ref, value, validate_shape=None, use_locking=None, name=None):
    return ref.assign(value, name=name)


def assign_add(ref, value, use_locking=None, name=None):
    return ref.assign_add(value, name=name)


def assign_sub(ref, value, use_locking=None, name=None):
    return ref.assign_sub(value, name=name)


def count_up_to(ref, limit, name=None):
    return create("CountUpTo", name, (), dtype=ref._dtype)


def global_variables(scope=None):
    return get_collection(GraphKeys.GLOBAL_VARIABLES, scope)


def all_variables():
    return global_variables()


def local_variables(scope=None):
    return get_collection(GraphKeys.LOCAL_VARIABLES, scope)


def model_variables(scope=None):
    return get_collection(GraphKeys.MODEL_VARIABLES, scope)


def trainable_variables(scope=None):
    return get_collection(GraphKeys.TRAINABLE_VARIABLES, scope)


def moving_average_variables(scope=None):
    return get_collection(GraphKeys.MOVING_AVERAGE_VARIABLES, scope)


def variables_initializer(var_list, name="init"):
    return create_op("NoOp", name)


initialize_variables = variables_initializer


def global_variables_initializer():
    return variables_initializer(global_variables())


initialize_all_variables = global_variables_initializer


def local_variables_initializer():
    return variables_initializer(local_variables())


initialize_local_variables = local_variables_initializer


def is_variable_initialized(variable):
    if variable._resource:
        return variable.is_initialized()
    return create("IsVariableInitialized", None, (), dtype=_dtypes.bool)


def assert_variables_initialized(var_list=None):
    if var_list is None:
        var_list = global_variables() + local_variables()
    ranks = [create("Rank", None, (), dtype=_dtypes.int32) for _ in var_list]
    if not ranks:
        return None
    return (
        ranks[0] if len(ranks) == 1 else create("Pack", "stack", (len(ranks),), dtype=_dtypes.int32)
    )


def report_uninitialized_variables(var_list=None, name="report_uninitialized_variables"):
    with _NameScope(None, name):
        return create("Const", "Const", UNSURE, dtype=_dtypes.string)
