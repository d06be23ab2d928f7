"""`tf.keras.backend`: variables, placeholders, sessions, and the functions that programs use most.

Modelled on keras/backend.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import (
    _array_more,
    _array_ops,
    _array_parts,
    _constant_ops,
    _control_flow,
    _math_ops,
    _nn_ops,
    _random_ops,
    _reductions,
    _session,
    _shape,
)
from tensorflow._array_more import pad
from tensorflow._array_ops import concat, identity
from tensorflow._array_ops import expand_dims as _expand_dims
from tensorflow._convolutions import avg_pool, convolution, max_pool
from tensorflow._gradients import gradients as _gradients
from tensorflow._graph import get_default_graph
from tensorflow._graph import name_scope as _name_scope
from tensorflow._math_ops import clip_by_value as _clip_by_value
from tensorflow._math_ops import matmul
from tensorflow._nn_ops import dropout as _dropout
from tensorflow._reductions import reduce_all, reduce_any, reduce_logsumexp, reduce_max, reduce_mean, reduce_min, reduce_prod, reduce_sum
from tensorflow._reductions import reduce_std, reduce_variance
from tensorflow._sparse_ops import SparseTensor
from tensorflow._tensor import base_dtype, convert, create, dtype_of, is_tensor, is_tensor_like
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variables import Variable
from tensorflow.keras import _state
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
from tensorflow.keras.activations import elu, hard_sigmoid, relu, sigmoid, softmax, softplus, softsign, tanh
from tensorflow.keras.losses import categorical_crossentropy as _categorical

logsumexp = reduce_logsumexp
symbolic_learning_phase = learning_phase


def abs(x):
    return _math_ops.abs_(x)


def cos(x):
    return _math_ops.cos(x)


def exp(x):
    return _math_ops.exp(x)


def log(x):
    return _math_ops.log(x)


def round(x):
    return _math_ops.round_(x)


def sign(x):
    return _math_ops.sign(x)


def sin(x):
    return _math_ops.sin(x)


def sqrt(x):
    return _math_ops.sqrt(x)


def square(x):
    return _math_ops.square(x)


def equal(x, y):
    return _math_ops.equal(x, y)


def not_equal(x, y):
    return _math_ops.not_equal(x, y)


def greater(x, y):
    return _math_ops.greater(x, y)


def greater_equal(x, y):
    return _math_ops.greater_equal(x, y)


def less(x, y):
    return _math_ops.less(x, y)


def less_equal(x, y):
    return _math_ops.less_equal(x, y)


def maximum(x, y):
    return _math_ops.maximum(x, y)


def minimum(x, y):
    return _math_ops.minimum(x, y)


def pow(x, a):
    return _math_ops.pow_(x, a)


def cumsum(x, axis=0):
    return _math_ops.cumsum(x, axis)


def cumprod(x, axis=0):
    return _math_ops.cumprod(x, axis)


def argmax(x, axis=-1):
    return _reductions.argmax(x, axis)


def argmin(x, axis=-1):
    return _reductions.argmin(x, axis)


def l2_normalize(x, axis=None):
    return _reductions.l2_normalize(x, axis)


def in_top_k(predictions, targets, k):
    return _nn_ops.in_top_k(predictions, targets, k)


def bias_add(x, bias, data_format=None):
    return _nn_ops.bias_add(x, bias, data_format)


def foldl(fn, elems, initializer=None, name=None):
    return _control_flow.foldl(fn, elems, initializer, name=name)


def foldr(fn, elems, initializer=None, name=None):
    return _control_flow.foldr(fn, elems, initializer, name=name)


def map_fn(fn, elems, name=None, dtype=None):
    return _control_flow.map_fn(fn, elems, dtype, name=name)


def gather(reference, indices):
    return _array_parts.gather(reference, indices)


def shape(x):
    return _array_ops.shape(x)


def reshape(x, shape):
    return _array_ops.reshape(x, shape)


def permute_dimensions(x, pattern):
    return _array_ops.transpose(x, pattern)


def transpose(x):
    return _array_ops.transpose(x)


def reverse(x, axes):
    return _array_more.reverse(x, [axes] if _scope_lsp.is_a(axes, int) else axes)


def squeeze(x, axis):
    return _array_ops.squeeze(x, [axis])


def stack(x, axis=0):
    return _array_ops.stack(x, axis)


def tile(x, n):
    return _array_ops.tile(x, [n] if _scope_lsp.is_a(n, int) else n)


def stop_gradient(variables):
    if _scope_lsp.is_a(variables, (list, tuple)):
        return [_array_ops.stop_gradient(one) for one in variables]
    return _array_ops.stop_gradient(variables)


def backend():
    return "tensorflow"


def cast_to_floatx(x):
    return _array_more.cast(x, floatx()) if is_tensor_like(x) else x


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
    return Variable(value, None, name=name, dtype=dtype_of(dtype or floatx()), constraint=constraint, use_resource=True)


def zeros(shape, dtype=None, name=None):
    return _filled(_constant_ops.zeros, shape, dtype, name)


def ones(shape, dtype=None, name=None):
    return _filled(_constant_ops.ones, shape, dtype, name)


def _filled(function, shape, dtype, name):
    made = function(shape, dtype_of(dtype or floatx()), name)
    return made if made._dims is None or isinstance(made._dims, tuple) and None in made._dims else variable(made, dtype, name)


def eye(size, dtype=None, name=None):
    return variable(_constant_ops.eye(size, dtype=dtype_of(dtype or floatx())), dtype, name)


def random_uniform_variable(shape, low, high, dtype=None, name=None, seed=None):
    return variable(_random_ops.random_uniform(shape, low, high, dtype_of(dtype or floatx()), seed), dtype, name)


def random_normal_variable(shape, mean, scale, dtype=None, name=None, seed=None):
    return variable(_random_ops.random_normal(shape, mean, scale, dtype_of(dtype or floatx()), seed), dtype, name)


def placeholder(shape=None, ndim=None, dtype=None, sparse=False, name=None, ragged=False):
    if _scope_lsp.is_known(shape) and not shape and ndim:
        shape = (None,) * ndim
    return _constant_ops.placeholder(dtype_of(dtype or floatx()), shape, name)


def constant(value, dtype=None, shape=None, name=None):
    return _constant_ops.constant_v1(value, dtype_of(dtype or floatx()), shape, "Const" if name is None else name)


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


# Shapes and dtypes.


def int_shape(x):
    dims = x.shape
    if not _scope_lsp.is_known(dims):
        return dims
    return tuple(dims.as_list()) if dims.ndims is not None else None


def ndim(x):
    dims = x.shape
    return dims.ndims if _scope_lsp.is_known(dims) else dims


def dtype(x):
    return dtype_of(x.dtype).base_dtype.name if dtype_of(x.dtype) is not None else x.dtype


def count_params(x):
    dims = _shape.as_dims(x.shape)
    elements = _shape.size(dims)
    return elements if _shape.is_int(elements) else _scope_lsp.unknown("a number of parameters")


def cast(x, dtype):
    return _array_more.cast(x, dtype)


def zeros_like(x, dtype=None, name=None):
    return _constant_ops.zeros_like(x, dtype_of(dtype), name)


def ones_like(x, dtype=None, name=None):
    return _constant_ops.ones_like(x, dtype_of(dtype), name)


def concatenate(tensors, axis=-1):
    return concat(tensors, axis)


def expand_dims(x, axis=-1):
    return _expand_dims(x, axis)


def flatten(x):
    return reshape(x, [-1])


def batch_flatten(x):
    return reshape(x, stack([-1, reduce_prod(shape(x)[1:])]))


def repeat(x, n):
    return tile(expand_dims(x, 1), stack([1, n, 1]))


def arange(start, stop=None, step=1, dtype="int32"):
    return _constant_ops.range_(start, stop, step, dtype_of(dtype))


def one_hot(indices, num_classes):
    return _constant_ops.one_hot(indices, depth=num_classes, axis=-1)


def temporal_padding(x, padding=(1, 1)):
    return pad(x, [[0, 0], list(padding), [0, 0]])


# Arithmetic.


def dot(x, y):
    a, b = convert(x), convert(y)
    if not isinstance(a._dims, tuple) or not isinstance(b._dims, tuple) or len(a._dims) == len(b._dims) == 2:
        return matmul(a, b)
    dims = a._dims[:-1] + (b._dims[:-2] + b._dims[-1:] if len(b._dims) > 1 else ())
    return create("Reshape", None, dims, base_dtype(a), inputs=(a, b))


def batch_dot(x, y, axes=None):
    from tensorflow.keras._merge import Dot

    axes = [len(x.shape) - 1, len(y.shape) - 2] if axes is None else axes
    return Dot(axes, name="batch_dot").call([x, y])


def clip(x, min_value, max_value):
    return _clip_by_value(x, min_value, max_value)


def _reduction(reduce):
    def reduction(x, axis=None, keepdims=False):
        return reduce(x, axis, keepdims)

    return reduction


max = _reduction(reduce_max)
min = _reduction(reduce_min)
sum = _reduction(reduce_sum)
prod = _reduction(reduce_prod)
mean = _reduction(reduce_mean)
any = _reduction(reduce_any)
all = _reduction(reduce_all)
var = _reduction(reduce_variance)
std = _reduction(reduce_std)


def in_train_phase(x, alt, training=None):
    training = learning_phase() if training is None else training
    return smart_cond(training, x if callable(x) else lambda: x, alt if callable(alt) else lambda: alt)


def in_test_phase(x, alt, training=None):
    return in_train_phase(alt, x, training)


def switch(condition, then_expression, else_expression):
    return smart_cond(condition, then_expression if callable(then_expression) else lambda: then_expression, else_expression if callable(else_expression) else lambda: else_expression)


def dropout(x, level, noise_shape=None, seed=None):
    return _dropout(x, rate=level, noise_shape=noise_shape, seed=seed)


def categorical_crossentropy(target, output, from_logits=False, axis=-1):
    return _categorical(target, output)


sparse_categorical_crossentropy = categorical_crossentropy


def binary_crossentropy(target, output, from_logits=False):
    x = convert(output)
    return create("Neg", None, x._dims, base_dtype(x), inputs=(x, convert(target)))


def random_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return _random_ops.random_normal(shape, mean, stddev, dtype_of(dtype or floatx()), seed)


def random_uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    return _random_ops.random_uniform(shape, minval, maxval, dtype_of(dtype or floatx()), seed)


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return _random_ops.truncated_normal(shape, mean, stddev, dtype_of(dtype or floatx()), seed)


def _spatial(rank):
    def conv(x, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
        first = _state.data_format_of(data_format) == "channels_first"
        layout = "N" + ("C" if first else "") + "DHW"[3 - rank :] + ("" if first else "C")
        return convolution(x, kernel, padding.upper(), _each(strides, rank), _each(dilation_rate, rank), data_format=layout)

    return conv


def _each(value, rank):
    return list(value) if isinstance(value, (list, tuple)) else [value] * rank


conv1d = _spatial(1)
conv2d = _spatial(2)
conv3d = _spatial(3)


def pool2d(x, pool_size, strides=(1, 1), padding="valid", data_format=None, pool_mode="max"):
    sizes, steps = (1,) + tuple(pool_size) + (1,), (1,) + tuple(strides) + (1,)
    return (max_pool if pool_mode == "max" else avg_pool)(x, sizes, steps, padding.upper())


def __getattr__(name):
    return _lookup("keras.backend." + name)
