"""Functional models: layers shared, models nested and called again, ops between layers."""

import tensorflow as tf

K = tf.keras
L = K.layers


def told(names):
    """A variable that is called after these names."""
    tf.Variable(0, name="__".join(names).translate({ord("/"): ".", ord(":"): "-", ord(" "): "", ord(","): "_", ord("["): "", ord("]"): "", ord("("): "", ord(")"): ""}))


x = K.Input(shape=(8, 8, 3))
h = L.Conv2D(4, 3, activation="relu")(x)
h = L.BatchNormalization()(h)
skip = L.Conv2D(4, 1, name="skip")(h)
h = L.Conv2D(4, 1)(h)
h = L.add([h, skip])
h = L.Flatten()(h)
a = L.Dense(5, name="a")(h)
b = L.Dense(2)(L.Dropout(0.5)(h))
model = K.Model(inputs=x, outputs=[a, b])
told([layer.name for layer in model.layers])
told([weight.name for weight in model.weights])
told([weight.name for weight in model.trainable_weights])
told([str(model.count_params()), model.name] + model.output_names)

shared = L.Dense(3)
left, right = K.Input((4,)), K.Input((4,), name="right")
joined = L.concatenate([shared(left), shared(right)])
scaled = tf.reduce_sum(joined * 2.0, axis=-1, keepdims=True)
out = L.Dense(1)(scaled)
siamese = K.Model([left, right], out, name="siamese")
told([layer.name for layer in siamese.layers])

_, second = siamese([tf.zeros([2, 4]), tf.ones([2, 4])]), model(tf.zeros([6, 8, 8, 3]))
told([str(tensor.shape.as_list()) for tensor in second])

z = K.Input((4,), batch_size=3, dtype="float64")
outer = K.Model(z, L.Dense(2)(siamese([L.Lambda(lambda t: tf.cast(t, tf.float32))(z), L.Dense(4, dtype="float32")(tf.cast(z, tf.float32))])))
told([layer.name for layer in outer.layers])
told([weight.op.name for weight in outer.weights])
with tf.variable_scope("scope"):
    inside = K.Input((4,))
    K.Model(inside, L.Dense(2, name="named")(L.Dense(2)(inside)))
outer.get_layer("siamese").trainable = False
told([weight.op.name for weight in outer.trainable_weights])
told([weight.op.name for weight in outer.non_trainable_weights])
fixed = K.Input(tensor=tf.zeros([2, 7]))
told([L.Dense(1)(fixed).op.name, str(fixed.shape.as_list())])
