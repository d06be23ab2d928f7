"""Helpers of tf.layers that layers of a program's own use too.

Modelled on python/layers/utils.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._layers_base import smart_cond as _smart_cond
from tensorflow._tensor import is_tensor_like


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    if is_tensor_like(pred):
        from tensorflow._control_flow import cond  # not a name of this module

        return cond(pred, true_fn=true_fn, false_fn=false_fn, name=name)
    return _smart_cond(pred, true_fn, false_fn)


def constant_value(pred):
    if _scope_lsp.is_known(pred) and isinstance(pred, (bool, int)):
        if pred not in (0, 1):
            raise TypeError(
                "`pred` must be a Tensor, or a Python bool, or 1 or 0. Found instead: %s" % pred
            )
        return bool(pred)
    return _scope_lsp.unknown("the constant value of a tensor")


def convert_data_format(data_format, ndim):
    first = data_format == "channels_first"
    if ndim == 3:
        return "NCW" if first else "NWC"
    if ndim == 4:
        return "NCHW" if first else "NHWC"
    return "NCDHW" if first else "NDHWC"


def normalize_tuple(value, n, name):
    return (value,) * n if isinstance(value, int) else tuple(value)


def normalize_data_format(value):
    return value.lower()


def normalize_padding(value):
    return value.lower()


def conv_output_length(input_length, filter_size, padding, stride, dilation=1):
    if input_length is None:
        return None
    size = filter_size + (filter_size - 1) * (dilation - 1)
    length = {
        "valid": input_length - size + 1,
        "same": input_length,
        "full": input_length + size - 1,
    }[padding]
    return (length + stride - 1) // stride


def conv_input_length(output_length, filter_size, padding, stride):
    if output_length is None:
        return None
    pad = {"same": filter_size // 2, "valid": 0, "full": filter_size - 1}[padding]
    return (output_length - 1) * stride - 2 * pad + filter_size


def deconv_output_length(input_length, filter_size, padding, stride):
    if input_length is None:
        return None
    length = input_length * stride
    if padding == "valid":
        return length + max(filter_size - stride, 0)
    return length - (stride + filter_size - 2) if padding == "full" else length


def static_shape(x):
    try:
        return tuple(x.get_shape().as_list())
    except ValueError:
        return None


def get_reachable_from_inputs(inputs, targets=None):
    return _scope_lsp.unknown("what the inputs lead to")
