"""The streaming metrics of tf.contrib.metrics and slim."""
import tensorflow as tf

metrics = tf.contrib.metrics
labels, classes, scores = tf.constant([1, 0]), tf.constant([1, 1]), tf.constant([0.5, 0.1])
metrics.streaming_mean(scores)
metrics.streaming_accuracy(classes, labels, name="acc")
metrics.streaming_auc(scores, labels, num_thresholds=10)
metrics.streaming_precision_at_thresholds(scores, labels, [0.1, 0.2, 0.3])
metrics.streaming_mean_iou(classes, labels, num_classes=2)
metrics.streaming_root_mean_squared_error(scores, scores)
values, updates = tf.contrib.slim.metrics.aggregate_metric_map({"recall": metrics.streaming_recall(classes, labels), "mean": metrics.streaming_mean_absolute_error(scores, scores)})
tf.Variable(0, name=values["recall"].op.name.replace("/", "."))
