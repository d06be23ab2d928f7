"""Losses and metrics that are added to a model once it is made, and metrics of several outputs."""

import numpy as np
import tensorflow as tf

K = tf.keras


def tell(model, when):
    for layer in model.layers:
        tf.get_variable("%s_%s" % (when, layer.name), [])


x = K.Input([4])
h = K.layers.Dense(3)(x)
y = K.layers.Dense(2)(h)
model = K.Model(x, y)
model.add_metric(K.backend.sum(h), name="sum", aggregation="mean")
tell(model, "metric")
model.add_loss(K.backend.mean(K.backend.square(h)))
tell(model, "loss")
model.add_metric(y, name="other", aggregation="mean")
try:
    model.add_metric(K.metrics.Mean(name="own")(h))
except ValueError as error:
    tf.get_variable("refused_%d" % len(str(error)), [])
model.compile("sgd", "mse", metrics=["mae"])
tf.get_variable("metrics_%d" % len(model.metrics), [])
model.fit(np.ones((2, 4)), np.ones((2, 2)), verbose=0)

several = K.Model(x, [K.layers.Dense(1)(h), y])
several.compile("sgd", "mse", metrics=["mse", K.metrics.BinaryAccuracy()])
for name in several.metrics_names:
    tf.get_variable("told_" + name, [])
single = K.Model(x, y)
single.compile("sgd", "mse", metrics=["mse", K.metrics.BinaryAccuracy()])
