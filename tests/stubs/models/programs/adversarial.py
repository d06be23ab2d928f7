"""A generator against a critic: shared weights, two optimizers, a gradient penalty."""

import argparse
import itertools

import numpy as np
import tensorflow as tf

parser = argparse.ArgumentParser()
parser.add_argument("--size", type=int, default=16)
parser.add_argument("--noise", type=int, default=10)
parser.add_argument("--depth", type=int, default=4)
options = parser.parse_args([])


class BatchNorm(object):
    def __init__(self, momentum=0.9, name="norm"):
        self.momentum = momentum
        self.name = name

    def __call__(self, x, train=True):
        return tf.contrib.layers.batch_norm(
            x, decay=self.momentum, updates_collections=None, scale=True, is_training=train, scope=self.name
        )


def linear(x, size, scope, stddev=0.02):
    shape = x.get_shape().as_list()
    with tf.variable_scope(scope):
        w = tf.get_variable("Matrix", [shape[1], size], tf.float32, tf.random_normal_initializer(stddev=stddev))
        b = tf.get_variable("bias", [size], initializer=tf.constant_initializer(0.0))
        return tf.matmul(x, w) + b


def deconv(x, shape, name):
    with tf.variable_scope(name):
        w = tf.get_variable("w", [3, 3, shape[-1], x.get_shape()[-1]], initializer=tf.truncated_normal_initializer(stddev=0.02))
        made = tf.nn.conv2d_transpose(x, w, output_shape=shape, strides=[1, 2, 2, 1])
        b = tf.get_variable("biases", [shape[-1]], initializer=tf.constant_initializer(0.0))
        return tf.reshape(tf.nn.bias_add(made, b), made.get_shape())


def generator(z, batch):
    with tf.variable_scope("generator", reuse=tf.AUTO_REUSE):
        small = options.size // 4
        x = linear(z, small * small * options.depth * 2, "h0_lin")
        x = tf.nn.relu(BatchNorm(name="bn0")(tf.reshape(x, [-1, small, small, options.depth * 2])))
        x = tf.nn.relu(BatchNorm(name="bn1")(deconv(x, [batch, small * 2, small * 2, options.depth], "h1")))
        return tf.tanh(deconv(x, [batch, options.size, options.size, 3], "h2"))


def critic(image, reuse):
    with tf.variable_scope("critic", reuse=reuse):
        x = image
        for index, width in zip(itertools.count(), (4, 8)):
            x = tf.layers.conv2d(x, width, 5, 2, "same", name="conv%d" % index)
            x = tf.nn.leaky_relu(x, 0.2)
        return tf.layers.dense(tf.layers.flatten(x), 1, name="score")


real = tf.placeholder(tf.float32, [8, options.size, options.size, 3])
noise = tf.random_uniform([8, options.noise], -1.0, 1.0)
fake = generator(noise, 8)
real_score = critic(real, reuse=False)
fake_score = critic(fake, reuse=True)
mix = tf.random_uniform([8, 1, 1, 1])
between = tf.stop_gradient(fake) * mix + real * (1.0 - mix)
slopes = tf.gradients(critic(between, reuse=True), [between])[0]
norms = tf.sqrt(tf.reduce_sum(tf.square(slopes), axis=[1, 2, 3]))
penalty = tf.reduce_mean((norms - 1.0) ** 2)
critic_loss = tf.reduce_mean(fake_score) - tf.reduce_mean(real_score) + 10.0 * penalty
generator_loss = -tf.reduce_mean(fake_score)
variables = tf.trainable_variables()
of_critic = [v for v in variables if v.name.startswith("critic/")]
of_generator = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="generator")
train_critic = tf.train.RMSPropOptimizer(5e-5).minimize(critic_loss, var_list=of_critic)
clip = [v.assign(tf.clip_by_value(v, -0.01, 0.01)) for v in of_critic]
train_generator = tf.train.AdamOptimizer(1e-4, beta1=0.5).minimize(generator_loss, var_list=of_generator)
parameters = int(np.sum([np.prod(v.get_shape().as_list()) for v in of_generator]))
tf.get_variable("parameters_%d" % (parameters > 0), [], trainable=False)
