"""Copies of functional models that hold masks and ops: the same layers, under the same names."""

import tensorflow as tf

keras = tf.keras

inputs = keras.Input((2, 1))
masked = keras.layers.Masking(mask_value=0)(inputs)
model = keras.Model(inputs, keras.layers.TimeDistributed(keras.layers.Dense(1))(masked))
copy = keras.models.clone_model(model)
tf.get_variable("masked_" + "_".join([layer.name for layer in copy.layers]), [])

inputs = keras.Input((2,))
hidden = keras.layers.Dense(3)(inputs)
model = keras.Model(inputs, hidden + tf.reduce_sum(hidden, axis=1, keepdims=True))
copy = keras.models.clone_model(model)
tf.get_variable("cloned_" + "_".join([layer.name for layer in copy.layers]), [])
copy = keras.Model.from_config(model.get_config())
tf.get_variable("from_config_" + "_".join([layer.name for layer in copy.layers]), [])
