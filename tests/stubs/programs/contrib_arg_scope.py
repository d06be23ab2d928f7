"""Contrib arg scope."""

import tensorflow as tf

L = tf.contrib.layers
with tf.contrib.framework.arg_scope([L.conv2d, L.fully_connected], weights_regularizer=L.l2_regularizer(.1), activation_fn=None) as sc:
    x = tf.placeholder(tf.float32, [8, 28, 28, 3]); x = L.repeat(x, 2, L.conv2d, 8, [3, 3], scope='conv1'); x = L.repeat(x, 2, L.conv2d, 8, [3, 3]); x = L.flatten(x); x = L.stack(x, L.fully_connected, [3, 4], scope='fc'); L.one_hot_encoding([1, 2], 4)
