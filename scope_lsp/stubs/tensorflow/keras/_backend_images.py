"""Functions of `tf.keras.backend` on images, volumes and sequences of labels.

Of what TensorFlow computes by several ops, those are kept that say the shape.

Modelled on keras/backend.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_layout import pad
from tensorflow._depthwise_convolutions import separable_conv2d as _separable
from tensorflow._dims import dim_op
from tensorflow._moving_averages import assign_moving_average
from tensorflow._shape import UNSURE, as_dim
from tensorflow._tensor import base_dtype, convert, create, scope
from tensorflow.keras import _state


def _product(x, y):
    return x * y


def _channels_first(data_format):
    return _state.data_format_of(data_format) == "channels_first"


def _enlarged(dims, start, factors):
    """Dims of which those from `start` on are multiplied."""
    if not isinstance(dims, tuple) or len(dims) < start + len(factors):
        return UNSURE
    new = [dim_op(_product, dim, as_dim(factor)) for dim, factor in zip(dims[start:], factors)]
    return dims[:start] + tuple(new) + dims[start + len(factors) :]


def repeat_elements(x, rep, axis):
    x = convert(x)
    dims = x._dims
    if not isinstance(dims, tuple) or not _scope_lsp.is_a(axis, int):
        return create("ConcatV2", "concat", UNSURE, dtype=base_dtype(x), inputs=(x,))
    axis = axis % len(dims)
    if dims[axis] is None:  # it is tiled on an axis of its own
        return create("Reshape", None, dims, dtype=base_dtype(x), inputs=(x,))
    create("Split", "split", UNSURE, dtype=base_dtype(x), inputs=(x,))
    dims = _enlarged(dims, axis, [rep])
    return create("ConcatV2", "concat", dims, dtype=base_dtype(x), inputs=(x,))


def resize_images(x, height_factor, width_factor, data_format, interpolation="nearest"):
    x = convert(x)
    nearest = not _scope_lsp.is_known(interpolation) or interpolation == "nearest"
    dims = _enlarged(
        x._dims, 2 if _channels_first(data_format) else 1, [height_factor, width_factor]
    )
    with scope(None, "resize"):
        return create(
            "ResizeNearestNeighbor" if nearest else "ResizeBilinear",
            None,
            dims,
            dtype=base_dtype(x) if nearest else _dtypes.float32,
            inputs=(x,),
        )


def resize_volumes(x, depth_factor, height_factor, width_factor, data_format):
    start = 2 if _channels_first(data_format) else 1
    for i, factor in enumerate((depth_factor, height_factor, width_factor)):
        x = repeat_elements(x, factor, axis=start + i)
    return x


def spatial_2d_padding(x, padding=((1, 1), (1, 1)), data_format=None):
    return _padded(x, padding, data_format)


def spatial_3d_padding(x, padding=((1, 1), (1, 1), (1, 1)), data_format=None):
    return _padded(x, padding, data_format)


def _padded(x, padding, data_format):
    pattern = [list(pair) for pair in padding]
    none = [0, 0]
    first = _channels_first(data_format)
    return pad(x, [none, none] + pattern if first else [none] + pattern + [none])


def _layout(data_format, strides):
    """TensorFlow's name of a format of images, and strides for all axes."""
    if _channels_first(data_format):
        return "NCHW", (1, 1) + tuple(strides)
    return "NHWC", (1,) + tuple(strides) + (1,)


def separable_conv2d(
    x,
    depthwise_kernel,
    pointwise_kernel,
    strides=(1, 1),
    padding="valid",
    data_format=None,
    dilation_rate=(1, 1),
):
    layout, strides = _layout(data_format, strides)
    return _separable(
        *(x, depthwise_kernel, pointwise_kernel, strides, padding.upper()),
        rate=dilation_rate,
        data_format=layout,
    )


def batch_normalization(x, mean, var, beta, gamma, axis=-1, epsilon=1e-3):
    x = convert(x)
    inputs = [x] + [convert(one) for one in (mean, var, beta, gamma) if one is not None]
    return create("FusedBatchNormV3", None, x._dims, dtype=base_dtype(x), inputs=inputs)


def print_tensor(x, message=""):
    x = convert(x)
    return create("Identity", None, x._dims, dtype=base_dtype(x), inputs=(x,))


def moving_average_update(x, value, momentum):
    return assign_moving_average(x, value, momentum, zero_debias=True)


# Labels of sequences.


def ctc_batch_cost(y_true, y_pred, input_length, label_length):
    scores = convert(y_pred)
    batch = scores._dims[0] if isinstance(scores._dims, tuple) else UNSURE
    inputs = (scores, convert(y_true), convert(input_length), convert(label_length))
    loss = create("CTCLoss", None, (batch,), dtype=_dtypes.float32, inputs=inputs)
    return create("ExpandDims", None, (batch, 1), dtype=_dtypes.float32, inputs=(loss,))


def ctc_decode(y_pred, input_length, greedy=True, beam_width=100, top_paths=1):
    scores = convert(y_pred)
    batch = scores._dims[0] if isinstance(scores._dims, tuple) else UNSURE
    inputs = (scores, convert(input_length))
    paths = 1 if _scope_lsp.is_known(greedy) and greedy else top_paths
    if not _scope_lsp.is_a(paths, int):
        return _scope_lsp.unknown("what decodes labels")
    kind = "CTCGreedyDecoder" if greedy else "CTCBeamSearchDecoder"
    chance = create(kind, None, (batch, paths), dtype=_dtypes.float32, inputs=inputs)
    return [
        create("SparseToDense", None, (None, None), dtype=_dtypes.int64, inputs=inputs)
        for _ in range(paths)
    ], chance
