"""tf.estimator.Linear* and DNNLinearCombined*: what their model functions make."""

import tensorflow as tf

fc = tf.feature_column
age = fc.numeric_column("age")
job = fc.categorical_column_with_hash_bucket("job", 100)
deep = [fc.embedding_column(job, 8), age]
wide = [job, age, fc.crossed_column(["job", fc.bucketized_column(age, [1.0, 2.0])], 50)]
tf.train.get_or_create_global_step()


def build(estimator, scope, modes=("train", "eval", "infer"), dtype=tf.int64):
    for mode in modes:
        with tf.variable_scope(scope + "_" + mode):
            features = {"age": tf.placeholder(tf.float32, [None, 1]), "job": tf.placeholder(tf.string, [None, 1])}
            labels = None if mode == "infer" else tf.placeholder(dtype, [None, 1])
            estimator.model_fn(features, labels, mode, estimator.config)


build(tf.estimator.LinearClassifier(wide), "binary")
build(tf.estimator.LinearClassifier(wide, n_classes=4, optimizer="Adagrad"), "classes", ["train"])
build(tf.estimator.LinearRegressor(wide), "regressor", dtype=tf.float32)
build(tf.estimator.DNNLinearCombinedClassifier(linear_feature_columns=wide, dnn_feature_columns=deep, dnn_hidden_units=[6, 2]), "both")
build(tf.estimator.DNNLinearCombinedRegressor(dnn_feature_columns=deep, dnn_hidden_units=[6], dnn_optimizer="RMSProp"), "deep", ["train"], tf.float32)
build(tf.estimator.DNNLinearCombinedClassifier(linear_feature_columns=wide, n_classes=3, linear_optimizer="SGD"), "wide", ["train"])
