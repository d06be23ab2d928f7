"""Dense layers: names of their own count, below the name scope, never shared by variable scopes."""

import tensorflow as tf

x = tf.zeros([2, 3])
tf.keras.layers.Dense(4)(x)
tf.keras.layers.Dense(4)(x)
named = tf.keras.layers.Dense(4, name="k")
named(x)
named(x)
tf.keras.layers.Dense(4, name="k")(x)
with tf.variable_scope("a"):
    tf.keras.layers.Dense(4)(x)
    tf.keras.layers.Dense(4, name="k")(x)
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    tf.keras.layers.Dense(4, name="k")(x)
    named(x)
with tf.variable_scope("a", reuse=True):
    tf.keras.layers.Dense(4, name="k")(x)
with tf.name_scope("b"):
    tf.keras.layers.Dense(4, use_bias=False, activation="relu")(x)
    late = tf.keras.layers.Dense(5, name="late")
late(tf.zeros([7, 8, 9], tf.float64))
tf.layers.dense(x, 4)
tf.keras.layers.Dense(4, kernel_regularizer=tf.keras.regularizers.l2(0.1), trainable=False)(x)
