"""Layers objects."""

import tensorflow as tf

x = tf.zeros([2, 3]); d1 = tf.layers.Dense(3, name="d"); d2 = tf.layers.Dense(3, name="d")
with tf.variable_scope("a"):
    d1(x)
d1(x); d2(x); d3 = tf.layers.Dense(3, name="d"); d3(x); d4 = tf.layers.Dense(3); d4(x); d4.apply(x); d5 = tf.layers.Dense(2, _scope='q'); d5(x)
assert d4.name, d4.name
z = tf.constant(0, name=d4.name + '__' + d1.name + '__' + d1.scope_name + '__' + d3.kernel.name[:-2])
