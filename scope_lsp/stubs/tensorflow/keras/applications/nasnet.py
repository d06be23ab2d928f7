"""`tf.keras.applications.nasnet`.

Modelled on keras_applications/nasnet.py, version 1.0.8.
"""

from tensorflow.keras import backend, layers
from tensorflow.keras.applications._building import (
    Network,
    channel_axis,
    correct_pad,
    int_shape,
    normalized,
)
from tensorflow.keras.applications.imagenet_utils import decode_predictions, of_mode

preprocess_input = of_mode("tf")


def _bn(x, name):
    return normalized(x, name, momentum=0.9997)


def _conv(x, filters, name):
    return layers.Conv2D(
        filters, 1, padding="same", use_bias=False, name=name, kernel_initializer="he_normal"
    )(x)


def _separable(x, filters, size=3, strides=1, name=None):
    with backend.name_scope("separable_conv_block_" + name):
        x = layers.Activation("relu")(x)
        padding = "same"
        if strides == 2:
            x = layers.ZeroPadding2D(correct_pad(x, size), name="separable_conv_1_pad_" + name)(x)
            padding = "valid"
        x = layers.SeparableConv2D(
            filters,
            size,
            strides=strides,
            name="separable_conv_1_" + name,
            padding=padding,
            use_bias=False,
        )(x)
        x = layers.Activation("relu")(_bn(x, "separable_conv_1_bn_" + name))
        x = layers.SeparableConv2D(
            filters, size, name="separable_conv_2_" + name, padding="same", use_bias=False
        )(x)
        return _bn(x, "separable_conv_2_bn_" + name)


def _adjusted(p, x, filters, name):
    """The output before the last one, in the size and depth of this cell."""
    with backend.name_scope("adjust_block"):
        if p is None:
            return x
        if int_shape(p)[2] != int_shape(x)[2]:
            with backend.name_scope("adjust_reduction_block_" + name):
                p = layers.Activation("relu", name="adjust_relu_1_" + name)(p)
                first = layers.AveragePooling2D(1, strides=2, name="adjust_avg_pool_1_" + name)(p)
                first = _conv(first, filters // 2, "adjust_conv_1_" + name)
                second = layers.ZeroPadding2D(((0, 1), (0, 1)))(p)
                second = layers.Cropping2D(((1, 0), (1, 0)))(second)
                second = layers.AveragePooling2D(1, strides=2, name="adjust_avg_pool_2_" + name)(
                    second
                )
                second = _conv(second, filters // 2, "adjust_conv_2_" + name)
                return _bn(
                    layers.concatenate([first, second], axis=channel_axis()), "adjust_bn_" + name
                )
        if int_shape(p)[channel_axis()] != filters:
            with backend.name_scope("adjust_projection_block_" + name):
                p = _conv(layers.Activation("relu")(p), filters, "adjust_conv_projection_" + name)
                return _bn(p, "adjust_bn_" + name)
        return p


def _start(x, filters, kind, name):
    h = _conv(layers.Activation("relu")(x), filters, "%s_conv_1_%s" % (kind, name))
    return _bn(h, "%s_bn_1_%s" % (kind, name))


def _average(x, name):
    return layers.AveragePooling2D(3, strides=1, padding="same", name=name)(x)


def _normal_cell(x, p, filters, name):
    with backend.name_scope("normal_A_block_" + name):
        before = x
        p = _adjusted(p, x, filters, name=name)
        h = _start(x, filters, "normal", name=name)
        with backend.name_scope("block_1"):
            pair = [
                _separable(h, filters, 5, name="normal_left1_" + name),
                _separable(p, filters, name="normal_right1_" + name),
            ]
            x1 = layers.add(pair, name="normal_add_1_" + name)
        with backend.name_scope("block_2"):
            pair = [
                _separable(p, filters, 5, name="normal_left2_" + name),
                _separable(p, filters, name="normal_right2_" + name),
            ]
            x2 = layers.add(pair, name="normal_add_2_" + name)
        with backend.name_scope("block_3"):
            x3 = layers.add([_average(h, "normal_left3_" + name), p], name="normal_add_3_" + name)
        with backend.name_scope("block_4"):
            pair = [_average(p, "normal_left4_" + name), _average(p, "normal_right4_" + name)]
            x4 = layers.add(pair, name="normal_add_4_" + name)
        with backend.name_scope("block_5"):
            x5 = layers.add(
                [_separable(h, filters, name="normal_left5_" + name), h],
                name="normal_add_5_" + name,
            )
        return layers.concatenate(
            [p, x1, x2, x3, x4, x5], axis=channel_axis(), name="normal_concat_" + name
        ), before


def _reduction_cell(x, p, filters, name):
    with backend.name_scope("reduction_A_block_" + name):
        before = x
        p = _adjusted(p, x, filters, name=name)
        h = _start(x, filters, "reduction", name=name)
        padded = layers.ZeroPadding2D(correct_pad(h, 3), name="reduction_pad_1_" + name)(h)
        with backend.name_scope("block_1"):
            pair = [
                _separable(h, filters, 5, strides=2, name="reduction_left1_" + name),
                _separable(p, filters, 7, strides=2, name="reduction_right1_" + name),
            ]
            x1 = layers.add(pair, name="reduction_add_1_" + name)
        with backend.name_scope("block_2"):
            pooled = layers.MaxPooling2D(3, strides=2, name="reduction_left2_" + name)(padded)
            x2 = layers.add(
                [pooled, _separable(p, filters, 7, strides=2, name="reduction_right2_" + name)],
                name="reduction_add_2_" + name,
            )
        with backend.name_scope("block_3"):
            pooled = layers.AveragePooling2D(3, strides=2, name="reduction_left3_" + name)(padded)
            x3 = layers.add(
                [pooled, _separable(p, filters, 5, strides=2, name="reduction_right3_" + name)],
                name="reduction_add3_" + name,
            )
        with backend.name_scope("block_4"):
            x4 = layers.add([x2, _average(x1, "reduction_left4_" + name)])
        with backend.name_scope("block_5"):
            x5 = _separable(x1, filters, name="reduction_left4_" + name)
            pooled = layers.MaxPooling2D(3, strides=2, name="reduction_right5_" + name)(padded)
            x5 = layers.add([x5, pooled], name="reduction_add4_" + name)
        return layers.concatenate(
            [x2, x3, x4, x5], axis=channel_axis(), name="reduction_concat_" + name
        ), before


def NASNet(
    input_shape=None,
    penultimate_filters=4032,
    num_blocks=6,
    stem_block_filters=96,
    skip_reduction=True,
    filter_multiplier=2,
    include_top=True,
    weights=None,
    input_tensor=None,
    pooling=None,
    classes=1000,
    default_size=None,
    **kwargs,
):
    net = Network(
        include_top,
        weights,
        input_tensor,
        input_shape=input_shape,
        classes=classes,
        size=default_size or 331,
        smallest=32,
        flat=True,
    )
    if penultimate_filters % (24 * filter_multiplier**2) != 0:
        raise ValueError(
            "For NASNet-A models, the `penultimate_filters` must be a multiple of 24 * "
            "(`filter_multiplier` ** 2). Current value: %d" % penultimate_filters
        )
    filters = penultimate_filters // 24
    x = layers.Conv2D(
        stem_block_filters,
        3,
        strides=2,
        use_bias=False,
        name="stem_conv1",
        kernel_initializer="he_normal",
    )(net.input)
    x = _bn(x, "stem_bn1")
    x, p = _reduction_cell(x, None, filters // filter_multiplier**2, name="stem_1")
    x, p = _reduction_cell(x, p, filters // filter_multiplier, name="stem_2")
    for part in range(3):
        if part:
            x, skipped = _reduction_cell(
                x, p, filters * filter_multiplier**part, name="reduce_%d" % (part * num_blocks)
            )
            p = p if skip_reduction else skipped
        for i in range(num_blocks):
            x, p = _normal_cell(
                x,
                p,
                filters * filter_multiplier**part,
                name="%d" % (part * num_blocks + i + (1 if part else 0)),
            )
    x = layers.Activation("relu")(x)
    return net.model(net.classified(x, pooling, pool=None), "NASNet")


def NASNetLarge(
    input_shape=None,
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    pooling=None,
    classes=1000,
    **kwargs,
):
    return NASNet(
        input_shape,
        4032,
        6,
        stem_block_filters=96,
        skip_reduction=True,
        filter_multiplier=2,
        include_top=include_top,
        weights=weights,
        input_tensor=input_tensor,
        pooling=pooling,
        classes=classes,
        default_size=331,
    )


def NASNetMobile(
    input_shape=None,
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    pooling=None,
    classes=1000,
    **kwargs,
):
    return NASNet(
        input_shape,
        1056,
        4,
        stem_block_filters=32,
        skip_reduction=False,
        filter_multiplier=2,
        include_top=include_top,
        weights=weights,
        input_tensor=input_tensor,
        pooling=pooling,
        classes=classes,
        default_size=224,
    )
