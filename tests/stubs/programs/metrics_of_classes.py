"""Metrics of classes take predictions and labels of one shape, and make no variable otherwise."""

import tensorflow as tf
from tensorflow.contrib.seq2seq.python.ops import beam_search_decoder, sampler

labels = tf.placeholder(tf.int32, [10, 3])


def tried(name, metric, predictions):
    try:
        metric(labels, predictions, num_classes=2, name=name)
    except ValueError as error:
        tf.get_variable("refused_" + name, [len(str(error)) > 0])


for name, metric in (("iou", tf.metrics.mean_iou), ("accuracy", tf.metrics.mean_per_class_accuracy)):
    tried(name, metric, tf.placeholder(tf.int32, [10, 3]))
    tried(name + "_longer", metric, tf.placeholder(tf.int32, [10, 4]))
    tried(name + "_open", metric, tf.placeholder(tf.int32, [None, 3]))
    tried(name + "_flat", metric, tf.placeholder(tf.int32, [30]))
beam_search_decoder._mask_probs(tf.zeros([2, 3, 5]), 0, tf.zeros([2, 3], tf.bool))
sampler.bernoulli_sample(logits=tf.zeros([2, 3]))
tf.get_variable("last", [])
