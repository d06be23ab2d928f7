"""Names of the ops of rarer functions that the table `_default_names` does not tell.

Functions without a model of their own take their names from here first.  The ops inside of a
function's name scope are not listed.

Read from ops/{array,image,linalg,math,nn,sparse}_ops.py, ops/ctc_ops.py and ops/signal of
TensorFlow 1.15.5.
"""

import _scope_lsp

OWN_NAMES = {
    "bincount": "bincount",
    "math.bincount": "bincount",
    "broadcast_dynamic_shape": "BroadcastArgs",
    "contrib.layers.embedding_lookup_unique": "EmbeddingLookupUnique",
    "image.resize_image_with_pad": "resize_image_with_pad",
    "nn.ctc_beam_search_decoder": "CTCBeamSearchDecoder",
    "nn.ctc_greedy_decoder": "CTCGreedyDecoder",
    "nn.ctc_loss": "CTCLoss",
    "numpy_function": "PyFunc",
    "print": "PrintV2",
    "signal.hamming_window": "hamming_window",
    "signal.hann_window": "hann_window",
    "sparse_reduce_sum": "SparseReduceSum",
    "sparse.reduce_sum": "SparseReduceSum",
    "sparse_reduce_max": "SparseReduceMax",
    "sparse.reduce_max": "SparseReduceMax",
}
"""The op or scope that has the function's `name`, by the path of the function."""
for _word in ("rfft", "irfft", "rfft2d", "irfft2d", "rfft3d", "irfft3d"):
    OWN_NAMES["signal." + _word] = OWN_NAMES["spectral." + _word] = _word

for _word in ("audio", "generic", "histogram", "image", "scalar"):  # no writer is set
    OWN_NAMES["python.ops.summary_ops_v2." + _word] = "NoOp"

_SOBEL = "Shape Const strided_slice sobel_filters MirrorPad depthwise concat Reshape"
_GRADIENTS = (
    "Shape unstack strided_slice strided_slice Sub strided_slice strided_slice Sub stack zeros "
    "concat Reshape stack zeros concat Reshape"
)
_FIXED = {
    "image.image_gradients": _GRADIENTS,
    "image.rgb_to_yuv": "kernel Tensordot",
    "image.sobel_edges": _SOBEL,
    "image.yuv_to_rgb": "kernel Tensordot",
    "linalg.svd": "Real",
    "nn.ctc_greedy_decoder": "SparseTensor",
    "print": "StringFormat",
    "sparse.reorder": "SparseTensor",
    "sparse_reorder": "SparseTensor",
    "svd": "Real",
}
"""Ops that a function makes beside, whatever its arguments are."""


def _repeat(input, repeats, axis=None, name=None):
    return "Reshape" if axis is None else ""


def _searchsorted(sorted_sequence, values, side="left", *args, **kwargs):
    found = "" if side == "right" else "LowerBound "
    return found + "Shape strided_slice Shape strided_slice Reshape Reshape Shape Reshape"


def _beams(inputs, sequence_length, beam_width=100, top_paths=1, *args, **kwargs):
    return "SparseTensor " * top_paths


def _parts(keyword_required=None, sp_input=None, num_split=None, *args, **kwargs):
    return "SparseTensor " * num_split


def _slice(sp_input, start, size, name=None):
    return " ".join(["Const" for part in (start, size) if isinstance(part, (list, tuple))])


def _reshape(sp_input, shape, name=None):
    return "Cast" if isinstance(shape, (list, tuple)) else ""


_DEPENDENT = {
    "nn.ctc_beam_search_decoder": _beams,
    "repeat": _repeat,
    "searchsorted": _searchsorted,
    "sparse.reshape": _reshape,
    "sparse.slice": _slice,
    "sparse.split": _parts,
    "sparse_reshape": _reshape,
    "sparse_slice": _slice,
    "sparse_split": _parts,
}
"""Functions of the same arguments that tell the ops made beside."""


def make_others(path, args, kwargs):
    """Make the ops that a function makes beside the one that has its name."""
    others = _DEPENDENT[path](*args, **kwargs) if path in _DEPENDENT else _FIXED.get(path, "")
    if _scope_lsp.is_known(others):
        for name in others.split():
            _scope_lsp.new_op(name)
