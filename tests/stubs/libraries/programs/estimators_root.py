"""A canned estimator at the root of a graph, with a partitioner and metrics at thresholds."""

import tensorflow as tf

fc = tf.feature_column
tf.train.get_or_create_global_step()
features = {"age": tf.placeholder(tf.float32, [None, 1]), "code": tf.placeholder(tf.int64, [None, 1])}
labels = tf.placeholder(tf.int64, [None, 1])
age = fc.numeric_column("age")
wide = fc.categorical_column_with_identity("code", 40)
estimator = tf.estimator.DNNLinearCombinedClassifier(
    linear_feature_columns=[wide], dnn_feature_columns=[age], dnn_hidden_units=[4], dnn_optimizer="Adam", linear_optimizer=lambda: tf.train.FtrlOptimizer(0.1)
)
spec = estimator.model_fn(features, labels, tf.estimator.ModeKeys.TRAIN, estimator.config)
tf.get_variable("mode_" + spec.mode, [len(spec.predictions)])
tf.Variable(0.0, name="head")
tf.Variable(0.0, name="metrics")
