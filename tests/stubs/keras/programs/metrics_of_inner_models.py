"""The metrics of a model whose layers are models that were compiled."""

import tensorflow as tf

keras = tf.keras
x = keras.layers.Input(shape=[1])
y = keras.layers.Dense(1)(x)
inner_model = keras.Model(x, y)
inner_model.add_metric(tf.reduce_sum(y), name="mean", aggregation="mean")
inner_model.compile("sgd", loss="mse", metrics=[keras.metrics.Accuracy("acc")])
tf.get_variable("_".join(m.name for m in inner_model.metrics), [])
x = keras.layers.Input(shape=[1])
y = inner_model(x)
outer_model = keras.Model(x, y)
tf.get_variable("o_" + "_".join(m.name for m in outer_model.metrics), [])
outer_model.add_metric(tf.reduce_sum(y), name="mean2", aggregation="mean")
tf.get_variable("p_" + "_".join(m.name for m in outer_model.metrics), [])
outer_model.compile("sgd", loss="mse", metrics=[keras.metrics.Accuracy("acc2")])
tf.get_variable("_".join(m.name for m in outer_model.metrics), [])
