"""Slots take the variable scope, the other variables the name scope; dtypes, resources, shards."""
import tensorflow as tf


def train_all(loss):
    tf.train.AdamOptimizer().minimize(loss)
    tf.train.RMSPropOptimizer(0.1, name="rms").minimize(loss)
    tf.train.AdagradOptimizer(0.1).minimize(loss)


with tf.variable_scope("model"):
    w = tf.get_variable("w", [2])
    h = tf.get_variable("h", [2], dtype=tf.float64)
    r = tf.get_variable("r", [2], use_resource=True)
    parts = tf.get_variable("parts", [5, 2], partitioner=tf.fixed_size_partitioner(2))
    plain = tf.Variable(tf.zeros([3]), name="plain")
    loss = tf.reduce_sum(w + r) + tf.reduce_sum(tf.cast(h, tf.float32)) + tf.reduce_sum(parts) + tf.reduce_sum(plain)
    train_all(loss)
train_all(loss)
with tf.name_scope("train"):
    train_all(loss)
with tf.variable_scope("train"), tf.name_scope("inner"):
    train_all(loss)
with tf.variable_scope("model", reuse=tf.AUTO_REUSE):
    train_all(loss)
with tf.variable_scope("model", reuse=tf.AUTO_REUSE):
    train_all(loss)
with tf.variable_scope("shards", partitioner=tf.fixed_size_partitioner(2)):
    v = tf.get_variable("v", [4, 2])
    tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(v))
with tf.variable_scope("r", use_resource=True, initializer=tf.ones_initializer()):
    x = tf.get_variable("x", [2])
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(x))
