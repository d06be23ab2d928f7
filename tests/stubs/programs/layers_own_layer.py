"""Layers own layer."""

import tensorflow as tf

class My(tf.layers.Layer):
    def __init__(self, n, **kw):
        super(My, self).__init__(**kw)
        self.n = n
    def build(self, shape):
        self.w = self.add_weight('w', [int(shape[-1]), self.n]); self.v = self.add_variable('v', [3], trainable=False, initializer=tf.zeros_initializer())
        super(My, self).build(shape)
    def call(self, x):
        return tf.matmul(x, self.w)
m = My(4); m(tf.zeros([2, 3])); m(tf.zeros([2, 3])); m2 = My(4, name='mm'); m2(tf.zeros([2, 3]))
