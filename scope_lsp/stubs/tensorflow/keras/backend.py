"""`tf.keras.backend`: variables, placeholders, sessions, phases; the rest is in `_backend_*`.

Modelled on keras/backend.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _constant_ops, _control_flow, _random_ops, _session
from tensorflow._array_ops import identity
from tensorflow._gradients import gradients as _gradients
from tensorflow._graph import get_default_graph
from tensorflow._name_scope import name_scope as _name_scope
from tensorflow._sparse_ops import SparseTensor
from tensorflow._tensor import dtype_of, is_tensor
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variables import Variable
from tensorflow.keras import _state
from tensorflow.keras._backend_arrays import *
from tensorflow.keras._backend_images import *
from tensorflow.keras._backend_math import *
from tensorflow.keras._history import has_history
from tensorflow.keras._shapes import smart_cond
from tensorflow.keras._state import (
    clear_session,
    epsilon,
    floatx,
    get_uid,
    image_data_format,
    learning_phase,
    learning_phase_scope,
    reset_uids,
    set_epsilon,
    set_floatx,
    set_image_data_format,
    set_learning_phase,
    unique_object_name,
)
from tensorflow.keras.activations import (
    elu,
    hard_sigmoid,
    relu,
    sigmoid,
    softmax,
    softplus,
    softsign,
    tanh,
)

symbolic_learning_phase = learning_phase


def foldl(fn, elems, initializer=None, name=None):
    return _control_flow.foldl(fn, elems, initializer, name=name)


def foldr(fn, elems, initializer=None, name=None):
    return _control_flow.foldr(fn, elems, initializer, name=name)


def map_fn(fn, elems, name=None, dtype=None):
    return _control_flow.map_fn(fn, elems, dtype, name=name)


def backend():
    return "tensorflow"


# Graphs and sessions.


def get_graph():
    return get_default_graph()


@_scope_lsp.takes(True, "__init__")
def name_scope(name, default_name=None, values=None):
    return _name_scope(name, default_name, values)


def get_session(op_input_list=()):
    found = _session.get_default_session()
    if found is not None:
        return found
    graph = get_default_graph()
    found = _state._config.get("session")
    if found is None or not _scope_lsp.is_known(found) or found.graph is not graph:
        found = _state._config["session"] = _session.Session()
    return found


def set_session(session):
    _state._config["session"] = session


def manual_variable_initialization(value):
    return None


def global_learning_phase_is_set():
    return False


# Variables and placeholders.


def variable(value, dtype=None, name=None, constraint=None):
    return Variable(
        value,
        None,
        name=name,
        dtype=dtype_of(dtype or floatx()),
        constraint=constraint,
        use_resource=True,
    )


def zeros(shape, dtype=None, name=None):
    return _filled(_constant_ops.zeros, shape, dtype, name=name)


def ones(shape, dtype=None, name=None):
    return _filled(_constant_ops.ones, shape, dtype, name=name)


def _filled(function, shape, dtype, name):
    made = function(shape, dtype_of(dtype or floatx()), name)
    return (
        made
        if made._dims is None or isinstance(made._dims, tuple) and None in made._dims
        else variable(made, dtype, name)
    )


def eye(size, dtype=None, name=None):
    return variable(_constant_ops.eye(size, dtype=dtype_of(dtype or floatx())), dtype, name)


def random_uniform_variable(shape, low, high, dtype=None, name=None, seed=None):
    return variable(
        _random_ops.random_uniform(shape, low, high, dtype=dtype_of(dtype or floatx()), seed=seed),
        dtype,
        name,
    )


def random_normal_variable(shape, mean, scale, dtype=None, name=None, seed=None):
    return variable(
        _random_ops.random_normal(shape, mean, scale, dtype=dtype_of(dtype or floatx()), seed=seed),
        dtype,
        name,
    )


def placeholder(shape=None, ndim=None, dtype=None, sparse=False, name=None, ragged=False):
    if _scope_lsp.is_known(shape) and not shape and ndim:
        shape = (None,) * ndim
    return _constant_ops.placeholder(dtype_of(dtype or floatx()), shape, name)


def constant(value, dtype=None, shape=None, name=None):
    return _constant_ops.constant_v1(
        value, dtype_of(dtype or floatx()), shape, name="Const" if name is None else name
    )


def is_placeholder(x):
    return is_tensor(x) and x._op_type == "Placeholder"


def is_keras_tensor(x):
    return has_history(x)


def is_sparse(tensor):
    return isinstance(tensor, SparseTensor)


def get_value(x):
    return _scope_lsp.unknown("the value of a variable")


eval = get_value


def batch_get_value(tensors):
    return [_scope_lsp.unknown("the value of a variable") for _ in tensors]


def set_value(x, value):
    return None


def batch_set_value(tuples):
    return None


def update(x, new_x):
    return x.assign(new_x)


def update_add(x, increment):
    return x.assign_add(increment)


def update_sub(x, decrement):
    return x.assign_sub(decrement)


def function(inputs, outputs, updates=None, name=None, **kwargs):
    return lambda *args, **kwargs: _scope_lsp.unknown("what a function computes")


def gradients(loss, variables):
    return _gradients(loss, variables)


def in_train_phase(x, alt, training=None):
    training = learning_phase() if training is None else training
    return smart_cond(
        training, x if callable(x) else lambda: x, alt if callable(alt) else lambda: alt
    )


def in_test_phase(x, alt, training=None):
    return in_train_phase(alt, x, training)


def switch(condition, then_expression, else_expression):
    return smart_cond(
        condition,
        then_expression if callable(then_expression) else lambda: then_expression,
        else_expression if callable(else_expression) else lambda: else_expression,
    )


def __getattr__(name):
    return _lookup("keras.backend." + name)
