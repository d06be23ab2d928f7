"""What a tensor certainly holds while the graph is built.

Modelled on framework/tensor_util.py (constant_value) of TensorFlow 1.15.5, which evaluates few ops.
"""

import _scope_lsp

from tensorflow._tensor import Tensor, is_tensor_like

_EVALUATED = frozenset(
    ("Const Shape Size Rank Range Cast Concat ConcatV2 Pack Fill Equal NotEqual").split()
)


@_scope_lsp.takes(True, "constant_value")
def get_static_value(tensor, partial=False):
    if not _scope_lsp.is_known(tensor):
        return _scope_lsp.unknown("the constant value of a tensor")
    if not is_tensor_like(tensor):
        return tensor
    if not isinstance(tensor, Tensor):
        return None
    if _scope_lsp.is_known(tensor._op_type) and tensor._op_type not in _EVALUATED:
        return None
    held = tensor._value
    if _scope_lsp.is_int(held):
        return held
    if _scope_lsp.is_a(held, float):
        import numpy  # a large model that programs without this do not need

        return numpy.ndarray((), tensor._dtype.as_numpy_dtype, held)
    return _scope_lsp.unknown("the constant value of a tensor")
