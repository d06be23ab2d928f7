"""Contrib training."""

import tensorflow as tf

t = tf.placeholder(tf.bool); L = tf.contrib.layers; x = tf.placeholder(tf.float32, [None, 4]); y = L.batch_norm(x, is_training=t); y = L.batch_norm(y, is_training=t, updates_collections=None, fused=False, scope='q'); y = L.dropout(y, 0.4, is_training=t); y = L.batch_norm(tf.zeros([2, 3, 4]), zero_debias_moving_mean=True)
