"""Contrib images."""

import tensorflow as tf

L = tf.contrib.layers
x = tf.placeholder(tf.float32, [8, 28, 28, 3]); y = L.batch_norm(x, updates_collections=None, scale=True, scope='bn'); y = L.batch_norm(y, is_training=False, scope='bn2'); y = L.batch_norm(y, scope='bn3', variables_collections=['foo']); y = L.conv2d_transpose(y, 4, 5, stride=2); y = L.separable_conv2d(y, 5, 3); y = L.separable_conv2d(y, None, 3); y = L.avg_pool2d(y, [2, 2]); y = L.bias_add(y)
