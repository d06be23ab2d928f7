"""A layer that is built for inputs of another size."""

import tensorflow as tf

L = tf.keras.layers
layer = L.Dense(4)
layer(tf.zeros([2, 3]))
layer(tf.zeros([2, 3]))
layer(tf.zeros([2, 5]))
