"""The VGG nets.

Modelled on contrib/slim/python/slim/nets/vgg.py of TensorFlow 1.15.5.
"""

from tensorflow import nn, variable_scope, zeros_initializer
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope
from tensorflow.contrib.slim.nets._classifiers import classifier, with_end_points


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
                net = classifier(
                    net,
                    4096,
                    [7, 7],
                    num_classes=num_classes,
                    is_training=is_training,
                    dropout_keep_prob=dropout_keep_prob,
                )
                return with_end_points(net, collection, spatial_squeeze, scope=sc)

    build.__name__ = name
    build.default_image_size = 224
    return build


vgg_a = _net("vgg_a", (1, 1, 2, 2, 2))
vgg_d = vgg_16 = _net("vgg_16", (2, 2, 3, 3, 3))
vgg_e = vgg_19 = _net("vgg_19", (2, 2, 4, 4, 4))
