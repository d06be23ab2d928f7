"""Convolutions and pooling.

Modelled on ops/nn_ops.py and ops/nn_impl.py of TensorFlow 1.15.5 and the shape
functions in common_shape_fns.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import expand_dims, squeeze
from tensorflow._constant_ops import tensor_dims
from tensorflow._refusals import check_strides
from tensorflow._shape import UNSURE, is_int
from tensorflow._tensor import apply, base_dtype, constant, convert, create, pop, push
from tensorflow._windows import channels_first, sequence, windowed


def _kernel(filters, rank):
    """A kernel's spatial sizes and its last dimension."""
    dims = filters._dims
    if isinstance(dims, tuple) and len(dims) == rank:
        return list(dims[: rank - 2]), dims[-1]
    return [UNSURE] * (rank - 2), UNSURE


def _direct(
    op_type, rank, name, input, filters, strides, padding, rates, data_format, channels=None
):
    """The op itself, named by a scope or by its type."""
    name, [x, kernel] = apply(op_type, name, (input, "input"), (filters, "filter"))
    sizes, depth = _kernel(kernel, rank)
    if not _scope_lsp.is_known(padding) or not isinstance(padding, str):
        padding = UNSURE
    dims = windowed(
        x._dims,
        rank,
        sizes,
        strides=sequence(strides, rank - 2, rank, data_format=data_format),
        padding=padding,
        rates=rates,
        channels=depth if channels is None else channels(kernel),
        data_format=data_format,
    )
    return create(
        op_type, name, dims, dtype=base_dtype(x) or base_dtype(kernel), inputs=(x, kernel)
    )


def conv2d(
    input,
    filter=None,
    strides=None,
    padding=None,
    use_cudnn_on_gpu=True,
    data_format="NHWC",
    dilations=None,
    name=None,
    filters=None,
):
    filter = filters if filter is None else filter
    return _direct(
        "Conv2D",
        4,
        name,
        input=input,
        filters=filter,
        strides=strides,
        padding=padding,
        rates=sequence(dilations, 2, 4, data_format=data_format),
        data_format=data_format,
    )


@_scope_lsp.takes(True, "conv3d_v1")
def conv3d(
    input,
    filter=None,
    strides=None,
    padding=None,
    data_format="NDHWC",
    dilations=None,
    name=None,
    filters=None,
):
    filter = filters if filter is None else filter
    return _direct(
        "Conv3D",
        5,
        name,
        input=input,
        filters=filter,
        strides=strides,
        padding=padding,
        rates=sequence(dilations, 3, 5, data_format=data_format),
        data_format=data_format,
    )


def conv1d(
    value=None,
    filters=None,
    stride=None,
    padding=None,
    use_cudnn_on_gpu=None,
    data_format=None,
    name=None,
    input=None,
    dilations=None,
):
    value = input if value is None else value
    scope = push(name, "conv1d")
    first = channels_first(data_format)
    axis = 2 if first else 1
    stride = sequence(stride, 1, 3, data_format=data_format)
    rates = sequence(dilations, 1, 3, data_format=data_format)
    x = expand_dims(value, axis)
    kernel = expand_dims(filters, 0)
    strides = [1, 1, 1] + stride if first else [1, 1] + stride + [1]
    result = squeeze(
        _direct(
            "Conv2D",
            4,
            scope,
            input=x,
            filters=kernel,
            strides=strides,
            padding=padding,
            rates=[1] + rates,
            data_format="NCHW" if first else "NHWC",
        ),
        [axis],
    )
    pop()
    return result


def convolution(
    input,
    filter,
    padding,
    strides=None,
    dilation_rate=None,
    name=None,
    data_format=None,
    filters=None,
    dilations=None,
):
    filter = filters if filter is None else filter
    rates = dilation_rate if dilations is None else dilations
    rank = 4
    for tensor in (input, filter):
        dims = getattr(tensor, "_dims", None) if _scope_lsp.is_known(tensor) else None
        if isinstance(dims, tuple):
            rank = len(dims)
            break
    scope = push(name, "convolution")
    result = convolve(
        rank,
        input,
        filter,
        strides=strides,
        padding=padding,
        dilation_rate=rates,
        data_format=data_format,
        name=scope,
    )
    pop()
    return result


def convolve(rank, input, filters, strides, padding, dilation_rate, data_format, name=None):
    """nn_ops.Convolution: dilated, it goes through SpaceToBatchND."""
    count = rank - 2
    rates = sequence(dilation_rate, count, rank, data_format=data_format)
    check_strides(sequence(strides, count, rank, data_format=data_format), rates)
    op_type = {4: "Conv2D", 5: "Conv3D"}.get(rank, "Conv2D")
    dilated = [rate for rate in rates if is_int(rate) and rate > 1]
    if rank == 3 and not dilated:
        return conv1d(
            input,
            filters,
            sequence(strides, 1, 3, data_format=data_format),
            padding=padding,
            use_cudnn_on_gpu=None,
            data_format=data_format,
            name=name,
        )
    if not dilated:
        return _direct(
            op_type,
            rank,
            name,
            input=input,
            filters=filters,
            strides=strides,
            padding=padding,
            rates=rates,
            data_format=data_format,
        )
    x, kernel = convert(input), convert(filters)
    sizes, depth = _kernel(kernel, rank)
    strides = sequence(strides, count, rank, data_format=data_format)
    dims = windowed(
        x._dims,
        rank,
        sizes,
        strides=strides,
        padding=padding,
        rates=rates,
        channels=depth,
        data_format=data_format,
    )

    def op(batched):
        if rank == 3:
            return conv1d(
                batched,
                kernel,
                strides,
                padding="VALID",
                use_cudnn_on_gpu=None,
                data_format=data_format,
                name=name,
            )
        return _direct(
            op_type,
            rank,
            name,
            input=batched,
            filters=kernel,
            strides=strides,
            padding="VALID",
            rates=[1] * count,
            data_format=data_format,
        )

    return with_space_to_batch(x, rates, padding, filter_rank=rank, op=op, dims=dims)


def with_space_to_batch(x, rates, padding, filter_rank, op, dims):
    """_WithSpaceToBatch where the input's shape is static: a dilated op on smaller images."""
    count = len(rates)
    constant(rates, _dtypes.int32, None, name="dilation_rate")
    same = _scope_lsp.is_known(padding) and padding == "SAME"
    if same:
        constant([0] * filter_rank, _dtypes.int32, None, name="filter_shape")
        constant([[0, 0]] * count, _dtypes.int32, None, name="stack")
    push(None, "required_space_to_batch_paddings")
    constant(rates, _dtypes.int32, None, name="input_shape")
    for name in ("paddings", "crops") if same else ("base_paddings", "paddings", "crops"):
        constant([[0, 0]] * count, _dtypes.int32, None, name=name)
    pop()
    unsure = (UNSURE,) * len(dims)
    name, [_, _, _] = apply(
        "SpaceToBatchND", None, (x, "input"), (rates, "block_shape"), ([[0, 0]] * count, "paddings")
    )
    depth = x._dims[-1:] if isinstance(x._dims, tuple) else (UNSURE,)
    result = op(
        create("SpaceToBatchND", name, unsure[1:] + depth, dtype=base_dtype(x), inputs=(x,))
    )
    name, [result, _, _] = apply(
        "BatchToSpaceND",
        None,
        (result, "input"),
        (rates, "block_shape"),
        ([[0, 0]] * count, "crops"),
    )
    return create("BatchToSpaceND", name, dims, dtype=base_dtype(result), inputs=(result,))


def atrous_conv2d(value, filters, rate, padding, name=None):
    return convolution(value, filters, padding, dilation_rate=[rate, rate], name=name)


def _transposed(op_type, default, rank):
    def conv_transpose(
        value=None,
        filter=None,
        output_shape=None,
        strides=None,
        padding="SAME",
        data_format=None,
        name=None,
        input=None,
        filters=None,
        dilations=None,
    ):
        value = input if value is None else value
        filter = filters if filter is None else filter
        scope = push(name, default)
        dims = tensor_dims(output_shape)
        convert(output_shape, _dtypes.int32, "input_sizes")
        kernel = convert(filter, None, "filter")
        x = convert(value, None, "out_backprop")
        pop()
        return create(op_type, scope, dims, dtype=base_dtype(x), inputs=(x, kernel))

    return conv_transpose


conv2d_transpose = _transposed("Conv2DBackpropInput", "conv2d_transpose", 4)
_conv3d_transpose = _transposed("Conv3DBackpropInputV2", "conv3d_transpose", 5)


def conv3d_transpose(
    value,
    filter=None,
    output_shape=None,
    strides=None,
    padding="SAME",
    data_format="NDHWC",
    name=None,
    input=None,
    filters=None,
    dilations=None,
):
    return _conv3d_transpose(
        value,
        filter,
        output_shape,
        strides=strides,
        padding=padding,
        data_format=data_format,
        name=name,
        input=input,
        filters=filters,
        dilations=dilations,
    )
