"""tf.compat.v2.estimator: what model functions and heads of version 2 make."""

import tensorflow as tf

tf2 = tf.compat.v2
fc = tf2.feature_column
x = fc.numeric_column("x", shape=(2,))
c = fc.categorical_column_with_vocabulary_list("c", ["a", "b"])
e = fc.embedding_column(c, 3)
tf.train.get_or_create_global_step()
count = []


def build(estimator, dtype=tf.int64):
    for mode in ("train", "eval", "infer"):
        features = {"x": tf.placeholder(tf.float32, [None, 2]), "c": tf.placeholder(tf.string, [None, 1])}
        labels = None if mode == "infer" else tf.placeholder(dtype, [None, 1])
        count.append(mode)
        with tf.variable_scope("%s_%d" % (mode, len(count))):
            estimator.model_fn(features, labels, mode, estimator.config)


build(tf2.estimator.BaselineClassifier())
build(tf2.estimator.BaselineClassifier(n_classes=3, optimizer="SGD"))
build(tf2.estimator.BaselineRegressor(optimizer=tf2.keras.optimizers.Adam(0.1)), tf.float32)
build(tf2.estimator.LinearClassifier([x, c]))
build(tf2.estimator.LinearEstimator(tf2.estimator.MultiClassHead(3, name="h"), [x, c], optimizer=lambda: tf2.keras.optimizers.Adagrad(0.1)))
build(tf2.estimator.DNNClassifier([4, 3], [x, e], dropout=0.5, batch_norm=True))
build(tf2.estimator.DNNRegressor([4, 3], [x, e], optimizer="Adam"), tf.float32)
build(tf2.estimator.DNNLinearCombinedClassifier(linear_feature_columns=[x, c], dnn_feature_columns=[e], dnn_hidden_units=[5], batch_norm=True))
build(tf2.estimator.DNNLinearCombinedRegressor(linear_feature_columns=[x, c]), tf.float32)
build(tf2.estimator.DNNLinearCombinedEstimator(tf2.estimator.RegressionHead(), dnn_feature_columns=[e], dnn_hidden_units=[5]), tf.float32)

binary = tf.estimator.BinaryClassHead(thresholds=[0.25, 0.5], name="binary")
several = tf.estimator.MultiLabelHead(4, thresholds=[0.5], classes_for_class_based_metrics=[1, 3], name="several")
poisson = tf.estimator.PoissonRegressionHead(name="poisson")
logistic = tf.estimator.LogisticRegressionHead()
logits = tf.get_variable("logits", [2, 1])
ints, floats = tf.constant([[1], [0]]), tf.constant([[1.0], [0.0]])
many = tf.get_variable("many", [2, 4], use_resource=True)
binary.metrics(regularization_losses=[tf.constant(1.0)])
poisson.create_estimator_spec({}, "eval", logits, floats, regularization_losses=[tf.constant(1.0)])
logistic.create_estimator_spec({}, "train", logits, floats, train_op_fn=lambda loss: tf.no_op())
several.create_estimator_spec({}, "eval", many, tf.ones([2, 4], tf.int64))
spec = several.create_estimator_spec(
    {}, "train", many, tf.ones([2, 4], tf.int64), optimizer=tf2.keras.optimizers.SGD(0.1), trainable_variables=[many]
)
both = tf.estimator.MultiHead([binary, several], head_weights=[1.0, 2.0])
tf.get_variable("R_%s_%d" % (both.name, both.logits_dimension), [])
together = tf.get_variable("together", [2, 5], use_resource=True)
labels = {"binary": ints, "several": tf.ones([2, 4], tf.int64)}
for mode in ("eval", "infer"):
    spec = both.create_estimator_spec({}, mode, together, labels)
    tf.get_variable("R_%s_%d" % (mode, len(spec.predictions)), [])
    tf.get_variable("R_%s_metrics_%d" % (mode, len(spec.eval_metric_ops)), [])
both.create_estimator_spec(
    {}, "train", together, labels, optimizer=tf2.keras.optimizers.Adam(0.1), trainable_variables=[together]
)
for key, value in sorted(binary.predictions(logits).items()):
    tf.get_variable("R_%s_%s_%s" % (key, "x".join(str(dim) for dim in value.shape.as_list()), value.dtype.name), [])
