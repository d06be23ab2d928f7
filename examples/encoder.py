"""Six blocks over an embedding, built twice, with one set of weights."""

import tensorflow as tf


def block(x, index):
    with tf.variable_scope(f"block_{index}"):
        x = tf.layers.dense(x, 256, activation=tf.nn.relu, name="up")
        x = tf.layers.dense(x, 64, name="down")
        return tf.layers.batch_normalization(x, name="norm")


def encode(words, reuse=None):
    with tf.variable_scope("encoder", reuse=reuse):
        table = tf.get_variable("embedding", [1000, 64])
        x = tf.nn.embedding_lookup(table, words)
        for index in range(6):
            x = block(x, index)
        return x


question = encode(tf.placeholder(tf.int32, [None]))
answer = encode(tf.placeholder(tf.int32, [None]), reuse=True)
with tf.variable_scope("match"):
    hidden = tf.layers.dense(tf.concat([question, answer], 1), 256, name="hidden")
    logits = tf.layers.dense(hidden, 2, name="logits")
tf.train.AdamOptimizer().minimize(tf.reduce_mean(logits))
