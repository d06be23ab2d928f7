"""Blocks of residual nets.

Modelled on contrib/slim/python/slim/nets/resnet_utils.py of TensorFlow 1.15.5.
"""

import collections

from tensorflow import nn, pad, variable_scope
from tensorflow._graph import GraphKeys
from tensorflow.contrib import layers
from tensorflow.contrib.framework import add_arg_scope, arg_scope
from tensorflow.contrib.layers import utils

Block = collections.namedtuple("Block", ["scope", "unit_fn", "args"])


def subsample(inputs, factor, scope=None):
    return inputs if factor == 1 else layers.max_pool2d(inputs, [1, 1], stride=factor, scope=scope)


def conv2d_same(inputs, num_outputs, kernel_size, stride, rate=1, scope=None):
    if stride == 1:
        return layers.conv2d(
            inputs, num_outputs, kernel_size, stride=1, rate=rate, padding="SAME", scope=scope
        )
    total = kernel_size + (kernel_size - 1) * (rate - 1) - 1
    sides = [total // 2, total - total // 2]
    inputs = pad(inputs, [[0, 0], sides, sides, [0, 0]])
    return layers.conv2d(
        inputs, num_outputs, kernel_size, stride=stride, rate=rate, padding="VALID", scope=scope
    )


@add_arg_scope
def stack_blocks_dense(net, blocks, output_stride=None, outputs_collections=None):
    reached = rate = 1
    for block in blocks:
        with variable_scope(block.scope, "block", [net]) as scope:
            for i, unit in enumerate(block.args):
                if output_stride is not None and reached > output_stride:
                    raise ValueError("The target output_stride cannot be reached.")
                with variable_scope("unit_%d" % (i + 1), values=[net]):
                    if output_stride is not None and reached == output_stride:
                        net = block.unit_fn(net, rate=rate, **dict(unit, stride=1))
                        rate *= unit.get("stride", 1)
                    else:
                        net = block.unit_fn(net, rate=1, **unit)
                        reached *= unit.get("stride", 1)
            net = utils.collect_named_outputs(outputs_collections, scope.name, net)
    if output_stride is not None and reached != output_stride:
        raise ValueError("The target output_stride cannot be reached.")
    return net


def resnet_arg_scope(
    weight_decay=0.0001, batch_norm_decay=0.997, batch_norm_epsilon=1e-5, batch_norm_scale=True
):
    norm = {
        "decay": batch_norm_decay,
        "epsilon": batch_norm_epsilon,
        "scale": batch_norm_scale,
        "updates_collections": GraphKeys.UPDATE_OPS,
    }
    with arg_scope(
        [layers.conv2d],
        weights_regularizer=layers.l2_regularizer(weight_decay),
        weights_initializer=layers.variance_scaling_initializer(),
        activation_fn=nn.relu,
        normalizer_fn=layers.batch_norm,
        normalizer_params=norm,
    ):
        with arg_scope([layers.batch_norm], **norm):
            with arg_scope([layers.max_pool2d], padding="SAME") as scope:
                return scope


SIZES = {"50": (3, 4, 6, 3), "101": (3, 4, 23, 3), "152": (3, 8, 36, 3), "200": (3, 24, 36, 3)}
"""Units in each of the four blocks of the published nets."""


def block_of(unit_fn, scope, base_depth, num_units, stride):
    unit = {"depth": base_depth * 4, "depth_bottleneck": base_depth, "stride": 1}
    return Block(scope, unit_fn, [unit] * (num_units - 1) + [dict(unit, stride=stride)])


def published(net, block, name, size):
    """A function that builds a published net."""

    def build(
        inputs,
        num_classes=None,
        is_training=True,
        global_pool=True,
        output_stride=None,
        reuse=None,
        scope=name + "_" + size,
    ):
        blocks = [
            block("block%d" % (i + 1), 64 * 2**i, units, stride=2 if i < 3 else 1)
            for i, units in enumerate(SIZES[size])
        ]
        return net(
            inputs,
            blocks,
            num_classes,
            is_training=is_training,
            global_pool=global_pool,
            output_stride=output_stride,
            include_root_block=True,
            reuse=reuse,
            scope=scope,
        )

    build.__name__ = name + "_" + size
    return build


def net_of(
    inputs,
    blocks,
    num_classes,
    is_training,
    global_pool,
    output_stride,
    include_root_block,
    reuse,
    scope,
    default,
    unit,
    preactivated,
):
    """A residual net, whose layers are normalized before they are activated or after."""
    with variable_scope(scope, default, [inputs], reuse=reuse) as scope:
        collection = scope.original_name_scope + "_end_points"
        with arg_scope([layers.conv2d, unit, stack_blocks_dense], outputs_collections=collection):
            with arg_scope([layers.batch_norm], is_training=is_training):
                net = inputs
                if include_root_block:
                    if output_stride is not None:
                        if output_stride % 4 != 0:
                            raise ValueError("The output_stride needs to be a multiple of 4.")
                        output_stride /= 4
                    with arg_scope(
                        [layers.conv2d],
                        **({"activation_fn": None, "normalizer_fn": None} if preactivated else {}),
                    ):
                        net = conv2d_same(net, 64, 7, stride=2, scope="conv1")
                    net = layers.max_pool2d(net, [3, 3], stride=2, scope="pool1")
                net = stack_blocks_dense(net, blocks, output_stride)
                if preactivated:
                    net = layers.batch_norm(net, activation_fn=nn.relu, scope="postnorm")
                if global_pool:
                    net = _mean(net)
                if num_classes is not None:
                    net = layers.conv2d(
                        net,
                        num_classes,
                        [1, 1],
                        activation_fn=None,
                        normalizer_fn=None,
                        scope="logits",
                    )
                end_points = utils.convert_collection_to_dict(collection)
                if num_classes is not None:
                    end_points["predictions"] = layers.softmax(net, scope="predictions")
                return net, end_points


def _mean(net):
    from tensorflow import reduce_mean  # not a name of this module

    return reduce_mean(net, [1, 2], name="pool5", keepdims=True)
