"""slim: the layers of tf.contrib.layers under another name."""

import tensorflow as tf
slim = tf.contrib.slim
import tensorflow.contrib.slim as slim2
x = tf.placeholder(tf.float32, [8, 28, 28, 3])
with slim.arg_scope([slim.conv2d, slim.fully_connected], weights_regularizer=slim.l2_regularizer(.1), normalizer_fn=slim.batch_norm):
    y = slim.conv2d(x, 16, 3); y = slim.repeat(y, 2, slim.conv2d, 8, [3, 3], scope='conv1'); y = slim2.flatten(y); y = slim.fully_connected(y, 10, activation_fn=None); slim.losses.softmax_cross_entropy(y, tf.zeros([8, 10]))
