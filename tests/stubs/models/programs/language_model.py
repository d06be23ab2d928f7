"""A recurrent language model: embeddings, stacked cells, unrolled steps, a validation model."""

import collections

import numpy as np
import tensorflow as tf

Config = collections.namedtuple("Config", "layers hidden steps vocabulary keep")


class Model(object):
    def __init__(self, config, is_training):
        self.config = config
        self.is_training = is_training
        self.words = tf.placeholder(tf.int32, [4, config.steps], name="words")
        self.targets = tf.placeholder(tf.int32, [4, config.steps], name="targets")
        inputs = self.embed(self.words)
        outputs, self.state = self.unroll(inputs)
        highway = self.highway(tf.reshape(tf.concat(outputs, 1), [-1, config.hidden]))
        self.logits = self.project(highway)
        self.loss = self.cost()
        if is_training:
            self.train()

    def embed(self, words):
        with tf.device("/cpu:0"):
            table = tf.get_variable("embedding", [self.config.vocabulary, self.config.hidden])
            inputs = tf.nn.embedding_lookup(table, words)
        if self.is_training and self.config.keep < 1:
            inputs = tf.nn.dropout(inputs, self.config.keep)
        return inputs

    def cell(self):
        cell = tf.nn.rnn_cell.LSTMCell(self.config.hidden, forget_bias=0.0, state_is_tuple=True)
        if self.is_training and self.config.keep < 1:
            cell = tf.nn.rnn_cell.DropoutWrapper(cell, output_keep_prob=self.config.keep)
        return cell

    def unroll(self, inputs):
        cells = tf.nn.rnn_cell.MultiRNNCell([self.cell() for _ in range(self.config.layers)])
        self.initial = cells.zero_state(4, tf.float32)
        outputs, state = [], self.initial
        with tf.variable_scope("RNN"):
            for step in range(self.config.steps):
                if step > 0:
                    tf.get_variable_scope().reuse_variables()
                output, state = cells(inputs[:, step, :], state)
                outputs.append(output)
        return outputs, state

    def highway(self, x):
        size = x.get_shape().as_list()[-1]
        with tf.variable_scope("highway"):
            gate = tf.layers.dense(x, size, tf.sigmoid, name="gate", bias_initializer=tf.constant_initializer(-2.0))
            other = tf.layers.dense(x, size, tf.nn.tanh, name="transform")
            return gate * other + (1.0 - gate) * x

    def project(self, x):
        limit = 1.0 / np.sqrt(self.config.hidden)
        start = tf.random_uniform_initializer(-limit, limit)
        w = tf.get_variable("softmax_w", [self.config.hidden, self.config.vocabulary], initializer=start)
        b = tf.get_variable("softmax_b", [self.config.vocabulary], initializer=tf.zeros_initializer())
        return tf.nn.xw_plus_b(x, w, b)

    def cost(self):
        logits = tf.reshape(self.logits, [4, self.config.steps, self.config.vocabulary])
        weights = tf.ones([4, self.config.steps])
        return tf.contrib.seq2seq.sequence_loss(logits, self.targets, weights)

    def train(self):
        self.rate = tf.Variable(0.0, trainable=False, name="rate")
        variables = tf.trainable_variables()
        grads, _ = tf.clip_by_global_norm(tf.gradients(self.loss, variables), 5.0)
        optimizer = tf.train.AdagradOptimizer(self.rate)
        self.step = optimizer.apply_gradients(
            zip(grads, variables), global_step=tf.train.get_or_create_global_step()
        )
        self.update = tf.assign(self.rate, tf.placeholder(tf.float32, [], name="new_rate"))


config = Config(layers=2, hidden=6, steps=3, vocabulary=20, keep=0.5)
start = tf.random_uniform_initializer(-0.1, 0.1)
with tf.name_scope("Train"), tf.variable_scope("Model", reuse=None, initializer=start):
    Model(config, is_training=True)
with tf.name_scope("Valid"), tf.variable_scope("Model", reuse=True, initializer=start):
    Model(config._replace(keep=1.0), is_training=False)
tf.train.Saver(max_to_keep=3)
