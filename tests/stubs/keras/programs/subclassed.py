"""Layers and models that a program defines: weights of their own, of their attributes, and built late."""

import tensorflow as tf

K = tf.keras
L = K.layers


def told(names):
    """A variable that is called after these names."""
    tf.Variable(0, name="__".join(names).translate({ord("/"): ".", ord(":"): "-", ord(" "): "", ord(","): "_", ord("["): "", ord("]"): "", ord("("): "", ord(")"): ""}))


class Linear(L.Layer):
    def __init__(self, units=4, **kwargs):
        super(Linear, self).__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(input_shape[-1], self.units), initializer="random_normal", trainable=True)
        self.b = self.add_weight("b", (self.units,), initializer="zeros")
        self.steps = self.add_weight(name="steps", shape=[], dtype=tf.int64, initializer="zeros", trainable=False)
        super(Linear, self).build(input_shape)

    def call(self, inputs):
        return tf.matmul(inputs, self.w) + self.b


class Block(L.Layer):
    def __init__(self, **kwargs):
        super(Block, self).__init__(**kwargs)
        self.scale = tf.Variable(1.0, name="scale")
        self.shift = self.add_weight("shift", shape=[3])
        self.inner = [Linear(3), L.Dense(3)]
        self.named = {"x": L.Dense(3, name="x"), "y": Linear(3, name="y")}

    def call(self, inputs, training=None):
        for layer in self.inner:
            inputs = layer(inputs)
        return self.named["y"](self.named["x"](inputs)) * self.scale + self.shift


class Net(K.Model):
    def __init__(self, name=None):
        super(Net, self).__init__(name=name)
        self.block = Block()
        self.drop = L.Dropout(0.5)
        self.norm = L.BatchNormalization()
        self.out = L.Dense(2)

    def call(self, inputs, training=False):
        x = self.drop(self.block(inputs), training=training)
        x = self.norm(x, training=training)
        extra = tf.layers.dense(x, 2)
        with tf.variable_scope("more"):
            return self.out(x) + extra + tf.Variable([1.0, 2.0], name="g")


x = tf.zeros([2, 3])
linear = Linear()
linear(x)
linear(x)
told([weight.op.name for weight in linear.weights + linear.trainable_weights])
block = Block(name="block")
block(x)
told([weight.op.name for weight in block.weights])
told([weight.op.name for weight in block.non_trainable_weights])
net = Net()
net(x)
told([weight.op.name for weight in net.weights])
told([layer.name for layer in net.layers])
with tf.variable_scope("again", reuse=tf.AUTO_REUSE):
    other = Net("other")
    other(x, training=True)
    other(x)
told([weight.op.name for weight in other.trainable_variables])
block.trainable = False
told([weight.op.name for weight in block.weights] + [str(len(block.trainable_weights))])
late = Net("late")
late.build((None, 3))
told([weight.op.name for weight in late.weights])
inputs = K.Input((3,))
functional = K.Model(inputs, Linear(2, name="l")(Block()(inputs)))
told([layer.name for layer in functional.layers] + [weight.op.name for weight in functional.weights])
