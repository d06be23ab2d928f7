"""Layers and models made again from their configurations."""

import tensorflow as tf
class Cell(tf.keras.layers.Layer):
    def __init__(self, units, **kw):
        super().__init__(**kw)
        self.units = units
        self.state_size = units
    def build(self, shape):
        self.k = self.add_weight(shape=(shape[-1], self.units), name="kernel")
        self.r = self.add_weight(shape=(self.units, self.units), name="rec")
        self.built = True
    def call(self, inputs, states):
        o = tf.matmul(inputs, self.k) + tf.matmul(states[0], self.r)
        return o, [o]
    def get_config(self):
        c = {"units": self.units}
        base = super().get_config()
        return dict(list(base.items()) + list(c.items()))
x = tf.keras.Input((5, 3))
l = tf.keras.layers.Bidirectional(tf.keras.layers.RNN(Cell(4)))
y = l(x)
l2 = tf.keras.layers.Bidirectional(tf.keras.layers.RNN([Cell(4), Cell(5)], return_sequences=True))
y = l2(x)
c = l2.get_config()
l3 = tf.keras.layers.Bidirectional.from_config(c, custom_objects={"Cell": Cell})
l3(x)
d = tf.keras.layers.Dense(3, activation="relu")
d2 = tf.keras.layers.Dense.from_config(d.get_config())
d2(x)
m = tf.keras.Sequential([tf.keras.layers.Dense(3, input_shape=(4,)), tf.keras.layers.Dense(2)])
m2 = tf.keras.Sequential.from_config(m.get_config())
m3 = tf.keras.models.model_from_json(m.to_json())
inp = tf.keras.Input((4,))
h = tf.keras.layers.Dense(3)(inp)
f = tf.keras.Model(inp, tf.keras.layers.Dense(2)(h))
f2 = tf.keras.Model.from_config(f.get_config())
f3 = tf.keras.models.model_from_json(f.to_json())
e = tf.keras.Sequential([tf.keras.layers.Dense(3), tf.keras.layers.TimeDistributed(tf.keras.layers.Dense(2))])
e.build((None, 5, 4))
e2 = tf.keras.Sequential.from_config(e.get_config())
fw = tf.keras.layers.LSTM(2)
bw = tf.keras.layers.LSTM(2, go_backwards=True)
b = tf.keras.layers.Bidirectional(fw, backward_layer=bw)
b2 = tf.keras.layers.Bidirectional.from_config(b.get_config())
tf.get_variable("n_%s_%s" % (b2.forward_layer.name, b2.backward_layer.name), [])
b2(x)
sc = tf.keras.layers.StackedRNNCells([tf.keras.layers.LSTMCell(2), Cell(3)])
sc2 = tf.keras.layers.StackedRNNCells.from_config(sc.get_config(), {"Cell": Cell})
tf.keras.layers.RNN(sc2)(x)
q = tf.keras.layers.deserialize(tf.keras.layers.serialize(tf.keras.layers.Dense(7)))
q(inp)
