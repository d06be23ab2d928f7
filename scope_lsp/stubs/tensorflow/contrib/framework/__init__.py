"""`tf.contrib.framework`."""

from tensorflow._global_step import (
    assert_global_step,
    create_global_step,
    get_global_step,
    get_or_create_global_step,
)
from tensorflow._tensor import is_tensor_like
from tensorflow.contrib.framework._arg_scope import (
    add_arg_scope,
    arg_scope,
    arg_scoped_arguments,
    current_arg_scope,
    has_arg_scope,
)
from tensorflow.contrib.framework._checkpoint_utils import (
    init_from_checkpoint,
    list_variables,
    load_checkpoint,
    load_variable,
)
from tensorflow.contrib.framework._variables import (
    add_model_variable,
    assign_from_checkpoint,
    assign_from_checkpoint_fn,
    assign_from_values,
    assign_from_values_fn,
    filter_variables,
    get_local_variables,
    get_model_variables,
    get_trainable_variables,
    get_unique_variable,
    get_variable_full_name,
    get_variables,
    get_variables_by_name,
    get_variables_by_suffix,
    get_variables_to_restore,
    global_variable,
    local_variable,
    model_variable,
    variable,
)
from tensorflow.python.framework.smart_cond import smart_cond, smart_constant_value
from tensorflow._unmodelled import lookup as _lookup


def is_tensor(x):
    return is_tensor_like(x)


def __getattr__(name):
    if name == "nest":
        return __import__("tensorflow.contrib.framework.nest", fromlist=["*"])
    return _lookup("contrib.framework." + name)
