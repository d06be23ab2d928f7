"""`tf.keras.applications.inception_v3`.

Modelled on keras_applications/inception_v3.py, version 1.0.8.
"""

from tensorflow.keras import layers
from tensorflow.keras.applications._building import Network, channel_axis, normalized, relu
from tensorflow.keras.applications.imagenet_utils import decode_predictions, of_mode

preprocess_input = of_mode("tf")


def _conv(x, filters, rows, columns, strides=1, padding="same"):
    x = layers.Conv2D(filters, (rows, columns), strides=strides, padding=padding, use_bias=False)(x)
    return relu(normalized(x, scale=False))


def _chain(x, *steps):
    """Convolutions one after the other: of (filters, rows, columns) each."""
    for step in steps:
        x = _conv(x, *step)
    return x


def _pooled(x, filters):
    return _conv(layers.AveragePooling2D(3, strides=1, padding="same")(x), filters, 1, columns=1)


def _halved(x):
    return layers.MaxPooling2D(3, strides=2)(x)


def _joined(parts, name=None):
    return layers.concatenate(parts, axis=channel_axis(), name=name)


def _small(x, pool, name):
    parts = [
        _conv(x, 64, 1, columns=1),
        _chain(x, (48, 1, 1), (64, 5, 5)),
        _chain(x, (64, 1, 1), (96, 3, 3), (96, 3, 3)),
    ]
    return _joined(parts + [_pooled(x, pool)], name)


def _seven(x, n, name):
    parts = [_conv(x, 192, 1, columns=1), _chain(x, (n, 1, 1), (n, 1, 7), (192, 7, 1))]
    parts.append(_chain(x, (n, 1, 1), (n, 7, 1), (n, 1, 7), (n, 7, 1), (192, 1, 7)))
    return _joined(parts + [_pooled(x, 192)], name)


def _last(x, i):
    first = _conv(x, 320, 1, columns=1)
    middle = _conv(x, 384, 1, columns=1)
    middle = _joined(
        [_conv(middle, 384, 1, columns=3), _conv(middle, 384, 3, columns=1)], "mixed9_" + str(i)
    )
    double = _chain(x, (448, 1, 1), (384, 3, 3))
    double = _joined([_conv(double, 384, 1, columns=3), _conv(double, 384, 3, columns=1)])
    return _joined([first, middle, double, _pooled(x, 192)], "mixed" + str(9 + i))


def InceptionV3(
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
    x = _chain(net.input, (32, 3, 3, 2, "valid"), (32, 3, 3, 1, "valid"), (64, 3, 3))
    x = _chain(_halved(x), (80, 1, 1, 1, "valid"), (192, 3, 3, 1, "valid"))
    x = _halved(x)
    for i, pool in enumerate((32, 64, 64)):
        x = _small(x, pool, "mixed" + str(i))
    parts = [
        _conv(x, 384, 3, columns=3, strides=2, padding="valid"),
        _chain(x, (64, 1, 1), (96, 3, 3), (96, 3, 3, 2, "valid")),
    ]
    x = _joined(parts + [_halved(x)], "mixed3")
    for i, n in enumerate((128, 160, 160, 192)):
        x = _seven(x, n, "mixed" + str(4 + i))
    parts = [
        _chain(x, (192, 1, 1), (320, 3, 3, 2, "valid")),
        _chain(x, (192, 1, 1), (192, 1, 7), (192, 7, 1), (192, 3, 3, 2, "valid")),
    ]
    x = _joined(parts + [_halved(x)], "mixed8")
    for i in range(2):
        x = _last(x, i)
    return net.model(net.classified(x, pooling), "inception_v3")
