"""Contrib basic."""

import tensorflow as tf

L = tf.contrib.layers
x = tf.placeholder(tf.float32, [8, 28, 28, 3]); y = L.conv2d(x, 16, 3); y = L.conv2d(y, 16, 3, normalizer_fn=L.batch_norm, scope='c'); y = L.max_pool2d(y, 2); y = L.flatten(y); y = L.fully_connected(y, 10); y = L.fully_connected(y, 10, activation_fn=None, weights_regularizer=L.l2_regularizer(.1)); y = L.dropout(y); y = L.layer_norm(y); y = L.batch_norm(y); L.linear(y, 3)
