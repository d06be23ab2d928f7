"""Two images through one network: the second pass shares the weights of the first."""

import tensorflow as tf


def embed(images, reuse=None):
    with tf.variable_scope("embed", reuse=reuse):
        net = tf.layers.flatten(images)
        net = tf.layers.dense(net, 256, activation=tf.nn.relu)
        return tf.layers.dense(net, 64, name="code")


left = embed(tf.placeholder(tf.float32, [None, 28, 28]))
right = embed(tf.placeholder(tf.float32, [None, 28, 28]), reuse=True)

with tf.variable_scope("distance"):
    scale = tf.get_variable("scale", [64])
    margin = tf.Variable(1.0, name="scale")
    loss = tf.maximum(0.0, margin - tf.reduce_sum(scale * tf.abs(left - right)))
