"""tensorflow.python.keras.utils.conv_utils: sizes of convolutions, for layers of a program's own.

Modelled on keras/utils/conv_utils.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._refusals import normalize_padding, normalize_tuple
from tensorflow.keras._state import data_format_of as normalize_data_format
from tensorflow.python.layers.utils import conv_input_length, convert_data_format


def conv_output_length(input_length, filter_size, padding, stride, dilation=1):
    if input_length is None:
        return None
    size = filter_size + (filter_size - 1) * (dilation - 1)
    more = {"same": 0, "causal": 0, "valid": 1 - size, "full": size - 1}[padding]
    return (input_length + more + stride - 1) // stride


def deconv_output_length(
    input_length, filter_size, padding, output_padding=None, stride=0, dilation=1
):
    if input_length is None:
        return None
    size = filter_size + (filter_size - 1) * (dilation - 1)
    if output_padding is None:
        more = {"valid": max(size - stride, 0), "full": 2 - stride - size, "same": 0}[padding]
        return input_length * stride + more
    pad = {"same": size // 2, "valid": 0, "full": size - 1}[padding]
    return (input_length - 1) * stride + size - 2 * pad + output_padding


def convert_kernel(kernel):
    from numpy import asarray  # not a name of this module

    return asarray(kernel)


def conv_output_shape(input_shape, kernel_shape, strides, padding):
    return tuple(
        conv_output_length(input_shape[i], kernel_shape[i], padding, stride=strides[i])
        for i in range(len(kernel_shape))
    )


def conv_kernel_mask(input_shape, kernel_shape, strides, padding):
    return _scope_lsp.unknown("which outputs a convolution connects", data=True)
