"""tf.estimator.Baseline*."""

import tensorflow as tf

tf.train.get_or_create_global_step()


def build(estimator, scope, modes=("train", "eval", "infer"), dtype=tf.int64):
    for mode in modes:
        with tf.variable_scope(scope + "_" + mode):
            features = {"age": tf.placeholder(tf.float32, [None, 1]), "job": tf.placeholder(tf.string, [None, 1])}
            labels = None if mode == "infer" else tf.placeholder(dtype, [None, 1])
            estimator.model_fn(features, labels, mode, estimator.config)


build(tf.estimator.BaselineClassifier(n_classes=3), "classifier")
build(tf.estimator.BaselineRegressor(optimizer="Adagrad"), "regressor", dtype=tf.float32)
