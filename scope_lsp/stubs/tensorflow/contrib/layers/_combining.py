"""Layers made of others: repeat, stack, and small helpers of tf.contrib.layers.

Modelled on contrib/layers/python/layers/layers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _constant_ops, _dtypes, _math_ops, _nn_ops
from tensorflow._casts import to_int64
from tensorflow._array_joins import concat
from tensorflow._array_ops import reshape, shape
from tensorflow._dims import UNSURE
from tensorflow._reductions import reduce_prod, reduce_sum
from tensorflow._shape import TensorShape, is_int
from tensorflow._sparse_layout import sparse_reshape
from tensorflow._sparse_ops import SparseTensor
from tensorflow._tensor import base_dtype, convert, create, pop, push
from tensorflow._tensor import scope as in_scope
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.framework._arg_scope import add_arg_scope
from tensorflow.contrib.layers._utils import collect_named_outputs


def _name_of(layer, default):
    if hasattr(layer, "__name__"):
        return layer.__name__
    if hasattr(layer, "func") and hasattr(layer.func, "__name__"):
        return layer.func.__name__
    return default


@add_arg_scope
def repeat(inputs, repetitions, layer, *args, **kwargs):
    scope = kwargs.pop("scope", None)
    with variable_scope(scope, "Repeat", [inputs]):
        outputs = convert(inputs)
        scope = _name_of(layer, "repeat") if scope is None else scope
        for i in range(repetitions):
            kwargs["scope"] = scope + "_" + str(i + 1)
            outputs = layer(outputs, *args, **kwargs)
        return outputs


@add_arg_scope
def stack(inputs, layer, stack_args, **kwargs):
    scope = kwargs.pop("scope", None)
    if _scope_lsp.is_known(stack_args) and not isinstance(stack_args, (list, tuple)):
        raise ValueError("stack_args need to be a list or tuple")
    with variable_scope(scope, "Stack", [inputs]):
        outputs = convert(inputs)
        scope = _name_of(layer, "stack") if scope is None else scope
        for i, arguments in enumerate(stack_args):
            kwargs["scope"] = scope + "_" + str(i + 1)
            arguments = arguments if isinstance(arguments, (list, tuple)) else [arguments]
            outputs = layer(outputs, *arguments, **kwargs)
        return outputs


@add_arg_scope
def one_hot_encoding(
    labels, num_classes, on_value=1.0, off_value=0.0, outputs_collections=None, scope=None
):
    name = push(scope, "OneHotEncoding")
    labels = convert(labels)
    if base_dtype(labels) is _dtypes.int32:
        labels = to_int64(labels)
    outputs = _constant_ops.one_hot(labels, num_classes, on_value=on_value, off_value=off_value)
    pop()
    return collect_named_outputs(outputs_collections, name, outputs)


@add_arg_scope
def unit_norm(inputs, dim, epsilon=1e-7, scope=None):
    push(scope, "UnitNorm")
    x = convert(inputs)
    result = create("RealDiv", "div", x._dims, dtype=base_dtype(x), inputs=(x,))
    pop()
    return result


def poincare_normalize(x, axis=1, epsilon=1e-5, name=None):
    full = push(name, "poincare_normalize")
    x = convert(x, None, "x")
    inverse = _math_ops.rsqrt(reduce_sum(_math_ops.square(x), axis, keepdims=True))
    inverse = _math_ops.minimum((1.0 - epsilon) * inverse, 1.0)
    pop()
    return _math_ops.multiply(x, inverse, name=full)


@add_arg_scope
def _inner_flatten(inputs, new_rank, output_collections=None, scope=None):
    with in_scope(scope, "InnerFlatten") as name:
        is_sparse = _scope_lsp.is_a(inputs, SparseTensor)
        inputs = inputs if is_sparse else convert(inputs)
        dims = inputs._dims
        if isinstance(dims, tuple) and is_int(new_rank) and len(dims) < new_rank:
            what = "Inputs has" if is_sparse else "inputs has"
            _scope_lsp.fail("%s rank less than new_rank. Received rank %d" % (what, len(dims)))
        sizes = inputs.dense_shape if is_sparse else shape(inputs)
        inner = reduce_prod(sizes[new_rank - 1 :]) if is_sparse else -1
        sizes = concat((sizes[: new_rank - 1], [inner]), 0)
        flattened = sparse_reshape(inputs, sizes) if is_sparse else reshape(inputs, sizes)
        if isinstance(dims, tuple) and is_int(new_rank) and not is_sparse:
            count = TensorShape(dims[new_rank - 1 :]).num_elements()
            flattened.set_shape(dims[: new_rank - 1] + (count,))
    return collect_named_outputs(output_collections, name, flattened)


@add_arg_scope
def softmax(logits, scope=None):
    with variable_scope(scope, "softmax", [logits]):
        x = convert(logits)
        classes = x._dims[-1:] if isinstance(x._dims, tuple) else (UNSURE,)
        flat = create("Reshape", None, (None,) + classes, dtype=base_dtype(x), inputs=(x,))
        predictions = reshape(_nn_ops.softmax(flat), shape(logits))
        predictions._dims = x._dims
        return predictions
