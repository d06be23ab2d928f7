"""`keras.utils.conv_utils`: sizes of convolutions, for layers of a program's own.

Modelled on keras/utils/conv_utils.py of Keras 2.2.4 and 2.3.1.
"""

from tensorflow.python.keras.utils.conv_utils import *


def deconv_length(dim_size, stride_size, kernel_size, padding, output_padding, dilation=1):
    return deconv_output_length(
        dim_size,
        kernel_size,
        padding,
        output_padding=output_padding,
        stride=stride_size,
        dilation=dilation,
    )
