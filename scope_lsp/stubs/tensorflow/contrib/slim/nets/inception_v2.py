"""Inception v2, whose first convolution is a separable one.

Modelled on contrib/slim/python/slim/nets/inception_v2.py of TensorFlow 1.15.5.
"""

from tensorflow import variable_scope
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope
from tensorflow.contrib.slim.nets import _inception
from tensorflow.contrib.slim.nets._inception import Part, avg_pool, conv, max_pool, mixed
from tensorflow.contrib.slim.nets._initializers import trunc_normal


def _first(net, deep):
    depth = deep(64)
    return layers.separable_conv2d(
        net,
        depth,
        [7, 7],
        depth_multiplier=min(int(depth / 3), 8),
        stride=2,
        weights_initializer=trunc_normal(1.0),
        scope="Conv2d_1a_7x7",
    )


def _module(letter, *depths, pool=avg_pool):
    """A module of four branches, given the depths of its convolutions."""
    direct, middle, outer, pooled = depths
    return mixed(
        letter,
        [conv("0a_1x1", direct)],
        [conv("0a_1x1", middle[0]), conv("0b_3x3", middle[1])],
        [conv("0a_1x1", outer[0]), conv("0b_3x3", outer[1]), conv("0c_3x3", outer[1])],
        [pool("0a_3x3"), conv("0b_1x1", pooled)],
    )


def _reduction(letter, short, long):
    """A module that halves the picture."""
    return mixed(
        letter,
        [conv("0a_1x1", short[0]), conv("1a_3x3", short[1], stride=2)],
        [conv("0a_1x1", long[0]), conv("0b_3x3", long[1]), conv("1a_3x3", long[1], stride=2)],
        [max_pool("1a_3x3", stride=2)],
    )


_PARTS = [
    Part("Conv2d_1a_7x7", _first),
    max_pool("2a_3x3", stride=2),
    conv("2b_1x1", 64),
    conv("2c_3x3", 192),
    max_pool("3a_3x3", stride=2),
    _module("3b", 64, (64, 64), (64, 96), 32),
    _module("3c", 64, (64, 96), (64, 96), 64),
    _reduction("4a", (128, 160), (64, 96)),
    _module("4b", 224, (64, 96), (96, 128), 128),
    _module("4c", 192, (96, 128), (96, 128), 128),
    _module("4d", 160, (128, 160), (128, 160), 96),
    _module("4e", 96, (128, 192), (160, 192), 96),
    _reduction("5a", (128, 192), (192, 256)),
    _module("5b", 352, (192, 320), (160, 224), 128),
    _module("5c", 352, (192, 320), (192, 224), 128, pool=max_pool),
]


def inception_v2_base(
    inputs, final_endpoint="Mixed_5c", min_depth=16, depth_multiplier=1.0, scope=None
):
    end_points = {}
    deep = _inception.depth_function(depth_multiplier, min_depth)
    with variable_scope(scope, "InceptionV2", [inputs]):
        with arg_scope(
            [layers.conv2d, layers.max_pool2d, layers.avg_pool2d, layers.separable_conv2d],
            stride=1,
            padding="SAME",
        ):
            net, done = _inception.build(
                inputs, _PARTS, deep, final_endpoint=final_endpoint, end_points=end_points
            )
            if done:
                return net, end_points
    raise ValueError("Unknown final endpoint %s" % final_endpoint)


def inception_v2(
    inputs,
    num_classes=1000,
    is_training=True,
    dropout_keep_prob=0.8,
    min_depth=16,
    depth_multiplier=1.0,
    prediction_fn=layers.softmax,
    spatial_squeeze=True,
    reuse=None,
    scope="InceptionV2",
):
    if depth_multiplier <= 0:
        raise ValueError("depth_multiplier is not greater than zero.")
    with variable_scope(scope, "InceptionV2", [inputs, num_classes], reuse=reuse) as scope:
        with arg_scope([layers.batch_norm, layers.dropout], is_training=is_training):
            net, end_points = inception_v2_base(
                inputs, scope=scope, min_depth=min_depth, depth_multiplier=depth_multiplier
            )
            with variable_scope("Logits"):
                net = _inception.pooled(net, [7, 7], dropout_keep_prob)
                logits = _inception.logits_of(
                    net, num_classes, spatial_squeeze, scope="Conv2d_1c_1x1"
                )
            end_points["Logits"] = logits
            end_points["Predictions"] = prediction_fn(logits, scope="Predictions")
    return logits, end_points


inception_v2.default_image_size = 224


def inception_v2_arg_scope(weight_decay=0.00004, batch_norm_var_collection="moving_vars"):
    norm = _inception.norm_params(batch_norm_var_collection)
    return _inception.arg_scope_of(weight_decay, layers.batch_norm, norm)
