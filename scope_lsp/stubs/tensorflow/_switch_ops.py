"""tensorflow.python.ops.control_flow_ops: also the ops that its conditionals are made of.

Modelled on ops/control_flow_ops.py (switch, merge) of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._control_flow import *
from tensorflow._shape import join
from tensorflow._tensor import base_dtype, convert, create_many, pop, push

_Switch = collections.namedtuple("Switch", ("output_false", "output_true"))
_Merge = collections.namedtuple("Merge", ("output", "value_index"))


def switch(data, pred, dtype=None, name=None):
    name = push(name, "Switch")
    x = convert(data, dtype, "data")
    pred = convert(pred, None, "pred")
    pop()
    return _Switch(*create_many("Switch", name, [(x._dims, base_dtype(x))] * 2, inputs=(x, pred)))


def merge(inputs, name=None):
    if not _scope_lsp.is_known(inputs):
        return _scope_lsp.unknown("what is merged of tensors that are not known")
    if _scope_lsp.is_among(None, inputs):
        raise ValueError("At least one of the merge inputs is None: %s" % (inputs,))
    name = push(name, "Merge")
    tensors = [convert(value) for value in inputs]
    pop()
    dims = tensors[0]._dims
    for tensor in tensors:
        dims = join(dims, tensor._dims)
    output = (dims, base_dtype(tensors[0]))
    return _Merge(*create_many("Merge", name, [output, ((), _dtypes.int32)], inputs=tensors))
