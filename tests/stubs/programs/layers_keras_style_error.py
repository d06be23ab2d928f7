"""A layer of Keras's style takes no scope, which is what a name is to the functions."""

import tensorflow as tf

x = tf.zeros([2, 3])
with tf.layers.experimental.keras_style_scope():
    tf.layers.dense(x, 4)
    tf.layers.dense(x, 4, name="a")
