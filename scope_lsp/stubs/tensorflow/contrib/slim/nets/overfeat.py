"""OverFeat.

Modelled on contrib/slim/python/slim/nets/overfeat.py of TensorFlow 1.15.5.
"""

from tensorflow import nn, variable_scope, zeros_initializer
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope
from tensorflow.contrib.slim.nets._classifiers import normal_classifier, with_end_points
from tensorflow.contrib.slim.nets._initializers import trunc_normal


def overfeat_arg_scope(weight_decay=0.0005):
    with arg_scope(
        [layers.conv2d, layers.fully_connected],
        activation_fn=nn.relu,
        weights_regularizer=layers.l2_regularizer(weight_decay),
        biases_initializer=zeros_initializer(),
    ):
        with arg_scope([layers.conv2d], padding="SAME"):
            with arg_scope([layers.max_pool2d], padding="VALID") as scope:
                return scope


def overfeat(
    inputs,
    num_classes=1000,
    is_training=True,
    dropout_keep_prob=0.5,
    spatial_squeeze=True,
    scope="overfeat",
):
    with variable_scope(scope, "overfeat", [inputs]) as sc:
        collection = sc.name + "_end_points"
        with arg_scope(
            [layers.conv2d, layers.fully_connected, layers.max_pool2d],
            outputs_collections=collection,
        ):
            net = layers.conv2d(inputs, 64, [11, 11], stride=4, padding="VALID", scope="conv1")
            net = layers.max_pool2d(net, [2, 2], scope="pool1")
            net = layers.conv2d(net, 256, [5, 5], padding="VALID", scope="conv2")
            net = layers.max_pool2d(net, [2, 2], scope="pool2")
            for scope_name, depth in [("conv3", 512), ("conv4", 1024), ("conv5", 1024)]:
                net = layers.conv2d(net, depth, [3, 3], scope=scope_name)
            net = layers.max_pool2d(net, [2, 2], scope="pool5")
            net = normal_classifier(
                net,
                3072,
                [6, 6],
                num_classes=num_classes,
                is_training=is_training,
                dropout_keep_prob=dropout_keep_prob,
            )
            return with_end_points(net, collection, spatial_squeeze, scope=sc)
