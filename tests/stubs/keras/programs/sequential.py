"""Sequential models: with and without the shape of their input, nested, reused, changed."""

import tensorflow as tf

K = tf.keras
L = K.layers


def told(names):
    """A variable that is called after these names."""
    tf.Variable(0, name="__".join(names).translate({ord("/"): ".", ord(":"): "-", ord(" "): "", ord(","): "_", ord("["): "", ord("]"): "", ord("("): "", ord(")"): ""}))


given = K.Sequential([L.Dense(4, input_shape=(3,)), L.Activation("relu"), L.Dense(2, input_dim=9)])
told([layer.name for layer in given.layers] + [given.name, str(given.output_shape)])
late = K.Sequential(name="late")
late.add(L.Dense(4))
late.add(L.Dropout(0.1))
late.add(L.Dense(4, name="last"))
y = late(tf.zeros([5, 6]))
late(tf.zeros([7, 6]))
told([weight.op.name for weight in late.weights] + [str(y.shape.as_list())])
with tf.variable_scope("scope"):
    inside = K.Sequential([L.Dense(2), K.Sequential([L.Dense(3), L.Dense(4)])])
    inside(tf.zeros([5, 6]))
with tf.variable_scope("scope", reuse=True):
    inside(tf.zeros([5, 6]))
given(tf.zeros([5, 3]))
words = K.Sequential([L.Embedding(10, 4), L.GlobalAveragePooling1D(), L.Dense(1, activation="sigmoid")])
told([weight.op.name for weight in words.weights])
built = K.Sequential([L.Conv2D(2, 3), L.Flatten(), L.Dense(1)])
built.build((None, 8, 8, 3))
told([weight.op.name for weight in built.weights])
started = K.Sequential([K.Input((5,)), L.Dense(2)])
started.add(L.Dense(3))
layered = K.Sequential([L.InputLayer((5,)), L.Reshape((5, 1)), L.Conv1D(2, 2)])
told([started.name, layered.name, str(layered.output_shape), str(layered.count_params())])
K.Sequential([started, L.Dense(7)])
model = K.Sequential([given, L.Dense(7)])
told([weight.op.name for weight in model.weights])
functional = K.Model(model.input, L.Dense(2)(model.output))
told([layer.name for layer in functional.layers])
