"""Two layers of one name in a model."""

import tensorflow as tf

L = tf.keras.layers
x = tf.keras.Input((3,))
tf.keras.Sequential([L.Dense(2, name="a", input_shape=(3,)), L.Dense(2, name="b")])
y = L.Dense(4, name="same")(L.Dense(4, name="same")(x))
tf.keras.Model(x, y)
