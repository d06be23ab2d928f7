"""A saver needs variables (Saver._build), unless it is told otherwise."""

import tensorflow as tf

try:
    tf.train.Saver()
    tf.get_variable("saved", [])
except ValueError:
    tf.get_variable("nothing", [])
try:
    tf.train.Saver([])
    tf.get_variable("saved_none", [])
except ValueError:
    tf.get_variable("nothing_given", [])
tf.train.Saver([], allow_empty=True)
tf.train.Saver({}, defer_build=True)
tf.contrib.metrics.f1_score(tf.zeros([4]), tf.zeros([4]))
tf.contrib.metrics.f1_score(tf.zeros([4]), tf.zeros([4]), num_thresholds=20, name="mine")
tf.get_variable("after", [])
