"""The same network, but the second pass forgets to share."""

import tensorflow as tf


def embed(images):
    with tf.variable_scope("embed"):
        weights = tf.get_variable("weights", [784, 64])
        return tf.matmul(tf.reshape(images, [-1, 784]), weights)


left = embed(tf.placeholder(tf.float32, [None, 28, 28]))
right = embed(tf.placeholder(tf.float32, [None, 28, 28]))
