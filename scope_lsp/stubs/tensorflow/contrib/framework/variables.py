"""tensorflow.contrib.framework.python.ops.variables, which programs import as a module."""

from tensorflow._global_step import (
    assert_global_step,
    create_global_step,
    get_global_step,
    get_or_create_global_step,
)
from tensorflow.contrib.framework._variables import *
