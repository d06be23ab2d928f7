"""Layers auto reuse."""

import tensorflow as tf

def net(x):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        x = tf.layers.dense(x, 4)
        return tf.layers.dense(x, 4)
x = tf.zeros([2, 3]); net(x); net(x)
