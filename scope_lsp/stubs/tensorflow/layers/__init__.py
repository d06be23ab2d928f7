"""`tf.layers`."""

from tensorflow._layers_base import InputSpec, Layer
from tensorflow._layers_conv import (
    Conv1D,
    Conv2D,
    Conv2DTranspose,
    Conv3D,
    Conv3DTranspose,
    SeparableConv1D,
    SeparableConv2D,
)
from tensorflow._layers_conv_functions import (
    conv1d,
    conv2d,
    conv2d_transpose,
    conv3d,
    conv3d_transpose,
    separable_conv1d,
    separable_conv2d,
)
from tensorflow._layers_core import Dense, Dropout, Flatten, dense, dropout, flatten
from tensorflow._layers_norm import BatchNormalization, batch_normalization
from tensorflow._layers_pool import (
    AveragePooling1D,
    AveragePooling2D,
    AveragePooling3D,
    MaxPooling1D,
    MaxPooling2D,
    MaxPooling3D,
    average_pooling1d,
    average_pooling2d,
    average_pooling3d,
    max_pooling1d,
    max_pooling2d,
    max_pooling3d,
)
from tensorflow._unmodelled import lookup as _lookup

# Names of the modules of tensorflow.python.layers.
Conv3d = Conv3D
FullyConnected = Dense
fully_connected = dense


def __getattr__(name):
    return _lookup("layers." + name)
