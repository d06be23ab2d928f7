"""tf.contrib.metrics: rates of false answers, and what counts and keeps values."""

import tensorflow as tf

m = tf.contrib.metrics
predictions, labels = tf.constant([0.1, 0.7, 0.9]), tf.constant([0.0, 1.0, 1.0])
m.streaming_false_positive_rate(predictions, labels)
m.streaming_false_negative_rate(predictions, labels, name="mine")
m.streaming_true_positives_at_thresholds(predictions, labels, [0.5])
m.streaming_false_negatives_at_thresholds(predictions, labels, [0.5])
m.streaming_true_negatives_at_thresholds(predictions, labels, [0.5])
m.streaming_false_positives_at_thresholds(predictions, labels, [0.5])
rate, _ = m.streaming_false_positive_rate_at_thresholds(predictions, labels, [0.25, 0.5])
tf.get_variable("R_%s" % rate.op.name.replace("/", "."), [])
m.streaming_false_negative_rate_at_thresholds(predictions, labels, [0.25, 0.5])
m.recall_at_precision(labels, predictions, 0.5)
m.precision_at_recall(labels, predictions, 0.5, num_thresholds=50)
m.streaming_mean_cosine_distance(tf.ones([2, 3]), tf.ones([2, 3]), 1)
m.streaming_mean_cosine_distance(tf.ones([2, 3]), tf.ones([2, 3]), 1, name="distance")
m.count(predictions)
m.count(predictions, weights=tf.ones([3]), name="numbers")
m.cohen_kappa(tf.constant([1, 0]), tf.constant([1, 1]), 3)
m.cohen_kappa(tf.constant([1, 0]), tf.constant([1, 1]), 3, weights=tf.constant([0.5, 1.0]))
total = m.streaming_false_positive_rate(predictions, labels, metrics_collections=["rates"])
tf.get_variable("R_%d" % len(tf.get_collection("rates")), [])

hparams = tf.contrib.training.HParams(name="a", size=1, rates=[0.0], kinds=[""])
hparams.parse("name=a_rather_long_name_of_a_model,size=100,rates=[0.1,0.25, 0.5], kinds=[a:1x2,b:3x4]")
tf.get_variable("R_%s_%d_%d_%s" % (hparams.name, hparams.size, len(hparams.rates), hparams.kinds[1].replace(":", ".")), [])

try:
    hparams.parse("size=1,size=2")
except ValueError as error:
    tf.get_variable("R_%s" % str(error).split()[0], [])
tf.get_variable("R_%s" % tf.compat.forward_compatible(2019, 8, 1), [])
tf.get_variable("R_%s_later" % tf.compat.forward_compatible(2019, 9, 1), [])
