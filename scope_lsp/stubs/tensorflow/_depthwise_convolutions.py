"""Convolutions of each channel on its own: depthwise and separable ones.

Modelled on ops/nn_impl.py of TensorFlow 1.15.5 and the shape functions in common_shape_fns.
"""

from tensorflow import _dtypes
from tensorflow._array_ops import shape
from tensorflow._convolutions import _direct, _kernel, conv2d, with_space_to_batch
from tensorflow._shape import UNSURE, is_int
from tensorflow._tensor import constant, convert, pop, push
from tensorflow._windows import sequence, windowed


def _depthwise_channels(kernel):
    dims = kernel._dims
    if isinstance(dims, tuple) and len(dims) == 4 and is_int(dims[2]) and is_int(dims[3]):
        return dims[2] * dims[3]
    return UNSURE


def _depthwise(x, kernel, strides, padding, rate, data_format, name):
    """nn_ops.with_space_to_batch around depthwise_conv2d_native."""
    rates = sequence(rate, 2, 4, data_format=data_format)
    shape(kernel)
    if not [r for r in rates if r != 1]:
        constant(rates, _dtypes.int32, None, name="dilation_rate")
        return _direct(
            "DepthwiseConv2dNative",
            4,
            name,
            input=x,
            filters=kernel,
            strides=strides,
            padding=padding,
            rates=rates,
            data_format=data_format,
            channels=_depthwise_channels,
        )
    sizes, _ = _kernel(kernel, 4)
    dims = windowed(
        x._dims,
        4,
        sizes,
        strides=sequence(strides, 2, 4, data_format=data_format),
        padding=padding,
        rates=rates,
        channels=_depthwise_channels(kernel),
        data_format=data_format,
    )

    def op(batched):
        return _direct(
            "DepthwiseConv2dNative",
            4,
            name,
            input=batched,
            filters=kernel,
            strides=strides,
            padding="VALID",
            rates=[1, 1],
            data_format=data_format,
            channels=_depthwise_channels,
        )

    return with_space_to_batch(x, rates, padding, filter_rank=4, op=op, dims=dims)


def depthwise_conv2d(
    input, filter, strides, padding, rate=None, name=None, data_format=None, dilations=None
):
    scope = push(name, "depthwise")
    x = convert(input, None, "tensor_in")
    kernel = convert(filter, None, "filter_in")
    result = _depthwise(
        x,
        kernel,
        strides,
        padding=padding,
        rate=rate if dilations is None else dilations,
        data_format=data_format,
        name=scope,
    )
    pop()
    return result


def depthwise_conv2d_native(
    input, filter, strides, padding, data_format="NHWC", dilations=None, name=None
):
    return _direct(
        "DepthwiseConv2dNative",
        4,
        name,
        input=input,
        filters=filter,
        strides=strides,
        padding=padding,
        rates=sequence(dilations, 2, 4, data_format=data_format),
        data_format=data_format,
        channels=_depthwise_channels,
    )


def separable_conv2d(
    input,
    depthwise_filter,
    pointwise_filter,
    strides,
    padding,
    rate=None,
    name=None,
    data_format=None,
    dilations=None,
):
    scope = push(name, "separable_conv2d")
    x = convert(input, None, "tensor_in")
    depthwise = convert(depthwise_filter, None, "depthwise_filter")
    pointwise = convert(pointwise_filter, None, "pointwise_filter")
    middle = _depthwise(
        x,
        depthwise,
        strides,
        padding=padding,
        rate=rate if dilations is None else dilations,
        data_format=data_format,
        name="depthwise",
    )
    result = conv2d(
        middle,
        pointwise,
        [1, 1, 1, 1],
        padding="VALID",
        data_format=data_format or "NHWC",
        name=scope,
    )
    pop()
    return result
