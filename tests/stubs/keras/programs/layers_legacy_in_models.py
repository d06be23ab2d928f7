"""Models of Keras take no layers of tf.layers, and the dtype that layers start from."""

import tensorflow as tf
from tensorflow.python.keras import testing_utils

layers = [tf.keras.layers.Dense(1), tf.layers.Dense(1, name="legacy")]
for given in (layers, [tf.keras.layers.Input(shape=(4,))] + layers):
    try:
        tf.keras.Sequential(given)
    except TypeError:
        tf.get_variable("sequential_%d" % len(given), [])
model = tf.keras.Sequential()
try:
    model.add(layers[1])
except TypeError:
    tf.get_variable("add", [])
x = tf.keras.Input((4,))
try:
    tf.keras.Model(x, layers[1](x))
except TypeError:
    tf.get_variable("functional", [])


@testing_utils.enable_v2_dtype_behavior
def of_floatx():
    return tf.keras.layers.Dense(3).dtype, tf.layers.Dense(3).dtype


tf.get_variable("dtypes_%s_%s_%s" % (of_floatx() + (tf.keras.layers.Dense(3).dtype,)), [])
