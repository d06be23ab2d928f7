"""Pooling: tf.nn.max_pool and its like.

Modelled on ops/nn_ops.py of TensorFlow 1.15.5 and the shape functions in common_shape_fns.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._tensor import apply, base_dtype, constant, convert, create, pop, push
from tensorflow._windows import sequence, windowed


def _pool(op_type, rank, argument):
    def pool(value, ksize, strides, padding, data_format, name):
        scope, [x] = apply(op_type, name, (value, argument))
        sizes = sequence(ksize, rank - 2, rank, data_format=data_format)
        moved = sequence(strides, rank - 2, rank, data_format=data_format)
        dims = windowed(
            x._dims,
            rank,
            sizes,
            strides=moved,
            padding=padding,
            rates=[1] * (rank - 2),
            channels=None,
            data_format=data_format,
        )
        return create(op_type, scope, dims, dtype=base_dtype(x), inputs=(x,))

    return pool


_max_pool = _pool("MaxPool", 4, "input")
_avg_pool = _pool("AvgPool", 4, "value")
_max_pool3d = _pool("MaxPool3D", 5, "input")
_avg_pool3d = _pool("AvgPool3D", 5, "input")


def max_pool(value, ksize, strides, padding, data_format="NHWC", name=None, input=None):
    return _max_pool(
        input if value is None else value,
        ksize,
        strides,
        padding=padding,
        data_format=data_format,
        name=name,
    )


def avg_pool(value, ksize, strides, padding, data_format="NHWC", name=None, input=None):
    return _avg_pool(
        input if value is None else value,
        ksize,
        strides,
        padding=padding,
        data_format=data_format,
        name=name,
    )


def max_pool2d(input, ksize, strides, padding, data_format="NHWC", name=None):
    scope = push(name, "MaxPool2d")
    pop()
    return _max_pool(input, ksize, strides, padding=padding, data_format=data_format, name=scope)


def max_pool3d(input, ksize, strides, padding, data_format="NDHWC", name=None):
    return _max_pool3d(input, ksize, strides, padding=padding, data_format=data_format, name=name)


def avg_pool3d(input, ksize, strides, padding, data_format="NDHWC", name=None):
    return _avg_pool3d(input, ksize, strides, padding=padding, data_format=data_format, name=name)


def _pool1d(op_type, default):
    def pool1d(input, ksize, strides, padding, data_format="NWC", name=None):
        push(name, default)
        x = convert(input, None, "input")
        data_format = "NWC" if data_format is None else data_format
        dims = windowed(
            x._dims,
            3,
            sequence(ksize, 1, 3, data_format=data_format),
            strides=sequence(strides, 1, 3, data_format=data_format),
            padding=padding,
            rates=[1],
            channels=None,
            data_format=data_format,
        )
        _scope_lsp.new_op("ExpandDims", None)
        _scope_lsp.new_op(op_type, None)
        result = create("Squeeze", None, dims, dtype=base_dtype(x), inputs=(x,))
        pop()
        return result

    return pool1d


max_pool1d = _pool1d("MaxPool", "MaxPool1d")
avg_pool1d = _pool1d("AvgPool", "AvgPool1D")


def pool(
    input,
    window_shape,
    pooling_type,
    padding,
    dilation_rate=None,
    strides=None,
    name=None,
    data_format=None,
    dilations=None,
):
    kind = pooling_type.lower() if _scope_lsp.is_known(pooling_type) else "max"
    scope = push(name, kind + "_pool")
    x = convert(input, None, "input")
    count = len(window_shape)
    rates = sequence(
        dilation_rate if dilations is None else dilations, count, count + 2, data_format=data_format
    )
    dims = windowed(
        x._dims,
        count + 2,
        list(window_shape),
        strides=sequence(strides, count, count + 2, data_format=data_format),
        padding=padding,
        rates=rates,
        channels=None,
        data_format=data_format,
    )
    constant(rates, _dtypes.int32, None, name="dilation_rate")
    result = create(
        "MaxPool" if kind == "max" else "AvgPool", scope, dims, dtype=base_dtype(x), inputs=(x,)
    )
    pop()
    return result
