"""`tf.keras.applications.mobilenet`.

Modelled on keras_applications/mobilenet.py, version 1.0.8.
"""

from tensorflow.keras import _state, layers
from tensorflow.keras.applications._building import Network, normalized
from tensorflow.keras.applications.imagenet_utils import decode_predictions, of_mode

preprocess_input = of_mode("tf")


def relu6(x, name):
    return layers.ReLU(6.0, name=name)(x)


def sides(shape):
    """Rows and columns of an input's shape."""
    return shape[1:] if _state.image_data_format() == "channels_first" else shape[:2]


def usual_size(shape, sizes):
    """The size whose weights a network takes: that of its images, or else 224."""
    if shape is not None:
        rows, columns = sides(shape)
        if rows == columns and rows in sizes:
            return rows
    return 224


def _block(x, filters, alpha, multiplier, strides, i):
    if strides != 1:
        x = layers.ZeroPadding2D(((0, 1), (0, 1)), name="conv_pad_%d" % i)(x)
    depthwise = layers.DepthwiseConv2D(
        3,
        padding="same" if strides == 1 else "valid",
        depth_multiplier=multiplier,
        strides=strides,
        use_bias=False,
        name="conv_dw_%d" % i,
    )
    x = relu6(normalized(depthwise(x), "conv_dw_%d_bn" % i), "conv_dw_%d_relu" % i)
    x = layers.Conv2D(
        int(filters * alpha), 1, padding="same", use_bias=False, name="conv_pw_%d" % i
    )(x)
    return relu6(normalized(x, "conv_pw_%d_bn" % i), "conv_pw_%d_relu" % i)


def MobileNet(
    input_shape=None,
    alpha=1.0,
    depth_multiplier=1,
    dropout=1e-3,
    include_top=True,
    weights="imagenet",
    input_tensor=None,
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
        size=usual_size(input_shape, (128, 160, 192, 224)),
        smallest=32,
    )
    rows, columns = sides(net.shape)
    if weights == "imagenet" and (rows != columns or rows not in (128, 160, 192, 224)):
        rows = 224
    x = layers.ZeroPadding2D(((0, 1), (0, 1)), name="conv1_pad")(net.input)
    x = layers.Conv2D(int(32 * alpha), 3, use_bias=False, strides=2, name="conv1")(x)
    x = relu6(normalized(x, "conv1_bn"), "conv1_relu")
    for i, filters in enumerate(
        (64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024), 1
    ):
        x = _block(
            x,
            filters,
            alpha,
            multiplier=depth_multiplier,
            strides=2 if i in (2, 4, 6, 12) else 1,
            i=i,
        )
    if include_top:
        depth = int(1024 * alpha)
        shape = (depth, 1, 1) if _state.image_data_format() == "channels_first" else (1, 1, depth)
        x = layers.GlobalAveragePooling2D()(x)
        x = layers.Reshape(shape, name="reshape_1")(x)
        x = layers.Dropout(dropout, name="dropout")(x)
        x = layers.Conv2D(classes, 1, padding="same", name="conv_preds")(x)
        x = layers.Reshape((classes,), name="reshape_2")(x)
        x = layers.Activation("softmax", name="act_softmax")(x)
    else:
        x = net.without_top(x, pooling)
    return net.model(x, "mobilenet_%0.2f_%s" % (alpha, rows))
