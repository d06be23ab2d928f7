"""How the axes of TensorFlow's weights correspond to those in PyTorch's layers.

It is a hint, derived from the last part of the name and the rank.  In TensorFlow, the last axis of
a kernel belongs to the layer's output; in PyTorch, the first.  Most libraries for JAX follow
TensorFlow.
"""

from __future__ import annotations

from scope_lsp.comparison.side import Shape

_KERNELS = ("kernel", "weights", "w", "W", "weight")
_RENAMED = {
    "gamma": "weight",
    "beta": "bias",
    "moving_mean": "running_mean",
    "moving_variance": "running_var",
}
_CELLS = ("lstm_cell", "lstm", "LSTMCell")


def hint(name: str, shape: Shape | None) -> tuple[str, str]:
    """The axes for ``permute``, or ``-`` for a weight that stays as it is; and a note."""
    *scopes, last = name.split("/")
    rank = None if shape is None else len(shape)
    if last in _RENAMED:
        return "-", f"{_RENAMED[last]} of a norm"
    around = scopes[-1] if scopes else ""
    if any(word in around for word in _CELLS):
        if last in ("kernel", "weights"):
            return (
                "(1, 0)",
                "split into weight_ih and weight_hh; gates i, j, f, o become i, f, g, o",
            )
        return "-", "gates i, j, f, o become i, f, g, o; add the forget bias"
    if "depthwise" in last and rank == 4:
        return "(2, 3, 0, 1)", "depthwise: join the first two axes"
    if last not in _KERNELS and "kernel" not in last and "weights" not in last:
        return "-", ""
    if rank == 2:
        return "(1, 0)", "dense; an embedding stays as it is" if last != "kernel" else "dense"
    if rank == 3:
        return "(2, 1, 0)", "convolution"
    if rank == 4:
        transposed = "transpose" in name.lower() or "deconv" in name.lower()
        return "(3, 2, 0, 1)", "transposed convolution" if transposed else "convolution"
    if rank == 5:
        return "(4, 3, 0, 1, 2)", "convolution"
    return "-", ""
