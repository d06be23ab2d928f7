"""Residual nets that normalize after each convolution.

Modelled on contrib/slim/python/slim/nets/resnet_v1.py of TensorFlow 1.15.5.
"""

from tensorflow import nn, variable_scope
from tensorflow.contrib import layers
from tensorflow.contrib.framework import add_arg_scope
from tensorflow.contrib.layers import utils
from tensorflow.contrib.slim.nets import resnet_utils
from tensorflow.contrib.slim.nets.resnet_utils import resnet_arg_scope


@add_arg_scope
def bottleneck(
    inputs, depth, depth_bottleneck, stride, rate=1, outputs_collections=None, scope=None
):
    with variable_scope(scope, "bottleneck_v1", [inputs]) as sc:
        if depth == utils.last_dimension(inputs.get_shape(), min_rank=4):
            shortcut = resnet_utils.subsample(inputs, stride, "shortcut")
        else:
            shortcut = layers.conv2d(
                inputs, depth, [1, 1], stride=stride, activation_fn=None, scope="shortcut"
            )
        residual = layers.conv2d(inputs, depth_bottleneck, [1, 1], stride=1, scope="conv1")
        residual = resnet_utils.conv2d_same(
            residual, depth_bottleneck, 3, stride=stride, rate=rate, scope="conv2"
        )
        residual = layers.conv2d(
            residual, depth, [1, 1], stride=1, activation_fn=None, scope="conv3"
        )
        return utils.collect_named_outputs(
            outputs_collections, sc.name, nn.relu(shortcut + residual)
        )


def resnet_v1(
    inputs,
    blocks,
    num_classes=None,
    is_training=True,
    global_pool=True,
    output_stride=None,
    include_root_block=True,
    reuse=None,
    scope=None,
):
    return resnet_utils.net_of(
        inputs,
        blocks,
        num_classes,
        is_training=is_training,
        global_pool=global_pool,
        output_stride=output_stride,
        include_root_block=include_root_block,
        reuse=reuse,
        scope=scope,
        default="resnet_v1",
        unit=bottleneck,
        preactivated=False,
    )


def resnet_v1_block(scope, base_depth, num_units, stride):
    return resnet_utils.block_of(bottleneck, scope, base_depth, num_units=num_units, stride=stride)


resnet_v1_50 = resnet_utils.published(resnet_v1, resnet_v1_block, "resnet_v1", size="50")
resnet_v1_101 = resnet_utils.published(resnet_v1, resnet_v1_block, "resnet_v1", size="101")
resnet_v1_152 = resnet_utils.published(resnet_v1, resnet_v1_block, "resnet_v1", size="152")
resnet_v1_200 = resnet_utils.published(resnet_v1, resnet_v1_block, "resnet_v1", size="200")
resnet_v1.default_image_size = 224
