"""AlexNet.

Modelled on contrib/slim/python/slim/nets/alexnet.py of TensorFlow 1.15.5.
"""

from tensorflow import constant_initializer, nn, variable_scope
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope
from tensorflow.contrib.slim.nets._classifiers import normal_classifier, with_end_points
from tensorflow.contrib.slim.nets._initializers import trunc_normal


def alexnet_v2_arg_scope(weight_decay=0.0005):
    with arg_scope(
        [layers.conv2d, layers.fully_connected],
        activation_fn=nn.relu,
        biases_initializer=constant_initializer(0.1),
        weights_regularizer=layers.l2_regularizer(weight_decay),
    ):
        with arg_scope([layers.conv2d], padding="SAME"):
            with arg_scope([layers.max_pool2d], padding="VALID") as scope:
                return scope


def alexnet_v2(
    inputs,
    num_classes=1000,
    is_training=True,
    dropout_keep_prob=0.5,
    spatial_squeeze=True,
    scope="alexnet_v2",
):
    with variable_scope(scope, "alexnet_v2", [inputs]) as sc:
        collection = sc.original_name_scope + "_end_points"
        with arg_scope(
            [layers.conv2d, layers.fully_connected, layers.max_pool2d],
            outputs_collections=[collection],
        ):
            net = layers.conv2d(inputs, 64, [11, 11], stride=4, padding="VALID", scope="conv1")
            net = layers.max_pool2d(net, [3, 3], 2, scope="pool1")
            net = layers.conv2d(net, 192, [5, 5], scope="conv2")
            net = layers.max_pool2d(net, [3, 3], 2, scope="pool2")
            for scope_name, depth in [("conv3", 384), ("conv4", 384), ("conv5", 256)]:
                net = layers.conv2d(net, depth, [3, 3], scope=scope_name)
            net = layers.max_pool2d(net, [3, 3], 2, scope="pool5")
            net = normal_classifier(
                net,
                4096,
                [5, 5],
                num_classes=num_classes,
                is_training=is_training,
                dropout_keep_prob=dropout_keep_prob,
            )
            return with_end_points(net, collection, spatial_squeeze, scope=sc)


alexnet_v2.default_image_size = 224
