"""An image classifier with helpers as tf-slim has them, regularized and averaged."""

import functools
import math
import os

import numpy as np
import tensorflow as tf

slim = tf.contrib.slim
WIDTHS = (8, 16)
CLASSES = 5


def round_to(value, divisor=4):
    return max(divisor, int(math.floor(value + divisor / 2.0)) // divisor * divisor)


def arg_scope(decay=1e-4, is_training=True):
    norm = {"is_training": is_training, "decay": 0.99, "scale": True}
    with slim.arg_scope(
        [slim.conv2d, slim.separable_conv2d],
        activation_fn=tf.nn.relu6,
        normalizer_fn=slim.batch_norm,
        normalizer_params=norm,
        weights_regularizer=slim.l2_regularizer(decay),
    ) as scope:
        return scope


def squeeze(net, ratio, name):
    """A squeeze-and-excitation block, in plain TensorFlow."""
    with tf.variable_scope(name, "Squeeze", [net]):
        channels = net.get_shape().as_list()[-1]
        pooled = tf.reduce_mean(net, axis=[1, 2], keepdims=True)
        pooled = tf.layers.conv2d(pooled, max(1, channels // ratio), 1, activation=tf.nn.relu)
        gates = tf.layers.conv2d(pooled, channels, 1, activation=tf.sigmoid)
        return tf.multiply(net, gates)


def block(net, depth, stride, index):
    with tf.variable_scope("block_%d" % index):
        shortcut = net
        net = slim.separable_conv2d(net, None, [3, 3], depth_multiplier=1, stride=stride, scope="depthwise")
        net = slim.conv2d(net, depth, [1, 1], scope="pointwise")
        net = squeeze(net, 4, None)
        if shortcut.shape[-1] != net.shape[-1] or stride != 1:
            shortcut = slim.conv2d(shortcut, depth, [1, 1], stride=stride, activation_fn=None, scope="shortcut")
        return tf.nn.relu(tf.add(net, shortcut))


def network(images, is_training):
    with slim.arg_scope(arg_scope(is_training=is_training)):
        net = slim.conv2d(images, 8, [3, 3], stride=2, scope="stem")
        for index, width in enumerate(WIDTHS):
            net = block(net, round_to(width * 0.75), 2, index)
        net = slim.repeat(net, 2, slim.conv2d, 8, [3, 3], scope="tail")
    net = slim.flatten(tf.reduce_max(net, [1, 2]))
    net = slim.dropout(net, 0.8, is_training=is_training)
    return slim.fully_connected(net, CLASSES, activation_fn=None, scope="logits")


def main():
    images = tf.placeholder(tf.float32, [None, 32, 32, 3], name="images")
    labels = tf.placeholder(tf.int64, [None], name="labels")
    mean = tf.constant(np.array([0.4, 0.5, 0.6], np.float32).reshape((1, 1, 1, 3)))
    logits = network(images - mean, True)
    loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
    total = tf.add_n([loss] + tf.losses.get_regularization_losses())
    step = tf.train.get_or_create_global_step()
    rate = tf.train.exponential_decay(0.1, step, 1000, 0.9, staircase=True)
    optimizer = tf.train.MomentumOptimizer(rate, 0.9)
    grads = optimizer.compute_gradients(total)
    grads = [(tf.clip_by_norm(grad, 5.0), var) for grad, var in grads if grad is not None]
    apply = optimizer.apply_gradients(grads, global_step=step)
    average = tf.train.ExponentialMovingAverage(0.999, step)
    with tf.control_dependencies([apply] + tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        train = average.apply(tf.trainable_variables())
    with tf.variable_scope(os.path.join("report", "totals")):
        tf.get_variable("seen", [], tf.int64, trainable=False)
    return functools.reduce(tf.group, [train])


main()
