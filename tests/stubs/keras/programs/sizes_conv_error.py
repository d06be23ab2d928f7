"""A layer that is built for inputs of another size."""

import tensorflow as tf

L = tf.keras.layers
layer = L.Conv2D(4, 3)
layer(tf.zeros([2, 8, 8, 3]))
layer(tf.zeros([2, 8, 8, 3]))
layer(tf.zeros([2, 8, 8, 4]))
