"""`tf.custom_gradient` and the ops that it leaves in a graph.

Not here: the gradient itself; it is taken to reach all arguments.

Modelled on ops/custom_gradient.py of TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from tensorflow._tensor import Tensor, convert
from tensorflow.contrib.framework.nest import flatten, pack_sequence_as


def identity_n(input, name=None):
    tensors = [convert(x) for x in input]
    op = _scope_lsp.new_op("IdentityN", name)
    return [Tensor(op, "IdentityN", x._dims, x._dtype, x._value, i, (x,)) for i, x in enumerate(tensors)]


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
        for tensor in named:
            tensor._inputs = tuple(tensor._inputs) + tuple(args)
        return pack_sequence_as(result, named[: len(flat)])

    return decorated


def recompute_grad(f):
    return custom_gradient(lambda *args, **kwargs: (f(*args, **kwargs), None))


class RegisterGradient:
    def __init__(self, op_type):
        pass

    def __call__(self, f):
        return f
