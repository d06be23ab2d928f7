"""tf.estimator.DNN*: what their model functions make for training, evaluation and prediction."""

import tensorflow as tf

fc = tf.feature_column
job = fc.categorical_column_with_hash_bucket("job", 100)
columns = [fc.embedding_column(job, 8), fc.numeric_column("age")]
tf.train.get_or_create_global_step()


def build(estimator, scope, modes=("train", "eval", "infer"), dtype=tf.int64):
    for mode in modes:
        with tf.variable_scope(scope + "_" + mode):
            features = {"age": tf.placeholder(tf.float32, [None, 1]), "job": tf.placeholder(tf.string, [None, 1])}
            labels = None if mode == "infer" else tf.placeholder(dtype, [None, 1])
            estimator.model_fn(features, labels, mode, estimator.config)


build(tf.estimator.DNNClassifier(hidden_units=[16, 4], feature_columns=columns), "binary")
build(tf.estimator.DNNClassifier(hidden_units=[3], feature_columns=columns, n_classes=5, optimizer="Adam", dropout=0.5, batch_norm=True), "classes")
build(tf.estimator.DNNRegressor([5], columns, label_dimension=1, optimizer=tf.train.MomentumOptimizer(0.1, 0.9)), "regressor", dtype=tf.float32)
