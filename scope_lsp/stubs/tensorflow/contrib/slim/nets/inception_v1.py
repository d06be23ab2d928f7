"""Inception v1, known as GoogLeNet.

Modelled on contrib/slim/python/slim/nets/inception_v1.py of TensorFlow 1.15.5.
"""

from tensorflow import variable_scope
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope
from tensorflow.contrib.slim.nets import _inception
from tensorflow.contrib.slim.nets._inception import conv, max_pool, mixed
from tensorflow.contrib.slim.nets._initializers import trunc_normal


def _module(letter, *depths, last="0b_3x3"):
    """A module of four branches, given the depths of its convolutions."""
    direct, middle, outer, pooled = depths
    return mixed(
        letter,
        [conv("0a_1x1", direct)],
        [conv("0a_1x1", middle[0]), conv("0b_3x3", middle[1])],
        [conv("0a_1x1", outer[0]), conv(last, outer[1])],
        [max_pool("0a_3x3"), conv("0b_1x1", pooled)],
    )


_PARTS = [
    conv("1a_7x7", 64, stride=2),
    max_pool("2a_3x3", stride=2),
    conv("2b_1x1", 64),
    conv("2c_3x3", 192),
    max_pool("3a_3x3", stride=2),
    _module("3b", 64, (96, 128), (16, 32), 32),
    _module("3c", 128, (128, 192), (32, 96), 64),
    max_pool("4a_3x3", stride=2),
    _module("4b", 192, (96, 208), (16, 48), 64),
    _module("4c", 160, (112, 224), (24, 64), 64),
    _module("4d", 128, (128, 256), (24, 64), 64),
    _module("4e", 112, (144, 288), (32, 64), 64),
    _module("4f", 256, (160, 320), (32, 128), 128),
    max_pool("5a_2x2", stride=2),
    _module("5b", 256, (160, 320), (32, 128), 128, last="0a_3x3"),
    _module("5c", 384, (192, 384), (48, 128), 128),
]


def inception_v1_base(inputs, final_endpoint="Mixed_5c", scope="InceptionV1"):
    end_points = {}
    with variable_scope(scope, "InceptionV1", [inputs]):
        with arg_scope(
            [layers.conv2d, layers.fully_connected], weights_initializer=trunc_normal(0.01)
        ):
            with arg_scope([layers.conv2d, layers.max_pool2d], stride=1, padding="SAME"):
                net, done = _inception.build(
                    inputs,
                    _PARTS,
                    lambda depth: depth,
                    final_endpoint=final_endpoint,
                    end_points=end_points,
                )
                if done:
                    return net, end_points
    raise ValueError("Unknown final endpoint %s" % final_endpoint)


def inception_v1(
    inputs,
    num_classes=1000,
    is_training=True,
    dropout_keep_prob=0.8,
    prediction_fn=layers.softmax,
    spatial_squeeze=True,
    reuse=None,
    scope="InceptionV1",
):
    with variable_scope(scope, "InceptionV1", [inputs, num_classes], reuse=reuse) as scope:
        with arg_scope([layers.batch_norm, layers.dropout], is_training=is_training):
            net, end_points = inception_v1_base(inputs, scope=scope)
            with variable_scope("Logits"):
                net = layers.avg_pool2d(net, [7, 7], stride=1, scope="MaxPool_0a_7x7")
                net = layers.dropout(net, dropout_keep_prob, scope="Dropout_0b")
                logits = _inception.logits_of(
                    net, num_classes, spatial_squeeze, scope="Conv2d_0c_1x1"
                )
                end_points["Logits"] = logits
                end_points["Predictions"] = prediction_fn(logits, scope="Predictions")
    return logits, end_points


inception_v1.default_image_size = 224


def inception_v1_arg_scope(
    weight_decay=0.00004, use_batch_norm=True, batch_norm_var_collection="moving_vars"
):
    if use_batch_norm:
        norm = _inception.norm_params(batch_norm_var_collection)
        return _inception.arg_scope_of(weight_decay, layers.batch_norm, norm)
    return _inception.arg_scope_of(weight_decay, None, {})
