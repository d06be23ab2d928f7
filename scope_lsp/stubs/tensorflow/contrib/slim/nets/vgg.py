"""The VGG nets.

Modelled on contrib/slim/python/slim/nets/vgg.py of TensorFlow 1.15.5.
"""

from tensorflow import nn, squeeze, variable_scope, zeros_initializer
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope
from tensorflow.contrib.layers import utils


def vgg_arg_scope(weight_decay=0.0005):
    with arg_scope(
        [layers.conv2d, layers.fully_connected],
        activation_fn=nn.relu,
        weights_regularizer=layers.l2_regularizer(weight_decay),
        biases_initializer=zeros_initializer(),
    ):
        with arg_scope([layers.conv2d], padding="SAME") as scope:
            return scope


def _net(name, repeats):
    """A function that builds a net with so many convolutions in each of its five groups."""

    def build(
        inputs,
        num_classes=1000,
        is_training=True,
        dropout_keep_prob=0.5,
        spatial_squeeze=True,
        scope=name,
    ):
        with variable_scope(scope, name, [inputs]) as sc:
            collection = sc.original_name_scope + "_end_points"
            with arg_scope(
                [layers.conv2d, layers.fully_connected, layers.max_pool2d],
                outputs_collections=collection,
            ):
                net = inputs
                for i, (times, depth) in enumerate(zip(repeats, (64, 128, 256, 512, 512))):
                    net = layers.repeat(
                        net, times, layers.conv2d, depth, [3, 3], scope="conv%d" % (i + 1)
                    )
                    net = layers.max_pool2d(net, [2, 2], scope="pool%d" % (i + 1))
                net = layers.conv2d(net, 4096, [7, 7], padding="VALID", scope="fc6")
                net = layers.dropout(
                    net, dropout_keep_prob, is_training=is_training, scope="dropout6"
                )
                net = layers.conv2d(net, 4096, [1, 1], scope="fc7")
                net = layers.dropout(
                    net, dropout_keep_prob, is_training=is_training, scope="dropout7"
                )
                net = layers.conv2d(
                    net, num_classes, [1, 1], activation_fn=None, normalizer_fn=None, scope="fc8"
                )
                end_points = utils.convert_collection_to_dict(collection)
                if spatial_squeeze:
                    net = squeeze(net, [1, 2], name="fc8/squeezed")
                    end_points[sc.name + "/fc8"] = net
                return net, end_points

    build.__name__ = name
    build.default_image_size = 224
    return build


vgg_a = _net("vgg_a", (1, 1, 2, 2, 2))
vgg_d = vgg_16 = _net("vgg_16", (2, 2, 3, 3, 3))
vgg_e = vgg_19 = _net("vgg_19", (2, 2, 4, 4, 4))
