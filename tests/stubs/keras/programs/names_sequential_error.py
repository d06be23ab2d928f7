"""Two layers of one name in a list of layers, which is built before it is looked at."""

import tensorflow as tf

L = tf.keras.layers
tf.keras.Sequential([L.Dense(2, name="a"), L.Dense(2, name="a")])
tf.keras.Sequential([L.Dense(2, name="same", input_shape=(3,)), L.ReLU(), L.Dense(2, name="same")])
