"""`keras.backend`: what is different from the one of tf.keras.

Modelled on keras/backend/tensorflow_backend.py of Keras 2.2.4 and 2.3.1.
"""

import _scope_lsp
import numpy as np
import tensorflow as tf

from tensorflow import _constant_ops, _random_ops
from tensorflow._tensor import dtype_of
from tensorflow._variables import Variable

from keras import _state
from keras._inputs import int_shape
from keras._norm import moving_average_update
from keras._release import IS_2_3
from keras._shared.backend import *
from keras._shared import backend as _shared
from keras._state import clear_session, get_uid, learning_phase, reset_uids, set_learning_phase

name_scope = tf.name_scope


def variable(value, dtype=None, name=None, constraint=None):
    made = Variable(
        value,
        True,
        name=name,
        dtype=dtype_of(dtype or floatx()),
        constraint=constraint,
        use_resource=True if IS_2_3 else None,
    )
    shape = getattr(value, "shape", None)
    if _scope_lsp.is_known(shape) and isinstance(shape, tuple):
        made._keras_shape = shape
    return made


_shared.variable = variable


def eye(size, dtype=None, name=None):
    made = _constant_ops.eye(size, dtype=dtype_of(dtype or floatx()), name=name)
    return made if IS_2_3 else variable(made, dtype, name)


def placeholder(shape=None, ndim=None, dtype=None, sparse=False, name=None):
    made = _shared.placeholder(shape, ndim, dtype, sparse=sparse, name=name)
    if _scope_lsp.is_known(shape) and shape:
        made._keras_shape = tuple(shape)
    return made


def is_keras_tensor(x):
    return hasattr(x, "_keras_history")


def set_image_dim_ordering(value):
    set_image_data_format({"th": "channels_first", "tf": "channels_last"}.get(value, value))


def image_dim_ordering():
    return {"channels_first": "th", "channels_last": "tf"}.get(image_data_format())


def __getattr__(name):
    if name in ("tensorflow_backend", "common", "load_backend"):
        return __import__("keras.backend", fromlist=["*"])
    return _shared.__getattr__(name)
