"""What slim has by way of its own imports: utils, losses, initializers."""

import tensorflow as tf

slim = tf.contrib.slim


@slim.add_arg_scope
def bottleneck(inputs, depth, outputs_collections=None, scope=None):
    with tf.variable_scope(scope, "bottleneck", [inputs]) as sc:
        depth_in = slim.utils.last_dimension(inputs.get_shape(), min_rank=4)
        shortcut = inputs
        if depth != depth_in:
            shortcut = slim.conv2d(inputs, depth, 1, scope="shortcut")
        result = shortcut + slim.conv2d(inputs, depth, 3, scope="conv")
        return slim.utils.collect_named_outputs(outputs_collections, sc.original_name_scope, result)


with tf.variable_scope("net") as scope:
    ends = scope.original_name_scope + "_ends"
    net = tf.placeholder(tf.float32, [2, 8, 8, 3])
    with slim.arg_scope([bottleneck, slim.conv2d], outputs_collections=ends):
        for depth in [4, 4, 5]:
            net = bottleneck(net, depth)
points = slim.utils.convert_collection_to_dict(ends)
for i, name in enumerate(sorted(points)):
    tf.get_variable("%d/%s" % (i, name), points[name].shape.as_list())
tf.get_variable("two", slim.utils.two_element_tuple([3, 4]))
tf.get_variable("start", [2], initializer=slim.initializers.xavier_initializer())
tf.get_variable("small", [2], regularizer=slim.regularizers.l2_regularizer(0.1))
loss = slim.losses.absolute_difference(net, tf.zeros([2, 8, 8, 5]))
tf.get_variable("losses_%d" % len(slim.losses.get_losses()), [])
