"""Embeddings, layers that are activations, attention."""

import tensorflow as tf

L = tf.keras.layers
ids = tf.placeholder(tf.int32, [None, 7])
x = tf.zeros([2, 5, 6])


def shown(x):
    tf.Variable(0.0, name="_".join(["shape"] + [str(dim) for dim in x.shape.as_list()] + [x.dtype.name]))


embedding = L.Embedding(100, 16)
shown(embedding(ids))
shown(embedding(tf.cast(ids, tf.float32)))
shown(L.Embedding(10, 4, mask_zero=True, input_length=7, name="table")(ids))
with tf.variable_scope("scope", reuse=tf.AUTO_REUSE):
    shown(L.Embedding(10, 4, name="table")(ids))
    shown(L.Embedding(10, 4, dtype="float64")(ids))
prelu = L.PReLU()
shown(prelu(x))
prelu(x)
shown(L.PReLU(shared_axes=[1], name="shared")(x))
shown(L.PReLU(shared_axes=2)(tf.zeros([2, 5, 6, 7])))
with tf.name_scope("scope"):
    shown(L.PReLU()(x))
    shown(L.Attention(use_scale=True)([x, x]))
shown(L.Attention()([x, x]))
attention = L.Attention(use_scale=True, name="attention")
shown(attention([x, tf.zeros([2, 9, 6])]))
attention([x, x])
additive = L.AdditiveAttention()
shown(additive([x, tf.zeros([2, 9, 6])]))
additive([x, x])
L.AdditiveAttention(name="additive")([x, x])
L.AdditiveAttention(use_scale=False)([x, x])
for layer in (L.LeakyReLU(), L.ELU(), L.ThresholdedReLU(), L.Softmax(), L.ReLU(6.0), L.GaussianNoise(0.1), L.GaussianDropout(0.1), L.AlphaDropout(0.1)):
    shown(layer(x))
    tf.Variable(0.0, name=layer.name)
