"""Copies of models on top of variables, with shared layers, and compiled as the model was."""

import functools

import numpy as np
import tensorflow as tf
from tensorflow.python import keras
from tensorflow.python.keras import models

X, Y = np.zeros((10, 4)), np.zeros((10, 4))


def layers():
    return [
        keras.layers.InputLayer(input_shape=(4,)),
        keras.layers.Dense(4),
        keras.layers.BatchNormalization(),
        keras.layers.Dense(4),
    ]


model = keras.Sequential(layers())
copy = models.clone_model(model, input_tensors=keras.backend.variable(X))
tf.get_variable("inputs_%d" % len(copy.inputs), [])
share = functools.partial(models._clone_sequential_model, layer_fn=models.share_weights)
share(model)
share(model, input_tensors=keras.Input(shape=(4,)))
a, b = keras.Input((4,)), keras.Input((4,))
dense = keras.layers.Dense(4)
functional = keras.Model([a, b], keras.layers.add([dense(a), dense(b)]))
share = functools.partial(models._clone_functional_model, layer_fn=models.share_weights)
shared = share(functional)
copy = models.clone_model(functional, [keras.backend.variable(X), keras.backend.variable(X)])
copy.compile("rmsprop", "mse")
copy.train_on_batch(None, Y)
for wrong in [share, models.clone_and_build_model]:
    try:
        wrong(model)
    except ValueError as error:
        tf.get_variable("refused_%d" % len(error.args[0]), [])
try:
    functional.evaluate([X, X], Y)
except RuntimeError as error:
    tf.get_variable("not_compiled_%d" % len(str(error)), [])
model.compile("rmsprop", "mse", metrics=["acc", keras.metrics.categorical_accuracy])
model.train_on_batch(X, Y)
copy = models.clone_and_build_model(model)
copy.train_on_batch(X, Y)
copy = models.clone_and_build_model(model, input_tensors=keras.Input(shape=(4,), name="a"))
copy.train_on_batch(X, Y)


class Own(keras.Model):
    def __init__(self):
        super(Own, self).__init__()
        self.first = keras.layers.Dense(3)

    def call(self, x):
        return self.first(x)


own = Own()
own.compile(tf.train.AdamOptimizer(), "mse")
own.fit(X, np.zeros((10, 3)), epochs=1, verbose=0)
copy = models.clone_and_build_model(own, in_place_reset=True)
copy.fit(X, np.zeros((10, 3)), epochs=1, verbose=0)
