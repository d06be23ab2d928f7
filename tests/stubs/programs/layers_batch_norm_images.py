"""Layers batch norm images."""

import tensorflow as tf

t = tf.placeholder(tf.bool); x = tf.placeholder(tf.float32, [None, 8, 8, 3]); y = tf.layers.batch_normalization(x, training=t); y = tf.layers.batch_normalization(y, axis=1, training=t); y = tf.layers.average_pooling2d(y, 2, 1, 'same'); y = tf.layers.conv2d_transpose(y, 5, [4, 4], (2, 2), 'same'); y = tf.layers.conv2d(y, 7, [3, 3], dilation_rate=2, padding='same'); y = tf.layers.conv2d(y, 7, [3, 3], dilation_rate=2)
