"""`tf.custom_gradient` and the ops that it leaves in a graph.

Not here: the gradient itself; it is taken to reach all arguments.

Modelled on ops/custom_gradient.py of TensorFlow 1.15.5.
"""

import functools
import inspect

import _scope_lsp

from tensorflow._tensor import Tensor, convert, is_tensor
from tensorflow.contrib.framework.nest import flatten, pack_sequence_as


def identity_n(input, name=None):
    tensors = [convert(x) for x in input]
    op = _scope_lsp.new_op("IdentityN", name)
    return [
        Tensor(op, "IdentityN", x._dims, dtype=x._dtype, value=x._value, index=i, inputs=(x,))
        for i, x in enumerate(tensors)
    ]


def custom_gradient(f):
    @functools.wraps(f)
    def decorated(*args, **kwargs):
        args = [convert(x) for x in args]
        made = f(*args, **kwargs)
        result = made[0]
        if not _scope_lsp.is_known(result):
            return result
        flat = flatten(result)
        named = identity_n(flat + args)
        for tensor in named:  # one op: the gradient of each output is one of all that went into it
            tensor._inputs = tuple(flat) + tuple(args)
        return pack_sequence_as(result, named[: len(flat)])

    return decorated


def recompute_grad(f):
    return custom_gradient(lambda *args, **kwargs: (f(*args, **kwargs), None))


def recompute_grad_of_layers(fn=None, use_data_dep=None, tupleize_grads=False):
    """`tf.contrib.layers.recompute_grad`, with arguments or without."""
    if fn is None:
        return lambda f: recompute_grad_of_layers(f, use_data_dep, tupleize_grads)
    takes = inspect.getfullargspec(fn)
    arguments = (
        {"is_recomputing": False}
        if _scope_lsp.is_known(takes) and "is_recomputing" in takes.args
        else {}
    )

    @functools.wraps(fn)
    def wrapped(*args):
        for arg in args:
            if _scope_lsp.is_known(arg) and not is_tensor(arg):
                raise ValueError("All inputs to function must be Tensors")
        return custom_gradient(lambda *inner: (fn(*inner, **arguments), None))(*args)

    return wrapped


class RegisterGradient:
    def __init__(self, op_type):
        pass

    def __call__(self, f):
        return f
