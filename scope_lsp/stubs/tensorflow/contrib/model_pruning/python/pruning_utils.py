"""tensorflow.contrib.model_pruning.python.pruning_utils."""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.model_pruning._pruning import (
    determine_partitioned_axis,
    expand_tensor,
    factorized_pool,
    kronecker_product,
    partitioned_variable_assign,
    variable_assign,
    weight_mask_variable,
    weight_threshold_variable,
)


def __getattr__(name):
    return _lookup("contrib.model_pruning.python.pruning_utils." + name)
