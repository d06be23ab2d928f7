"""Layers scope defaults."""

import tensorflow as tf

with tf.variable_scope('s', initializer=tf.truncated_normal_initializer(stddev=.1), regularizer=tf.contrib.layers.l1_regularizer(0.1)):
    x = tf.layers.dense(tf.zeros([2, 3], tf.float64), 4); y = tf.get_variable('v', [2])
    z = tf.layers.conv3d(tf.zeros([1, 4, 4, 4, 2]), 3, 2); z = tf.layers.max_pooling3d(z, 2, 1); tf.layers.separable_conv1d(tf.zeros([1, 10, 4]), 6, 3)
