"""Model functions that are replicated over devices, and the optimizers of their towers."""

import tempfile

import tensorflow as tf


def model_fn(features, labels, mode, params):
    x = tf.layers.dense(features["x"], 4, name="first")
    x = tf.layers.dense(x, 2)
    metrics = {"accuracy": tf.metrics.accuracy(labels, tf.argmax(x, 1))}
    loss = tf.losses.sparse_softmax_cross_entropy(labels, x)
    step = tf.train.get_or_create_global_step()
    optimizer = tf.contrib.estimator.TowerOptimizer(tf.train.AdamOptimizer(params["rate"]))
    train_op = None
    if mode == tf.estimator.ModeKeys.TRAIN:
        train_op = optimizer.minimize(loss, step)
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=train_op, eval_metric_ops=metrics)


features = {"x": tf.zeros([6, 3])}
labels = tf.zeros([6], tf.int64)
one = tf.contrib.estimator.replicate_model_fn(model_fn, devices=["/cpu:0"])
with tf.variable_scope("one"):
    spec = one(features, labels, tf.estimator.ModeKeys.TRAIN, {"rate": 0.1})
    tf.get_variable(spec.train_op.type, [1])


def model_fn_of_two(features, labels, mode):
    x = tf.layers.dense(features, 4, name="second")
    tf.get_variable("shape_%s" % x.shape[0], [1])
    loss = tf.reduce_mean(x) + tf.reduce_mean(labels)
    optimizer = tf.contrib.estimator.TowerOptimizer(lambda: tf.train.MomentumOptimizer(0.1, 0.9))
    train_op = optimizer.minimize(loss, tf.train.get_global_step())
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=train_op)


two = tf.contrib.estimator.replicate_model_fn(
    model_fn_of_two, tf.losses.Reduction.MEAN, devices=["/cpu:0", "/cpu:0"]
)
spec = two(tf.zeros([6, 3]), tf.zeros([6, 4]), tf.estimator.ModeKeys.TRAIN)
tf.get_variable(spec.loss.op.name + "_of_all", [1])
estimator = tf.estimator.Estimator(
    tf.contrib.estimator.replicate_model_fn(model_fn), tempfile.mkdtemp(), params={"rate": 0.1}
)
