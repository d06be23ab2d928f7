"""Tensors that are one of several, because a branch was not decided: what they have in common.

Not here: how gradients follow from it (`_gradients`).
"""

import _scope_lsp

from tensorflow._dims import UNSURE, either
from tensorflow._gradients import _BARRIERS, _DISCRETE
from tensorflow._tensor import Tensor, is_tensor_like, unknown_tensor

_MAX_LEVELS = 25
"""How far back is looked for what each of several tensors is computed from."""
_MAX_NODES = 300
"""How many tensors are looked at for that.  Behind the gradients of a model lies all of it."""


def one_of(value):
    """The tensor that one of several values becomes, of which only what they share is known."""
    options = _scope_lsp.options(value)
    for option in options:
        if not is_tensor_like(option) and not _scope_lsp.is_a(option, (int, float)):
            return unknown_tensor()
    dims, dtype, held = _known_of(options[0])
    for option in options[1:]:
        its_dims, its_dtype, its_held = _known_of(option)
        dims = either(dims, its_dims)
        dtype = dtype if dtype == its_dtype else None
        if held != its_held:
            dims, held = UNSURE, None
    inputs = [option for option in options if is_tensor_like(option)]
    tensor = Tensor(
        _scope_lsp.unknown("the name of a tensor"), "", dims, dtype=dtype, value=held, inputs=inputs
    )
    tensor._is_unknown = True
    if len(inputs) == len(options):
        tensor._surely = _scope_lsp.meeting(options, _flows_from, _MAX_LEVELS, nodes=_MAX_NODES)
    return tensor


def _known_of(option):
    """Dims, dtype and static value of a tensor, or of the one that a number becomes."""
    if not is_tensor_like(option):
        return (), None, None
    dtype = getattr(option, "_dtype", None)
    return (
        getattr(option, "_dims", UNSURE),
        None if dtype is None else dtype.base_dtype,
        getattr(option, "_value", None),
    )


def _flows_from(node):
    """The tensors and variables that a gradient surely reaches from a tensor."""
    inputs = node._inputs
    if inputs == () or hasattr(node, "_variable_list") or node._op_type in _BARRIERS:
        return ()
    if node._dtype is not None and node._dtype._kind in _DISCRETE:
        return ()
    if node._is_unknown:
        return node._surely
    return () if inputs is None or not _scope_lsp.is_known(inputs) else inputs
