"""slim's AlexNet, OverFeat and Inception nets: their variables, sizes, end points and refusals."""

import tensorflow as tf
from tensorflow.contrib import slim
from tensorflow.contrib.slim.nets import alexnet, inception, overfeat
from tensorflow.contrib.slim.python.slim.nets import inception_v1, inception_v3

SIZED = {
    "alexnet_v2": (alexnet.alexnet_v2, alexnet.alexnet_v2_arg_scope),
    "inception_v1": (inception.inception_v1, inception.inception_v1_arg_scope),
    "inception_v2": (inception.inception_v2, inception.inception_v2_arg_scope),
    "inception_v3": (inception.inception_v3, inception.inception_v3_arg_scope),
}


def tell(label, net, ends):
    with tf.variable_scope(label):
        tf.get_variable(net.op.name.replace("/", "_"), [side or 0 for side in net.shape.as_list()])
        for i, end in enumerate(sorted(ends)):
            shape = [side or 0 for side in ends[end].shape.as_list()]
            tf.get_variable("%d/%s" % (i, end), shape)


for name in sorted(SIZED):
    function, arg_scope = SIZED[name]
    size = function.default_image_size
    with slim.arg_scope(arg_scope()):
        net, ends = function(tf.zeros([2, size, size, 3]), num_classes=7)
    tell("told_" + name, net, ends)

with slim.arg_scope(overfeat.overfeat_arg_scope()):
    net, ends = overfeat.overfeat(tf.zeros([1, 281, 281, 3]), 5, spatial_squeeze=False)
tell("told_overfeat", net, ends)
with tf.variable_scope("outer"):
    net, ends = overfeat.overfeat(tf.zeros([1, 231, 231, 3]), 5, is_training=False)
tell("told_within", net, ends)
tf.get_variable("moving_%d" % len(tf.get_collection("moving_vars")), [])
tf.get_variable("updates_%d" % len(tf.get_collection(tf.GraphKeys.UPDATE_OPS)), [])

images = tf.placeholder(tf.float32, [None, None, None, 3])
with slim.arg_scope(inception.inception_v1_arg_scope(use_batch_norm=False)):
    net, ends = inception_v1.inception_v1(images, 4, spatial_squeeze=False, scope="any_size")
tell("told_any_size", net, ends)
with slim.arg_scope(inception_v3.inception_v3_arg_scope(batch_norm_decay=0.9)):
    small = tf.zeros([3, 150, 150, 3])
    net, ends = inception_v3.inception_v3(small, 4, depth_multiplier=0.1, scope="small")
    tell("told_small", net, ends)
    net, ends = inception_v3.inception_v3(
        small, 4, depth_multiplier=0.1, reuse=True, scope="small", is_training=False
    )
    tell("told_again", net, ends)
net, ends = inception.inception_v2_base(
    tf.zeros([1, 64, 64, 3]), final_endpoint="Mixed_4a", depth_multiplier=0.5, min_depth=8
)
tell("told_base", net, ends)
net, ends = inception.inception_v3_base(tf.zeros([1, 80, 80, 3]), "MaxPool_5a_3x3", scope="stem")
tell("told_stem", net, ends)
for wrong in [{"depth_multiplier": 0}, {"final_endpoint": "Mixed_9"}]:
    try:
        inception.inception_v2_base(tf.zeros([1, 64, 64, 3]), scope="refused", **wrong)
    except ValueError as error:
        tf.get_variable(str(error).rstrip(".").replace(" ", "_"), [])
