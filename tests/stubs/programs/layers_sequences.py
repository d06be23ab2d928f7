"""Layers sequences."""

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 10, 6]); y = tf.layers.dense(x, 5); y = tf.layers.conv1d(y, 4, 3); y = tf.layers.conv1d(y, 4, 3, padding='same', strides=2); y = tf.layers.max_pooling1d(y, 2, 2); y = tf.layers.flatten(y); z = tf.layers.dense(tf.zeros([2, 3, 4]), 5)
