"""A model from its configuration: tensors among the arguments of its layers are its own."""

import tensorflow as tf
from tensorflow import keras


class Scaled(keras.layers.Layer):
    def call(self, inputs, by=None):
        return inputs if by is None else inputs * tf.cast(by, tf.float32)


inputs = keras.Input(shape=(10,))
scaled = Scaled()(inputs, tf.multiply(inputs, 2.0))
again = Scaled()(scaled, by=keras.layers.Dense(10, name="by")(inputs))
model = keras.Model(inputs, keras.layers.Dense(2)(again))
made = keras.Model.from_config(model.get_config(), custom_objects={"Scaled": Scaled})
tf.compat.v1.get_variable("/".join(layer.name for layer in made.layers), [1])
tf.compat.v1.get_variable("%d" % len(made.weights), [1])
