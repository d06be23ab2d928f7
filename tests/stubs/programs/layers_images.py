"""Layers images."""

import tensorflow as tf

x = tf.zeros([2, 8, 8, 3]); x = tf.layers.conv2d(x, 4, 3); x = tf.layers.conv2d(x, 4, 3, use_bias=False, padding='same', activation=tf.nn.relu, strides=2); x = tf.layers.batch_normalization(x); x = tf.layers.batch_normalization(x, scale=False, training=True); x = tf.layers.max_pooling2d(x, 2, 2); x = tf.layers.conv2d_transpose(x, 4, 3); x = tf.layers.separable_conv2d(x, 4, 3); x = tf.layers.flatten(x); x = tf.layers.dropout(x); x = tf.layers.dropout(x, training=True)
