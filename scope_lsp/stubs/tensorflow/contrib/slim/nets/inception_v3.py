"""Inception v3, which has a second classifier beside the one at its end.

Modelled on contrib/slim/python/slim/nets/inception_v3.py of TensorFlow 1.15.5.
"""

from tensorflow import variable_scope
from tensorflow._graph import GraphKeys
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope
from tensorflow.contrib.slim.nets import _inception
from tensorflow.contrib.slim.nets._inception import avg_pool, conv, fork, max_pool, mixed
from tensorflow.contrib.slim.nets._initializers import trunc_normal


_HALVED = {"stride": 2, "padding": "VALID"}


def _square(letter, pooled, middle):
    """A module for large pictures."""
    return mixed(
        letter,
        [conv("0a_1x1", 64)],
        middle,
        [conv("0a_1x1", 64), conv("0b_3x3", 96), conv("0c_3x3", 96)],
        [avg_pool("0a_3x3"), conv("0b_1x1", pooled)],
    )


def _factored(letter, depth):
    """A module whose large kernels are pairs of flat and upright ones."""
    return mixed(
        letter,
        [conv("0a_1x1", 192)],
        [conv("0a_1x1", depth), conv("0b_1x7", depth), conv("0c_7x1", 192)],
        [
            conv("0a_1x1", depth),
            conv("0b_7x1", depth),
            conv("0c_1x7", depth),
            conv("0d_7x1", depth),
            conv("0e_1x7", 192),
        ],
        [avg_pool("0a_3x3"), conv("0b_1x1", 192)],
    )


def _forked(letter, upright):
    """A module for the smallest pictures, whose outer branches fork."""
    return mixed(
        letter,
        [conv("0a_1x1", 320)],
        [conv("0a_1x1", 384), fork(conv("0b_1x3", 384), conv(upright, 384))],
        [
            conv("0a_1x1", 448),
            conv("0b_3x3", 384),
            fork(conv("0c_1x3", 384), conv("0d_3x1", 384)),
        ],
        [avg_pool("0a_3x3"), conv("0b_1x1", 192)],
    )


_STEM = [
    conv("1a_3x3", 32, stride=2),
    conv("2a_3x3", 32),
    conv("2b_3x3", 64, padding="SAME"),
    max_pool("3a_3x3", stride=2),
    conv("3b_1x1", 80),
    conv("4a_3x3", 192),
    max_pool("5a_3x3", stride=2),
]
_MODULES = [
    _square("5b", 32, [conv("0a_1x1", 48), conv("0b_5x5", 64)]),
    _square("5c", 64, [conv("0b_1x1", 48), conv("0c_5x5", 64, prefix="Conv_1_")]),
    _square("5d", 64, [conv("0a_1x1", 48), conv("0b_5x5", 64)]),
    mixed(
        "6a",
        [conv("1a_1x1", 384, kernel=[3, 3], **_HALVED)],
        [
            conv("0a_1x1", 64),
            conv("0b_3x3", 96),
            conv("1a_1x1", 96, kernel=[3, 3], **_HALVED),
        ],
        [max_pool("1a_3x3", **_HALVED)],
    ),
    _factored("6b", 128),
    _factored("6c", 160),
    _factored("6d", 160),
    _factored("6e", 192),
    mixed(
        "7a",
        [conv("0a_1x1", 192), conv("1a_3x3", 320, **_HALVED)],
        [
            conv("0a_1x1", 192),
            conv("0b_1x7", 192),
            conv("0c_7x1", 192),
            conv("1a_3x3", 192, **_HALVED),
        ],
        [max_pool("1a_3x3", **_HALVED)],
    ),
    _forked("7b", upright="0b_3x1"),
    _forked("7c", upright="0c_3x1"),
]


def _layers(padding):
    return arg_scope(
        [layers.conv2d, layers.max_pool2d, layers.avg_pool2d], stride=1, padding=padding
    )


def inception_v3_base(
    inputs, final_endpoint="Mixed_7c", min_depth=16, depth_multiplier=1.0, scope=None
):
    end_points = {}
    deep = _inception.depth_function(depth_multiplier, min_depth)
    with variable_scope(scope, "InceptionV3", [inputs]):
        net = inputs
        for parts, padding in [(_STEM, "VALID"), (_MODULES, "SAME")]:
            with _layers(padding):
                net, done = _inception.build(
                    net, parts, deep, final_endpoint=final_endpoint, end_points=end_points
                )
                if done:
                    return net, end_points
    raise ValueError("Unknown final endpoint %s" % final_endpoint)


def _second_classifier(net, deep, num_classes, spatial_squeeze):
    with variable_scope("AuxLogits"):
        net = layers.avg_pool2d(net, [5, 5], stride=3, padding="VALID", scope="AvgPool_1a_5x5")
        net = layers.conv2d(net, deep(128), [1, 1], scope="Conv2d_1b_1x1")
        size = _inception.fitting_size(net, [5, 5])
        net = layers.conv2d(
            net,
            deep(768),
            size,
            weights_initializer=trunc_normal(0.01),
            padding="VALID",
            scope="Conv2d_2a_{}x{}".format(*size),
        )
        return _inception.logits_of(
            net,
            num_classes,
            spatial_squeeze,
            scope="Conv2d_2b_1x1",
            weights_initializer=trunc_normal(0.001),
        )


def inception_v3(
    inputs,
    num_classes=1000,
    is_training=True,
    dropout_keep_prob=0.8,
    min_depth=16,
    depth_multiplier=1.0,
    prediction_fn=layers.softmax,
    spatial_squeeze=True,
    reuse=None,
    scope="InceptionV3",
):
    deep = _inception.depth_function(depth_multiplier, min_depth)
    with variable_scope(scope, "InceptionV3", [inputs, num_classes], reuse=reuse) as scope:
        with arg_scope([layers.batch_norm, layers.dropout], is_training=is_training):
            net, end_points = inception_v3_base(
                inputs, scope=scope, min_depth=min_depth, depth_multiplier=depth_multiplier
            )
            with _layers("SAME"):
                end_points["AuxLogits"] = _second_classifier(
                    end_points["Mixed_6e"], deep, num_classes, spatial_squeeze=spatial_squeeze
                )
            with variable_scope("Logits"):
                net = _inception.pooled(net, [8, 8], dropout_keep_prob)
                end_points["PreLogits"] = net
                logits = _inception.logits_of(
                    net, num_classes, spatial_squeeze, scope="Conv2d_1c_1x1"
                )
            end_points["Logits"] = logits
            end_points["Predictions"] = prediction_fn(logits, scope="Predictions")
    return logits, end_points


inception_v3.default_image_size = 299


def inception_v3_arg_scope(
    weight_decay=0.00004,
    batch_norm_var_collection="moving_vars",
    batch_norm_decay=0.9997,
    batch_norm_epsilon=0.001,
    updates_collections=GraphKeys.UPDATE_OPS,
    use_fused_batchnorm=True,
):
    norm = _inception.norm_params(
        batch_norm_var_collection,
        decay=batch_norm_decay,
        epsilon=batch_norm_epsilon,
        updates_collections=updates_collections,
        fused=use_fused_batchnorm,
    )
    return _inception.arg_scope_of(weight_decay, layers.batch_norm, norm)
