"""Recurrent layers that are one op of CuDNN."""

import tensorflow as tf

K = tf.keras
L = K.layers
x = tf.zeros([2, 5, 3])
unsure = tf.placeholder(tf.float32, [None, None, 3])


def shown(*tensors):
    for y in tensors:
        dims = ["n" if dim is None else str(dim) for dim in y.shape.as_list()]
        tf.Variable(0.0, name="_".join(["shape"] + dims))


for cls in (L.CuDNNGRU, L.CuDNNLSTM):
    layer = cls(4)
    shown(layer(x))
    shown(layer(x))
    shown(cls(6, return_sequences=True, name="named")(unsure))
    with tf.variable_scope("scope", reuse=tf.AUTO_REUSE):
        shown(*cls(4, return_state=True)(x))
    shown(*cls(4, return_state=True, return_sequences=True)(unsure, initial_state=[tf.zeros([2, 4])] * len(layer.states)))
    cls(4, stateful=True)(x)
for weight in layer.weights:
    tf.Variable(0, name="weight_" + weight.op.name.replace("/", "."))
shown(L.Bidirectional(L.CuDNNLSTM(4, return_sequences=True), name="both")(x))
