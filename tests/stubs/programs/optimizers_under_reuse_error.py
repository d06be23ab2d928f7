"""A slot is asked for under reuse, and is not there."""
import tensorflow as tf

with tf.variable_scope("m"):
    w = tf.get_variable("w", [2])
with tf.variable_scope("m", reuse=True):
    tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(w))
    tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(w))
