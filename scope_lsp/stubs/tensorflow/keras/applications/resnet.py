"""`tf.keras.applications.resnet`, and the building of the residual networks of both versions.

Modelled on keras_applications/resnet_common.py, version 1.0.8.
"""

from tensorflow.keras import layers
from tensorflow.keras.applications._building import Network, normalized, relu
from tensorflow.keras.applications.imagenet_utils import decode_predictions, preprocess_input

_EPSILON = 1.001e-5


def _conv(x, filters, size, name, **options):
    return layers.Conv2D(filters, size, name=name, **options)(x)


def _bn(x, name):
    return normalized(x, name, epsilon=_EPSILON)


def _block1(x, filters, stride, shortcut, name):
    other = x
    if shortcut:
        other = _bn(_conv(x, 4 * filters, 1, name=name + "_0_conv", strides=stride), name + "_0_bn")
    x = relu(
        _bn(_conv(x, filters, 1, name=name + "_1_conv", strides=stride), name + "_1_bn"),
        name + "_1_relu",
    )
    x = relu(
        _bn(_conv(x, filters, 3, name=name + "_2_conv", padding="SAME"), name + "_2_bn"),
        name + "_2_relu",
    )
    x = _bn(_conv(x, 4 * filters, 1, name=name + "_3_conv"), name + "_3_bn")
    return relu(layers.Add(name=name + "_add")([other, x]), name + "_out")


def _block2(x, filters, stride, shortcut, name):
    before = relu(_bn(x, name + "_preact_bn"), name + "_preact_relu")
    if shortcut:
        other = _conv(before, 4 * filters, 1, name=name + "_0_conv", strides=stride)
    else:
        other = layers.MaxPooling2D(1, strides=stride)(x) if stride > 1 else x
    x = relu(
        _bn(_conv(before, filters, 1, name=name + "_1_conv", use_bias=False), name + "_1_bn"),
        name + "_1_relu",
    )
    x = layers.ZeroPadding2D(((1, 1), (1, 1)), name=name + "_2_pad")(x)
    x = relu(
        _bn(
            _conv(x, filters, 3, name=name + "_2_conv", strides=stride, use_bias=False),
            name + "_2_bn",
        ),
        name + "_2_relu",
    )
    x = _conv(x, 4 * filters, 1, name=name + "_3_conv")
    return layers.Add(name=name + "_out")([other, x])


def _stack1(x, filters, blocks, stride, name):
    for i in range(1, blocks + 1):
        x = _block1(
            x, filters, stride if i == 1 else 1, shortcut=i == 1, name=name + "_block" + str(i)
        )
    return x


def _stack2(x, filters, blocks, stride, name):
    for i in range(1, blocks + 1):
        x = _block2(
            x, filters, stride if i == blocks else 1, shortcut=i == 1, name=name + "_block" + str(i)
        )
    return x


def build(name, version, depths, include_top, weights, input_tensor, input_shape, pooling, classes):
    net = Network(
        include_top,
        weights,
        input_tensor,
        input_shape=input_shape,
        classes=classes,
        size=224,
        smallest=32,
    )
    x = layers.ZeroPadding2D(((3, 3), (3, 3)), name="conv1_pad")(net.input)
    x = _conv(x, 64, 7, name="conv1_conv", strides=2)
    if version == 1:
        x = relu(_bn(x, "conv1_bn"), "conv1_relu")
    x = layers.ZeroPadding2D(((1, 1), (1, 1)), name="pool1_pad")(x)
    x = layers.MaxPooling2D(3, strides=2, name="pool1_pool")(x)
    for i, blocks in enumerate(depths):
        filters, name_of_stack = 64 * 2**i, "conv" + str(i + 2)
        if version == 1:
            x = _stack1(x, filters, blocks, stride=1 if i == 0 else 2, name=name_of_stack)
        else:
            x = _stack2(x, filters, blocks, stride=1 if i == 3 else 2, name=name_of_stack)
    if version == 2:
        x = relu(_bn(x, "post_bn"), "post_relu")
    return net.model(net.classified(x, pooling, "probs", named=True), name)


def _network(name, version, depths):
    def network(
        include_top=True,
        weights="imagenet",
        input_tensor=None,
        input_shape=None,
        pooling=None,
        classes=1000,
        **kwargs,
    ):
        return build(
            name.lower(),
            version,
            depths,
            include_top=include_top,
            weights=weights,
            input_tensor=input_tensor,
            input_shape=input_shape,
            pooling=pooling,
            classes=classes,
        )

    network.__name__ = name
    return network


ResNet50 = _network("ResNet50", 1, (3, 4, 6, 3))
ResNet101 = _network("ResNet101", 1, (3, 4, 23, 3))
ResNet152 = _network("ResNet152", 1, (3, 8, 36, 3))
ResNet50V2 = _network("ResNet50V2", 2, (3, 4, 6, 3))
ResNet101V2 = _network("ResNet101V2", 2, (3, 4, 23, 3))
ResNet152V2 = _network("ResNet152V2", 2, (3, 8, 36, 3))
