"""Layers and variables of a model that checkpoints do not follow belong to it all the same."""

import tensorflow as tf
from tensorflow.python.training.tracking.data_structures import NoDependency


class Model(tf.keras.Model):
    def __init__(self):
        super(Model, self).__init__()
        self.first = tf.keras.layers.Dense(1)
        self.second = NoDependency(tf.keras.layers.Dense(2))
        self.third = NoDependency(tf.Variable(1.0, name="third"))

    def call(self, x):
        return self.second(self.first(x)) + self.third


model = Model()
model(tf.zeros([2, 3]))
for i, layer in enumerate(model.layers):
    tf.get_variable("layer_%d_%s" % (i, layer.name), [])
tf.get_variable("weights_%d" % len(model.weights), [])
tf.get_variable("third_is_%s" % model.third.op.name, [])
