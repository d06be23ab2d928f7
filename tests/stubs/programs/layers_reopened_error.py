"""Layers reopened error."""

import tensorflow as tf

x = tf.zeros([2, 3])
with tf.variable_scope("a"):
    tf.layers.dense(x, 4)
with tf.variable_scope("a"):
    tf.layers.dense(x, 4)
