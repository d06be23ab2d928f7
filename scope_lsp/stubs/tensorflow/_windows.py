"""What convolutions and pools have in common: windows that move over a tensor.

Modelled on ops/nn_ops.py of TensorFlow 1.15.5 and the shape functions in common_shape_fns.
"""

import _scope_lsp

from tensorflow._shape import UNSURE, is_int


def sequence(value, count, rank, data_format):
    """Strides, sizes or rates of the `count` spatial axes, however they are given."""
    if value is None:
        return [1] * count
    if not _scope_lsp.is_known(value):
        return [UNSURE] * count
    if hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, (list, tuple)):
        return [value] * count
    if len(value) == 1:
        return [value[0]] * count
    if len(value) == rank:
        return list(value[2:] if channels_first(data_format) else value[1:-1])
    return list(value) if len(value) == count else [UNSURE] * count


def channels_first(data_format):
    return (
        _scope_lsp.is_known(data_format)
        and isinstance(data_format, str)
        and data_format.startswith("NC")
    )


def window_dim(dim, size, stride, padding, rate=1):
    """One spatial dimension after a window has moved over it."""
    if not is_int(stride) or not _scope_lsp.is_known(padding) or not isinstance(padding, str):
        return UNSURE
    if not is_int(dim):
        return dim
    if padding.upper() == "SAME":
        return -(-dim // stride) if stride else UNSURE
    if not is_int(size) or not is_int(rate) or not stride:
        return UNSURE
    whole = (size - 1) * rate + 1
    if dim < whole:
        message = "Negative dimension size caused by subtracting %d from %d" % (whole, dim)
        _scope_lsp.fail(message, when="awaited")
    return max(-(-(dim - (size - 1) * rate) // stride), 0)


def windowed(dims, rank, sizes, strides, padding, rates, channels, data_format):
    """The dims of a convolution's or pool's result; channels None: unchanged."""
    if not isinstance(dims, tuple) or len(dims) != rank:
        dims = (UNSURE if dims == UNSURE else None,) * rank
    first = channels_first(data_format)
    space = dims[2:] if first else dims[1:-1]
    depth = dims[1] if first else dims[-1]
    moved = tuple(
        [
            window_dim(dim, size, stride, padding=padding, rate=rate)
            for dim, size, stride, rate in zip(space, sizes, strides, rates)
        ]
    )
    depth = depth if channels is None else channels
    return (dims[0], depth) + moved if first else (dims[0],) + moved + (depth,)
