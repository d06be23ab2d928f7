"""`tf.keras.applications.xception`.

Modelled on keras_applications/xception.py, version 1.0.8.
"""

from tensorflow.keras import layers
from tensorflow.keras.applications._building import Network, normalized, relu
from tensorflow.keras.applications.imagenet_utils import decode_predictions, of_mode

preprocess_input = of_mode("tf")


def _separable(x, filters, name):
    x = layers.SeparableConv2D(filters, 3, padding="same", use_bias=False, name=name)(x)
    return normalized(x, name + "_bn")


def _shortcut(x, filters):
    return normalized(layers.Conv2D(filters, 1, strides=2, padding="same", use_bias=False)(x))


def _pooled(x, other, name):
    return layers.add([layers.MaxPooling2D(3, strides=2, padding="same", name=name)(x), other])


def Xception(
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    input_shape=None,
    pooling=None,
    classes=1000,
    **kwargs,
):
    net = Network(
        include_top,
        weights,
        input_tensor,
        input_shape=input_shape,
        classes=classes,
        size=299,
        smallest=71,
    )
    x = layers.Conv2D(32, 3, strides=2, use_bias=False, name="block1_conv1")(net.input)
    x = relu(normalized(x, "block1_conv1_bn"), "block1_conv1_act")
    x = layers.Conv2D(64, 3, use_bias=False, name="block1_conv2")(x)
    x = relu(normalized(x, "block1_conv2_bn"), "block1_conv2_act")
    for block, filters in ((2, 128), (3, 256), (4, 728)):
        name = "block%d" % block
        other = _shortcut(x, filters)
        if block > 2:
            x = relu(x, name + "_sepconv1_act")
        x = _separable(x, filters, name + "_sepconv1")
        x = _separable(relu(x, name + "_sepconv2_act"), filters, name + "_sepconv2")
        x = _pooled(x, other, name + "_pool")
    for block in range(5, 13):
        other = x
        for i in (1, 2, 3):
            name = "block%d_sepconv%d" % (block, i)
            x = _separable(relu(x, name + "_act"), 728, name)
        x = layers.add([x, other])
    other = _shortcut(x, 1024)
    x = _separable(relu(x, "block13_sepconv1_act"), 728, "block13_sepconv1")
    x = _separable(relu(x, "block13_sepconv2_act"), 1024, "block13_sepconv2")
    x = _pooled(x, other, "block13_pool")
    x = relu(_separable(x, 1536, "block14_sepconv1"), "block14_sepconv1_act")
    x = relu(_separable(x, 2048, "block14_sepconv2"), "block14_sepconv2_act")
    return net.model(net.classified(x, pooling), "xception")
