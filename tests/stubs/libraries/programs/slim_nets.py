"""The nets of slim: residual and VGG, with and without heads, reached by several paths."""
import tensorflow as tf
import tensorflow.contrib.slim as slim
from tensorflow.contrib.slim.nets import resnet_v1, vgg
from tensorflow.contrib.slim.python.slim.nets import resnet_utils
from tensorflow.contrib.slim.python.slim.nets.resnet_v2 import resnet_v2_50

images = tf.placeholder(tf.float32, [2, 224, 224, 3])


def show(prefix, net, end_points):
    for name in sorted(end_points):
        tf.get_variable(prefix + "_" + name.replace(":", "."), [])


with slim.arg_scope(resnet_v1.resnet_arg_scope(weight_decay=0.001)):
    show("a", *resnet_v1.resnet_v1_50(images, 10, is_training=False))
with slim.arg_scope(resnet_utils.resnet_arg_scope()):
    show("b", *resnet_v2_50(images, global_pool=False, output_stride=16))
with slim.arg_scope(vgg.vgg_arg_scope()):
    show("c", *vgg.vgg_16(images, num_classes=5))
with slim.arg_scope([slim.conv2d], normalizer_fn=slim.batch_norm):
    tf.get_variable("d" + "_".join(map(str, resnet_utils.conv2d_same(images, 8, 7, stride=2, scope="same").shape.as_list())), [])
blocks = [resnet_v1.resnet_v1_block("block1", base_depth=4, num_units=2, stride=2), resnet_utils.Block("block2", resnet_v1.bottleneck, [{"depth": 16, "depth_bottleneck": 4, "stride": 1}])]
with slim.arg_scope(resnet_utils.resnet_arg_scope()):
    show("e", *resnet_v1.resnet_v1(images, blocks, include_root_block=False, scope="own"))
