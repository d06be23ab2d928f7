"""`tf.keras.applications.densenet`.

Modelled on keras_applications/densenet.py, version 1.0.8.
"""

from tensorflow.keras import layers
from tensorflow.keras.applications._building import (
    Network,
    channel_axis,
    int_shape,
    normalized,
    relu,
)
from tensorflow.keras.applications.imagenet_utils import decode_predictions, of_mode

preprocess_input = of_mode("torch")
_EPSILON = 1.001e-5


def _active(x, bn, name):
    return relu(normalized(x, bn, epsilon=_EPSILON), name)


def _block(x, name):
    y = _active(x, name + "_0_bn", name + "_0_relu")
    y = layers.Conv2D(128, 1, use_bias=False, name=name + "_1_conv")(y)
    y = _active(y, name + "_1_bn", name + "_1_relu")
    y = layers.Conv2D(32, 3, padding="same", use_bias=False, name=name + "_2_conv")(y)
    return layers.Concatenate(axis=channel_axis(), name=name + "_concat")([x, y])


def _transition(x, name):
    x = _active(x, name + "_bn", name + "_relu")
    x = layers.Conv2D(
        int(int_shape(x)[channel_axis()] * 0.5), 1, use_bias=False, name=name + "_conv"
    )(x)
    return layers.AveragePooling2D(2, strides=2, name=name + "_pool")(x)


def DenseNet(
    blocks,
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
        size=224,
        smallest=32,
    )
    x = layers.ZeroPadding2D(((3, 3), (3, 3)))(net.input)
    x = layers.Conv2D(64, 7, strides=2, use_bias=False, name="conv1/conv")(x)
    x = _active(x, "conv1/bn", "conv1/relu")
    x = layers.ZeroPadding2D(((1, 1), (1, 1)))(x)
    x = layers.MaxPooling2D(3, strides=2, name="pool1")(x)
    for i, count in enumerate(blocks):
        if i:
            x = _transition(x, "pool" + str(i + 1))
        for j in range(count):
            x = _block(x, "conv%d_block%d" % (i + 2, j + 1))
    x = _active(x, "bn", "relu")
    names = {24: "densenet121", 32: "densenet169", 48: "densenet201"}
    return net.model(
        net.classified(x, pooling, "fc1000", named=True), names.get(blocks[2], "densenet")
    )


def DenseNet121(
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    input_shape=None,
    pooling=None,
    classes=1000,
    **kwargs,
):
    return DenseNet(
        [6, 12, 24, 16],
        include_top,
        weights,
        input_tensor=input_tensor,
        input_shape=input_shape,
        pooling=pooling,
        classes=classes,
    )


def DenseNet169(
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    input_shape=None,
    pooling=None,
    classes=1000,
    **kwargs,
):
    return DenseNet(
        [6, 12, 32, 32],
        include_top,
        weights,
        input_tensor=input_tensor,
        input_shape=input_shape,
        pooling=pooling,
        classes=classes,
    )


def DenseNet201(
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    input_shape=None,
    pooling=None,
    classes=1000,
    **kwargs,
):
    return DenseNet(
        [6, 12, 48, 32],
        include_top,
        weights,
        input_tensor=input_tensor,
        input_shape=input_shape,
        pooling=pooling,
        classes=classes,
    )
