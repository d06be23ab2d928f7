"""What classifies at the end of AlexNet, OverFeat and the VGG nets: three layers, as convolutions.

Modelled on contrib/slim/python/slim/nets/alexnet.py, overfeat.py and vgg.py of TensorFlow 1.15.5.
"""

from tensorflow import constant_initializer, squeeze, zeros_initializer
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope
from tensorflow.contrib.layers import utils
from tensorflow.contrib.slim.nets._initializers import trunc_normal


def classifier(net, depth, size, num_classes, is_training, dropout_keep_prob, **last):
    """The logits, given the first layer's depth and the size of its kernel."""
    net = layers.conv2d(net, depth, size, padding="VALID", scope="fc6")
    net = layers.dropout(net, dropout_keep_prob, is_training=is_training, scope="dropout6")
    net = layers.conv2d(net, 4096, [1, 1], scope="fc7")
    net = layers.dropout(net, dropout_keep_prob, is_training=is_training, scope="dropout7")
    return layers.conv2d(
        net, num_classes, [1, 1], activation_fn=None, normalizer_fn=None, scope="fc8", **last
    )


def normal_classifier(net, depth, size, **options):
    """The same with the initializers of AlexNet and OverFeat."""
    with arg_scope(
        [layers.conv2d],
        weights_initializer=trunc_normal(0.005),
        biases_initializer=constant_initializer(0.1),
    ):
        return classifier(net, depth, size, biases_initializer=zeros_initializer(), **options)


def with_end_points(net, collection, spatial_squeeze, scope):
    end_points = utils.convert_collection_to_dict(collection)
    if spatial_squeeze:
        net = squeeze(net, [1, 2], name="fc8/squeezed")
        end_points[scope.name + "/fc8"] = net
    return net, end_points
