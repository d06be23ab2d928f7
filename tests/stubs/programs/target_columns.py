"""What models are trained for and measured by: only the metrics have variables."""

import tensorflow as tf
from tensorflow.contrib.layers.python.layers import target_column

logits = tf.constant([[1.0], [1.0], [-1.0]])
labels = tf.constant([[1.0], [0.0], [1.0]])
weights = {"w": tf.constant([1.0, 0.0, 2.0])}


def told(tensor):
    tf.get_variable(tensor.op.name.replace("/", "_"), tensor.shape)


line = tf.contrib.layers.regression_target(weight_column_name="w")
told(line.loss(logits, labels, weights))
told(line.training_loss(logits, labels, weights))
with tf.variable_scope("line"):
    metric = tf.contrib.metrics.streaming_root_mean_squared_error
    line.get_eval_ops(weights, logits, labels, {"rmse": metric})
two = target_column.multi_class_target(n_classes=2)
with tf.variable_scope("two"):
    found = two.get_eval_ops({}, logits, labels)
for name in sorted(found):
    tf.get_variable("has_%s" % name.replace("/", "_"), found[name][0].shape)
told(two.logits_to_predictions(logits, proba=True))
many = tf.contrib.layers.multi_class_target(n_classes=3, label_name="l")
tf.get_variable("columns_%d_%s" % (many.num_label_columns, many.label_name), [])
with tf.variable_scope("many"):
    metric = tf.contrib.metrics.streaming_accuracy
    many.get_eval_ops({}, tf.zeros([2, 3]), tf.constant([2, 1]), {"classes": metric})
svm = target_column.binary_svm_target()
told(svm.loss(logits, tf.constant([0, 1, 1]), {}))
for wrong in (
    lambda: target_column.multi_class_target(n_classes=1),
    lambda: svm.logits_to_predictions(logits, proba=True),
    lambda: many.loss(tf.zeros([2, 3]), tf.zeros([2]), {}),
):
    try:
        wrong()
    except ValueError as error:
        tf.get_variable("refused_" + str(error)[:6].strip(), [])
