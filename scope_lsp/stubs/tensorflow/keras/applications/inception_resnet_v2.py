"""`tf.keras.applications.inception_resnet_v2`.

Modelled on keras_applications/inception_resnet_v2.py, version 1.0.8.
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

preprocess_input = of_mode("tf")


def _conv(x, filters, size, strides=1, padding="same", name=None):
    x = layers.Conv2D(filters, size, strides=strides, padding=padding, use_bias=False, name=name)(x)
    return relu(normalized(x, name and name + "_bn", scale=False), name and name + "_ac")


def _chain(x, *steps):
    for step in steps:
        x = _conv(x, *step)
    return x


def _joined(parts, name):
    return layers.Concatenate(axis=channel_axis(), name=name)(parts)


_BRANCHES = {
    "block35": (((32, 1),), ((32, 1), (32, 3)), ((32, 1), (48, 3), (64, 3))),
    "block17": (((192, 1),), ((128, 1), (160, (1, 7)), (192, (7, 1)))),
    "block8": (((192, 1),), ((192, 1), (224, (1, 3)), (256, (3, 1)))),
}


def _scaled_sum(inputs, scale):
    return inputs[0] + inputs[1] * scale


def _block(x, scale, kind, i, activation="relu"):
    name = kind + "_" + str(i)
    mixed = _joined([_chain(x, *steps) for steps in _BRANCHES[kind]], name + "_mixed")
    up = layers.Conv2D(int_shape(x)[channel_axis()], 1, padding="same", name=name + "_conv")(mixed)
    x = layers.Lambda(
        _scaled_sum, output_shape=int_shape(x)[1:], arguments={"scale": scale}, name=name
    )([x, up])
    return x if activation is None else layers.Activation(activation, name=name + "_ac")(x)


def InceptionResNetV2(
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
        smallest=75,
    )
    x = _chain(net.input, (32, 3, 2, "valid"), (32, 3, 1, "valid"), (64, 3))
    x = layers.MaxPooling2D(3, strides=2)(x)
    x = _chain(x, (80, 1, 1, "valid"), (192, 3, 1, "valid"))
    x = layers.MaxPooling2D(3, strides=2)(x)
    parts = [_conv(x, 96, 1), _chain(x, (48, 1), (64, 5)), _chain(x, (64, 1), (96, 3), (96, 3))]
    pooled = layers.AveragePooling2D(3, strides=1, padding="same")(x)
    x = _joined(parts + [_conv(pooled, 64, 1)], "mixed_5b")
    for i in range(1, 11):
        x = _block(x, 0.17, "block35", i=i)
    parts = [
        _conv(x, 384, 3, strides=2, padding="valid"),
        _chain(x, (256, 1), (256, 3), (384, 3, 2, "valid")),
    ]
    x = _joined(parts + [layers.MaxPooling2D(3, strides=2)(x)], "mixed_6a")
    for i in range(1, 21):
        x = _block(x, 0.1, "block17", i=i)
    parts = [
        _chain(x, (256, 1), (384, 3, 2, "valid")),
        _chain(x, (256, 1), (288, 3, 2, "valid")),
        _chain(x, (256, 1), (288, 3), (320, 3, 2, "valid")),
    ]
    x = _joined(parts + [layers.MaxPooling2D(3, strides=2)(x)], "mixed_7a")
    for i in range(1, 10):
        x = _block(x, 0.2, "block8", i=i)
    x = _block(x, 1.0, "block8", i=10, activation=None)
    x = _conv(x, 1536, 1, name="conv_7b")
    return net.model(net.classified(x, pooling), "inception_resnet_v2")
