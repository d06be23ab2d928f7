"""What TensorFlow's own tests use of its private modules: none of it makes variables."""

import tensorflow as tf
from tensorflow.contrib.rnn.python.ops import lstm_ops
from tensorflow.python.framework import test_ops

test_ops.int_output()
test_ops.none()
outputs = lstm_ops._block_lstm(1, [tf.zeros([2, 3])], tf.zeros([6, 12]), tf.zeros([12]))
tf.Variable(1.0, name="v")
tf.layers.dense(tf.zeros([2, 3]), 1)
