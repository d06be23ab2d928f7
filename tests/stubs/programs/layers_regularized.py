"""Layers regularized."""

import tensorflow as tf

x = tf.zeros([2, 3]); r = tf.contrib.layers.l2_regularizer(0.1); y = tf.layers.dense(x, 4, kernel_regularizer=r); y = tf.layers.dense(x, 4, kernel_regularizer=lambda w: tf.reduce_sum(w), name='e'); y = tf.layers.dense(x, 4, name='e', reuse=True, kernel_regularizer=r)
