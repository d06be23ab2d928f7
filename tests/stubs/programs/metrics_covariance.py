"""tf.contrib.metrics: the covariance and the correlation of predictions and labels."""
import tensorflow as tf

metrics = tf.contrib.metrics
scores, labels = tf.placeholder(tf.float32, [8, 1]), tf.placeholder(tf.float32, [8])
with tf.variable_scope("eval"):
    value, update = metrics.streaming_covariance(scores, labels, weights=tf.ones([8]))
    tf.Variable(value, name=value.op.name.replace("/", "."))
    tf.Variable(update, name=update.op.name.replace("/", "."))
    value, update = metrics.streaming_pearson_correlation(scores, labels, updates_collections=["ups"])
    tf.Variable(value, name=value.op.name.replace("/", "."))
metrics.streaming_pearson_correlation(labels, labels, name="r")
for op in tf.get_collection("ups"):
    tf.Variable(op, name=op.op.name.replace("/", "."))
