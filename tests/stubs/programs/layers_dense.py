"""Layers dense."""

import tensorflow as tf

x = tf.zeros([2, 3]); tf.layers.dense(x, 4); tf.layers.dense(x, 4); tf.layers.dense(x, 4, name="fc"); tf.layers.dense(x, 4, name="fc", reuse=True)
with tf.variable_scope("a"):
    tf.layers.dense(x, 4); tf.layers.dense(x, 4, use_bias=False)
with tf.name_scope("n"):
    tf.layers.dense(x, 4, activation=tf.nn.relu)
