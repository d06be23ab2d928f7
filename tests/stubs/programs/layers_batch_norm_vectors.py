"""Layers batch norm vectors."""

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3]); t = tf.placeholder(tf.bool); y = tf.layers.batch_normalization(x, training=t); y = tf.layers.batch_normalization(y, training=True); y = tf.layers.batch_normalization(y); z = tf.layers.dropout(y, 0.4, training=t)
