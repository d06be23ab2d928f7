"""A model of a class is reset in place after it was trained: its old weights are none of it."""

import numpy as np
import tensorflow as tf
from tensorflow.python.keras.models import clone_and_build_model

keras = tf.keras
x, y = np.ones([2, 4]), np.ones([2, 3])


class Two(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = keras.layers.Dense(4)
        self.second = keras.layers.Dense(3)

    def call(self, inputs):
        return self.second(self.first(inputs))


model = Two()
model.compile(keras.optimizers.RMSprop(0.1), "mse")
for _ in range(2):
    copy = clone_and_build_model(
        model, input_tensors=keras.Input((4,)), in_place_reset=True, compile_clone=True
    )
    copy.train_on_batch(x, y)
    tf.Variable(0.0, name="weights_%d" % len(copy.trainable_weights))
