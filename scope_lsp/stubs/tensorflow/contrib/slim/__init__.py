"""`tf.contrib.slim`: the layers of tf.contrib.layers and the variables of tf.contrib.framework.

The other nets below `tensorflow.contrib.slim.python` are run where their source is at hand.
"""

from tensorflow.contrib.framework import *
from tensorflow.contrib.layers import *
from tensorflow.contrib import layers as _layers
from tensorflow.contrib.framework import arg_scope, add_arg_scope, get_or_create_global_step, get_variables_to_restore, model_variable, variable
from tensorflow.contrib.layers._rare import pool
from tensorflow._unmodelled import lookup as _lookup

conv2d = _layers.conv2d
softmax = _layers.softmax


def __getattr__(name):
    if name in ("layers", "ops"):
        return __import__("tensorflow.contrib." + {"layers": "layers", "ops": "framework"}[name], None, None, ["*"])
    if name in ("learning", "nets"):
        return __import__("tensorflow.contrib.slim." + name, None, None, ["*"])
    if name == "metrics":
        return __import__("tensorflow.contrib.metrics", None, None, ["*"])
    if name == "losses":
        return __import__("tensorflow.contrib.losses", None, None, ["*"])
    return _lookup("contrib.slim." + name)
