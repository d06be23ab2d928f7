"""`tf.contrib.slim`: the layers of tf.contrib.layers and the variables of tf.contrib.framework.

The other nets below `tensorflow.contrib.slim.python` are run where their source is at hand.
"""

from tensorflow.contrib.framework import *
from tensorflow.contrib.layers import *
from tensorflow.contrib import layers as _layers
from tensorflow.contrib.framework import (
    arg_scope,
    add_arg_scope,
    get_or_create_global_step,
    get_variables_to_restore,
    model_variable,
    variable,
)
from tensorflow.contrib.layers._rare import pool
from tensorflow._unmodelled import lookup as _lookup

conv2d = _layers.conv2d
softmax = _layers.softmax


_SLIM = "tensorflow.contrib.slim.python.slim."
_MODULES = {
    name: _SLIM + "data." + name
    for name in (
        "data_decoder",
        "data_provider",
        "dataset",
        "dataset_data_provider",
        "parallel_reader",
        "prefetch_queue",
        "tfexample_decoder",
    )
}
_MODULES.update({name: _SLIM + name for name in ("model_analyzer", "queues")})
_OTHERS = {
    "array_ops": "tensorflow",
    "evaluation": "tensorflow.contrib.slim.evaluation",
    "init_ops": "tensorflow._init_ops",
    "initializers": "tensorflow.contrib.layers",
    "layers": "tensorflow.contrib.layers",
    "learning": "tensorflow.contrib.slim.learning",
    "losses": "tensorflow.contrib.losses",
    "math_ops": "tensorflow",
    "metrics": "tensorflow.contrib.metrics",
    "nn": "tensorflow.nn",
    "ops": "tensorflow",
    "regularizers": "tensorflow.contrib.layers",
    "utils": "tensorflow.contrib.layers.utils",
    "variable_scope": "tensorflow",
    "variables": "tensorflow",
}
_MODULES.update(_OTHERS)


def __getattr__(name):
    if name in _MODULES:
        return __import__(_MODULES[name], fromlist=["*"])
    return _lookup("contrib.slim." + name)
