"""A transformer encoder in the style of BERT, with an optimizer of its own."""

import copy
import math
import re

import numpy as np
import six
import tensorflow as tf


class Config(object):
    def __init__(self, vocabulary=30, hidden=8, layers=2, heads=2, inner=12, positions=16):
        self.vocabulary = vocabulary
        self.hidden = hidden
        self.layers = layers
        self.heads = heads
        self.inner = inner
        self.positions = positions

    @classmethod
    def from_dict(cls, values):
        config = cls()
        for key, value in six.iteritems(values):
            config.__dict__[key] = value
        return config


def gelu(x):
    return x * 0.5 * (1.0 + tf.erf(x / tf.sqrt(2.0)))


def start(stddev=0.02):
    return tf.truncated_normal_initializer(stddev=stddev)


def norm(x, name=None):
    return tf.contrib.layers.layer_norm(inputs=x, begin_norm_axis=-1, begin_params_axis=-1, scope=name)


def embed(ids, config):
    table = tf.get_variable("word_embeddings", [config.vocabulary, config.hidden], initializer=start())
    flat = tf.one_hot(tf.reshape(ids, [-1]), depth=config.vocabulary)
    x = tf.reshape(tf.matmul(flat, table), ids.shape.as_list() + [config.hidden])
    positions = tf.get_variable("position_embeddings", [config.positions, config.hidden], initializer=start())
    x += tf.expand_dims(tf.slice(positions, [0, 0], [ids.shape[1].value, -1]), 0)
    return tf.nn.dropout(norm(x), 0.9)


def attention(x, config):
    batch, length, width = x.get_shape().as_list()
    size = int(width / config.heads)

    def heads(name):
        made = tf.layers.dense(x, config.heads * size, name=name, kernel_initializer=start())
        return tf.transpose(tf.reshape(made, [batch, length, config.heads, size]), [0, 2, 1, 3])

    query, key, value = heads("query"), heads("key"), heads("value")
    scores = tf.multiply(tf.matmul(query, key, transpose_b=True), 1.0 / math.sqrt(float(size)))
    mixed = tf.matmul(tf.nn.softmax(scores), value)
    return tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [batch, length, width])


def encoder(x, config):
    for index in range(config.layers):
        with tf.variable_scope("layer_%d" % index):
            with tf.variable_scope("attention"):
                with tf.variable_scope("self"):
                    mixed = attention(x, config)
                with tf.variable_scope("output"):
                    x = norm(tf.layers.dense(mixed, config.hidden, kernel_initializer=start()) + x)
            with tf.variable_scope("intermediate"):
                inner = tf.layers.dense(x, config.inner, activation=gelu, kernel_initializer=start())
            with tf.variable_scope("output"):
                x = norm(tf.layers.dense(inner, config.hidden, kernel_initializer=start()) + x)
    return x


def optimize(loss, rate):
    variables = tf.trainable_variables()
    grads, _ = tf.clip_by_global_norm(tf.gradients(loss, variables), clip_norm=1.0)
    updates = []
    for grad, param in zip(grads, variables):
        if grad is None or param is None:
            continue
        name = re.match("^(.*):\\d+$", param.name).group(1)
        m = tf.get_variable(name + "/adam_m", param.shape.as_list(), trainable=False, initializer=tf.zeros_initializer())
        v = tf.get_variable(name + "/adam_v", param.shape.as_list(), trainable=False, initializer=tf.zeros_initializer())
        updates += [param.assign_sub(rate * m / (tf.sqrt(v) + 1e-6)), m.assign(0.9 * m + 0.1 * grad)]
    return tf.group(*updates)


config = copy.deepcopy(Config.from_dict({"hidden": 8, "inner": 16}))
ids = tf.placeholder(tf.int32, [2, 6])
with tf.variable_scope("bert"):
    with tf.variable_scope("embeddings"):
        x = embed(ids, config)
    with tf.variable_scope("encoder"):
        x = encoder(x, config)
    with tf.variable_scope("pooler"):
        first = tf.squeeze(x[:, 0:1, :], axis=1)
        pooled = tf.layers.dense(first, config.hidden, activation=tf.tanh, kernel_initializer=start())
with tf.variable_scope("loss"):
    w = tf.get_variable("output_weights", [2, config.hidden], initializer=start())
    logits = tf.nn.bias_add(tf.matmul(pooled, w, transpose_b=True), tf.get_variable("output_bias", [2]))
    loss = tf.reduce_mean(-tf.reduce_sum(tf.one_hot([0, 1], 2) * tf.nn.log_softmax(logits, axis=-1), axis=-1))
step = tf.train.get_or_create_global_step()
rate = tf.train.polynomial_decay(np.float32(1e-3), step, 100)
optimize(loss, rate)
