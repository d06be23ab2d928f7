"""`track_tf1_style_variables`: TensorFlow 1 variables that belong to a Keras layer.

TensorFlow 1.15 does not have it; this follows keras/legacy_tf_layers/variable_scope_shim.py of
TensorFlow 2.9: each layer has a store of its own, where `get_variable` fetches what was made
before.
"""

import functools

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._tensor import dtype_of, scope
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow._variables import Variable


def track_tf1_style_variables(method):
    @functools.wraps(method)
    def decorated(self, *args, **kwargs):
        if not hasattr(self, "_tf1_style_variables"):
            self._tf1_style_variables = {}
        store = self._tf1_style_variables

        def own_getter(
            getter,
            name,
            shape=None,
            dtype=None,
            initializer=None,
            regularizer=None,
            trainable=True,
            collections=None,
            use_resource=None,
            constraint=None,
            **others,
        ):
            if name not in store:
                store[name] = _made(
                    name,
                    shape,
                    dtype_of(dtype),
                    initializer=initializer,
                    trainable=trainable,
                    collections=collections,
                    constraint=constraint,
                )
                if regularizer is not None:
                    self._handle_weight_regularization(name, store[name], regularizer)
            return store[name]

        with variable_scope(
            get_variable_scope(), custom_getter=own_getter, auxiliary_name_scope=False
        ):
            return method(self, *args, **kwargs)

    return decorated


def _made(name, shape, dtype, initializer, trainable, collections, constraint):
    if initializer is None:
        initializer = (
            _init_ops.GlorotUniform() if dtype is None or dtype.is_floating else _init_ops.Zeros()
        )
    if isinstance(initializer, type):
        initializer = initializer()
    value = initializer
    if not _scope_lsp.is_known(initializer) or callable(initializer):

        def value():
            return initializer(shape, dtype=dtype)

    with scope(""):
        return Variable(
            value,
            trainable,
            collections,
            name=name,
            dtype=dtype,
            constraint=constraint,
            use_resource=True,
            shape=shape,
        )
