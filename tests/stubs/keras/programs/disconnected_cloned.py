"""A copy keeps the tensors among the arguments of its layers, which its inputs do not lead to."""

import tensorflow as tf

from tensorflow.keras import Input, Model, layers


class Scaled(layers.Layer):
    def build(self, shape):
        self.factor = self.add_weight("factor", [3])

    def call(self, inputs, scale=None):
        return inputs * self.factor if scale is None else inputs * scale


plain, scale = Input([3], name="plain"), Input([3], name="scale")
made = layers.Dense(2, name="dense")(Scaled(name="scaled")(plain, scale=scale))
model = Model([plain, scale], made)
tf.get_variable("kept", [])
tf.keras.models.clone_model(model)
