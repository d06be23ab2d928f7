"""What the three Inception nets are made of: layers in rows, and what classifies at their end.

Not here: the tables of the nets, each in the module of its own.
Modelled on contrib/slim/python/slim/nets/inception_v1.py, inception_v2.py and inception_v3.py of
TensorFlow 1.15.5.
"""

import collections

from tensorflow import concat, nn, squeeze, variable_scope
from tensorflow._graph import GraphKeys
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope

Part = collections.namedtuple("Part", ["scope", "add"])
"""A part of a net: its scope, and what adds it to a tensor, given how deep a depth becomes."""


def conv(label, depth, kernel=None, prefix="Conv2d_", **options):
    """A convolution.  The end of its label is the size of the kernel, unless that is given."""
    scope = prefix + label

    def add(net, deep):
        return layers.conv2d(net, deep(depth), kernel or _size(label), scope=scope, **options)

    return Part(scope, add)


def max_pool(label, **options):
    scope = "MaxPool_" + label
    return Part(
        scope, lambda net, deep: layers.max_pool2d(net, _size(label), scope=scope, **options)
    )


def avg_pool(label):
    scope = "AvgPool_" + label
    return Part(scope, lambda net, deep: layers.avg_pool2d(net, _size(label), scope=scope))


def fork(*parts):
    """Layers beside each other in one branch."""
    return Part(None, lambda net, deep: concat([part.add(net, deep) for part in parts], 3))


def mixed(letter, *branches):
    """An Inception module: branches from one tensor, whose ends are joined."""
    scope = "Mixed_" + letter

    def add(net, deep):
        with variable_scope(scope):
            ends = []
            for i, parts in enumerate(branches):
                with variable_scope("Branch_%d" % i):
                    end = net
                    for part in parts:
                        end = part.add(end, deep)
                    ends.append(end)
            return concat(ends, 3)

    return Part(scope, add)


def _size(label):
    return [int(side) for side in label.split("_")[-1].split("x")]


def depth_function(depth_multiplier, min_depth):
    """How deep a layer becomes."""
    if depth_multiplier <= 0:
        raise ValueError("depth_multiplier is not greater than zero.")
    return lambda depth: max(int(depth * depth_multiplier), min_depth)


def build(net, parts, deep, final_endpoint, end_points):
    """Adds the parts in turn.  Says as well whether the last one that was asked for is there."""
    for part in parts:
        net = end_points[part.scope] = part.add(net, deep)
        if part.scope == final_endpoint:
            return net, True
    return net, False


def fitting_size(net, size):
    """The size of a kernel that is not larger than the picture, where its size is known."""
    sides = net.get_shape().as_list()[1:3]
    return size if None in sides else [min(side, most) for side, most in zip(sides, size)]


def pooled(net, size, dropout_keep_prob):
    """The mean over a picture before the last convolution, with dropout."""
    size = fitting_size(net, size)
    pool = "AvgPool_1a_{}x{}".format(*size)
    net = layers.avg_pool2d(net, size, padding="VALID", scope=pool)
    return layers.dropout(net, keep_prob=dropout_keep_prob, scope="Dropout_1b")


def logits_of(net, num_classes, spatial_squeeze, scope, **options):
    """The last convolution of a classifier."""
    net = layers.conv2d(
        net, num_classes, [1, 1], activation_fn=None, normalizer_fn=None, scope=scope, **options
    )
    return squeeze(net, [1, 2], name="SpatialSqueeze") if spatial_squeeze else net


def norm_params(batch_norm_var_collection, **others):
    moving = [batch_norm_var_collection]
    norm = {
        "decay": 0.9997,
        "epsilon": 0.001,
        "updates_collections": GraphKeys.UPDATE_OPS,
        "variables_collections": {
            "beta": None,
            "gamma": None,
            "moving_mean": moving,
            "moving_variance": moving,
        },
    }
    return dict(norm, **others)


def arg_scope_of(weight_decay, normalizer_fn, normalizer_params):
    with arg_scope(
        [layers.conv2d, layers.fully_connected],
        weights_regularizer=layers.l2_regularizer(weight_decay),
    ):
        with arg_scope(
            [layers.conv2d],
            weights_initializer=layers.variance_scaling_initializer(),
            activation_fn=nn.relu,
            normalizer_fn=normalizer_fn,
            normalizer_params=normalizer_params,
        ) as scope:
            return scope
