"""`tf.flags`: absl's flags, with the names that its arguments had in TensorFlow.

Modelled on platform/flags.py of TensorFlow 1.15.5.
"""

from absl.flags import *
from absl import flags as _flags

_RENAMED = {"flag_name": "name", "docstring": "help", "default_value": "default"}


def _renamed(define):
    def define_flag(*args, **kwargs):
        return define(*args, **{_RENAMED.get(name, name): value for name, value in kwargs.items()})

    return define_flag


DEFINE_string = _renamed(_flags.DEFINE_string)
DEFINE_boolean = DEFINE_bool = _renamed(_flags.DEFINE_boolean)
DEFINE_float = _renamed(_flags.DEFINE_float)
DEFINE_integer = _renamed(_flags.DEFINE_integer)
