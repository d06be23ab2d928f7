"""Each metric of tf.metrics: unnamed, twice, named, inside scopes."""
import tensorflow as tf
labels = tf.constant([1, 0, 1])
predictions = tf.constant([0.3, 0.2, 0.9])
classes = tf.constant([1, 0, 0])
scores = tf.placeholder(tf.float32, [4, 5])
targets = tf.placeholder(tf.int64, [4, 1])
m = tf.metrics
m.mean(predictions); m.mean(predictions, name="mine")
m.mean_tensor(predictions)
for _ in range(2):
    m.accuracy(labels, classes)
    m.precision(labels, classes); m.recall(labels, classes)
    m.auc(labels, predictions)
m.accuracy(labels, classes, name="again")
m.precision(labels, classes, name="p")
with tf.variable_scope("eval"):
    m.mean_iou(labels, classes, 3)
    m.mean_per_class_accuracy(labels, classes, num_classes=3)
    m.recall(labels, classes)
with tf.name_scope("n"):
    m.mean_absolute_error(predictions, predictions)
    m.mean_squared_error(predictions, predictions)
    m.root_mean_squared_error(predictions, predictions)
    m.mean_relative_error(predictions, predictions, predictions)
    m.mean_cosine_distance(predictions, predictions, 0)
m.percentage_below(predictions, 0.5)
for f in (m.true_positives, m.true_negatives, m.false_positives, m.false_negatives):
    f(labels, classes); f(labels, classes, name="f")
for f in (m.true_positives_at_thresholds, m.true_negatives_at_thresholds, m.false_positives_at_thresholds, m.false_negatives_at_thresholds, m.precision_at_thresholds, m.recall_at_thresholds):
    f(labels, predictions, [0.2, 0.5])
m.auc(labels, predictions, num_thresholds=10, curve="PR", name="pr")
m.auc(labels, predictions, thresholds=[0.1, 0.4])
m.sensitivity_at_specificity(labels, predictions, 0.5)
m.specificity_at_sensitivity(labels, predictions, 0.5, num_thresholds=20)
m.recall_at_k(targets, scores, 2); m.precision_at_k(targets, scores, 3, class_id=1)
m.recall_at_top_k(targets, targets, 1, name="top")
m.average_precision_at_k(targets, scores, 2); m.average_precision_at_k(targets, scores, 2, name="ap")
with tf.variable_scope("root", reuse=tf.AUTO_REUSE):
    m.mean(predictions); m.mean(predictions)
    x = tf.get_local_variable("l", [2])
with tf.variable_scope("root", reuse=tf.AUTO_REUSE):
    m.mean(predictions)
    x = tf.get_local_variable("l", [2])
tf.Variable(len(tf.local_variables()), name="locals_%d_%d" % (len(tf.local_variables()), len(tf.get_collection("metric_variables"))))
