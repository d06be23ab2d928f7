"""`tf.keras.applications.mobilenet_v2`.

Modelled on keras_applications/mobilenet_v2.py, version 1.0.8.
"""

from tensorflow.keras import _history, layers
from tensorflow.keras.applications._building import (
    Network,
    channel_axis,
    correct_pad,
    int_shape,
    normalized,
)
from tensorflow.keras.applications.imagenet_utils import decode_predictions, of_mode
from tensorflow.keras.applications.mobilenet import relu6, sides, usual_size

preprocess_input = of_mode("tf")
_SIZES = (96, 128, 160, 192, 224)


def _divisible(value):
    """A number of filters that 8 divides, hardly smaller than the value."""
    found = max(8, int(value + 4) // 8 * 8)
    return found + 8 if found < 0.9 * value else found


def _bn(x, name):
    return normalized(x, name, momentum=0.999)


def _block(inputs, filters, alpha, stride, expansion, i):
    depth = int_shape(inputs)[channel_axis()]
    filters = _divisible(int(filters * alpha))
    x, name = inputs, "expanded_conv_"
    if i:
        name = "block_%d_" % i
        x = layers.Conv2D(
            expansion * depth, 1, padding="same", use_bias=False, name=name + "expand"
        )(x)
        x = relu6(_bn(x, name + "expand_BN"), name + "expand_relu")
    if stride == 2:
        x = layers.ZeroPadding2D(correct_pad(x, 3), name=name + "pad")(x)
    depthwise = layers.DepthwiseConv2D(
        3,
        strides=stride,
        use_bias=False,
        padding="same" if stride == 1 else "valid",
        name=name + "depthwise",
    )
    x = relu6(_bn(depthwise(x), name + "depthwise_BN"), name + "depthwise_relu")
    x = layers.Conv2D(filters, 1, padding="same", use_bias=False, name=name + "project")(x)
    x = _bn(x, name + "project_BN")
    return layers.Add(name=name + "add")([inputs, x]) if depth == filters and stride == 1 else x


_BLOCKS = (
    ((16, 1, 1),)
    + ((24, 2, 6), (24, 1, 6))
    + ((32, 2, 6), (32, 1, 6), (32, 1, 6))
    + ((64, 2, 6), (64, 1, 6), (64, 1, 6), (64, 1, 6))
    + ((96, 1, 6),) * 3
    + ((160, 2, 6), (160, 1, 6), (160, 1, 6), (320, 1, 6))
)


def MobileNetV2(
    input_shape=None,
    alpha=1.0,
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    pooling=None,
    classes=1000,
    **kwargs,
):
    shape = input_shape
    if shape is None and _history.has_history(input_tensor):
        shape = int_shape(input_tensor)[1:]
    net = Network(
        include_top,
        weights,
        input_tensor,
        input_shape=input_shape,
        classes=classes,
        size=usual_size(shape, _SIZES),
        smallest=32,
    )
    rows, columns = sides(net.shape)
    if weights == "imagenet" and (rows != columns or rows not in _SIZES):
        rows = 224
    x = layers.ZeroPadding2D(correct_pad(net.input, 3), name="Conv1_pad")(net.input)
    x = layers.Conv2D(_divisible(32 * alpha), 3, strides=2, use_bias=False, name="Conv1")(x)
    x = relu6(_bn(x, "bn_Conv1"), "Conv1_relu")
    for i, (filters, stride, expansion) in enumerate(_BLOCKS):
        x = _block(x, filters, alpha, stride=stride, expansion=expansion, i=i)
    x = layers.Conv2D(
        _divisible(1280 * alpha) if alpha > 1.0 else 1280, 1, use_bias=False, name="Conv_1"
    )(x)
    x = relu6(_bn(x, "Conv_1_bn"), "out_relu")
    return net.model(
        net.classified(x, pooling, "Logits", pool=None), "mobilenetv2_%0.2f_%s" % (alpha, rows)
    )
