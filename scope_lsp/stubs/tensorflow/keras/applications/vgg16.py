"""`tf.keras.applications.vgg16`, and the building of both VGG networks."""

from tensorflow.keras import layers
from tensorflow.keras.applications._building import Network
from tensorflow.keras.applications.imagenet_utils import decode_predictions, preprocess_input


def build(name, depths, include_top, weights, input_tensor, input_shape, pooling, classes):
    net = Network(
        include_top,
        weights,
        input_tensor,
        input_shape=input_shape,
        classes=classes,
        size=224,
        smallest=32,
    )
    x = net.input
    for block, (filters, depth) in enumerate(zip((64, 128, 256, 512, 512), depths), 1):
        for i in range(1, depth + 1):
            x = layers.Conv2D(
                filters, 3, activation="relu", padding="same", name="block%d_conv%d" % (block, i)
            )(x)
        x = layers.MaxPooling2D(2, strides=2, name="block%d_pool" % block)(x)
    if include_top:
        x = layers.Flatten(name="flatten")(x)
        x = layers.Dense(4096, activation="relu", name="fc1")(x)
        x = layers.Dense(4096, activation="relu", name="fc2")(x)
        x = layers.Dense(classes, activation="softmax", name="predictions")(x)
    else:
        x = net.without_top(x, pooling)
    return net.model(x, name)


def VGG16(
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    input_shape=None,
    pooling=None,
    classes=1000,
    **kwargs,
):
    return build(
        "vgg16",
        (2, 2, 3, 3, 3),
        include_top,
        weights=weights,
        input_tensor=input_tensor,
        input_shape=input_shape,
        pooling=pooling,
        classes=classes,
    )
