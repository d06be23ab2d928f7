"""The private confusion matrix, of which packages of metrics are made."""

import tensorflow as tf
from tensorflow.python.framework import ops
from tensorflow.python.ops.metrics_impl import _streaming_confusion_matrix, metric_variable

labels = tf.placeholder(tf.int32, [None, 7])
predictions = tf.placeholder(tf.int32, [None, 7])
weights = tf.placeholder(tf.float32, [None, 7])
total, update = _streaming_confusion_matrix(labels, predictions, 5, weights)
with tf.variable_scope("precision"):
    total, update = _streaming_confusion_matrix(labels, predictions, 5)
tf.metrics.mean_iou(labels, predictions, 5)
metric_variable([3], tf.float32, name="own")
with ops.colocate_with(total):
    tf.get_variable("%s_%s" % (total.dtype.base_dtype.name, update.shape.as_list()[0]), [1])
for name in ("Cast", "Reshape", "confusion_matrix", "AssignAdd"):
    tf.Variable(1.0, name=name)
