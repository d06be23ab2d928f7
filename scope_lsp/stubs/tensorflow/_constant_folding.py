"""What TensorFlow knows of a tensor that is given as a shape, an axis or a size.

Its shape functions evaluate every op whose inputs are constants (eval_const_tensor.cc of
TensorFlow 1.15.5). The models evaluate few of them (`Tensor._value`): of the others it is not known
here what TensorFlow knows.

Not here: `tf.get_static_value` and what smart conditionals ask, which evaluate less
(`_static_values`).
"""

import _scope_lsp

_NEVER = frozenset(
    "Assert Enter Exit IteratorGetNext LoopCond Merge Multinomial NextIteration "
    "PlaceholderWithDefault Print PrintV2 PyFunc QueueDequeueManyV2 QueueDequeueV2 RandomGamma "
    "RandomShuffle ReadVariableOp ResourceGather Switch TensorArrayGatherV3 TensorArrayReadV3 "
    "TensorArraySizeV3".split()
)
"""Ops with inputs that are not evaluated: control flow, and what has a state."""

_DEEPEST = 20


def static_value(tensor):
    """The value of a small integer tensor, None if TensorFlow has none, or an unknown one."""
    held = tensor._value
    if held is None and _maybe_evaluated(tensor, _DEEPEST):
        return _scope_lsp.unknown("the value of a tensor of constants")
    return held


def _maybe_evaluated(tensor, depth):
    """Whether a tensor without a value here may depend on constants only."""
    if getattr(tensor, "_is_unknown", False):
        return True
    inputs = getattr(tensor, "_inputs", None)
    kind = getattr(tensor, "_op_type", None)
    if kind == "Const":
        return True
    if not inputs or kind is None or kind in _NEVER or not depth:
        return False
    for value in inputs:
        held = getattr(value, "_value", None)
        if isinstance(held, list):
            for item in held:
                if item is None:
                    return False
        elif held is None and not _maybe_evaluated(value, depth - 1):
            return False
    return True
