"""tensorflow.python.ops.gen_state_ops: the ops of variables that are no resources.

Modelled on the ops Variable and VariableV2 of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._shape import as_dims
from tensorflow._tensor import create
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variables import Variable


def variable_v2(shape, dtype, container="", shared_name="", name=None):
    """The op of a variable alone, in no collection."""
    if _scope_lsp.executing_eagerly() is True:
        raise RuntimeError(
            "variable_v2 op does not support eager execution. Arg 'ref' is a reference."
        )
    made = Variable(
        lambda: create("Zeros", "zeros", as_dims(shape), dtype=dtype, inputs=()),
        trainable=False,
        collections=[],
        validate_shape=False,
        name=name or "VariableV2",
        dtype=dtype,
        use_resource=False,
        shape=shape,
    )
    return made._ref()


def variable(shape, dtype, container="", shared_name="", name=None):
    return variable_v2(shape, dtype, name=name or "Variable")


def __getattr__(name):
    return _lookup("python.ops.gen_state_ops." + name)
