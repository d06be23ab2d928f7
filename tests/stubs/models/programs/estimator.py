"""A wide-and-deep model for an Estimator: columns, towers, metrics, a head per task."""

import functools
import json
import re

import tensorflow as tf

SCHEMA = json.loads('{"age": [18, 30, 50], "city": 40, "words": 100}')
HIDDEN = {"shared": [8, 4], "click": [3], "buy": [3, 2]}


def columns():
    age = tf.feature_column.numeric_column("age")
    found = [age, tf.feature_column.bucketized_column(age, SCHEMA["age"])]
    for name in sorted(key for key, value in SCHEMA.items() if isinstance(value, int)):
        hashed = tf.feature_column.categorical_column_with_hash_bucket(name, SCHEMA[name])
        found.append(tf.feature_column.embedding_column(hashed, 4))
    return found


def input_fn():
    features = {"age": [[20.0], [40.0]], "city": [["a"], ["b"]], "words": [["x"], ["y"]]}
    labels = {"click": [[0.0], [1.0]], "buy": [[1.0], [0.0]]}
    data = tf.data.Dataset.from_tensor_slices((features, labels))
    return data.shuffle(10).repeat().batch(2)


def tower(net, sizes, name, mode, dropout=0.1):
    with tf.variable_scope(name, values=[net]):
        for index, size in enumerate(sizes):
            net = tf.layers.dense(net, size, activation=tf.nn.elu, name="layer_%d" % index)
            net = tf.layers.dropout(net, dropout, training=mode == tf.estimator.ModeKeys.TRAIN)
        return net


def attend(net, heads):
    """Small attention over two views of the features."""
    with tf.variable_scope("attend"):
        views = tf.stack([tf.layers.dense(net, heads, name=side) for side in ("left", "right")], axis=1)
        weights = tf.nn.softmax(tf.reduce_sum(views * views, -1, keepdims=True), axis=1)
        return tf.squeeze(tf.matmul(weights, views, transpose_a=True), 1)


def model_fn(features, labels, mode, params):
    net = tf.feature_column.input_layer(features, params["columns"])
    wide = tf.feature_column.linear_model(features, params["columns"][1:2])
    net = tower(net, HIDDEN["shared"], "shared", mode)
    net = tf.concat([net, attend(net, 4)], axis=-1)
    logits = {}
    for task in ("click", "buy"):
        own = tower(net, HIDDEN[task], re.sub(r"[^a-z]", "_", task + "-tower"), mode)
        logits[task] = tf.layers.dense(own, 1, name="logits_" + task) + wide
    chances = {task: tf.nn.sigmoid(value) for task, value in logits.items()}
    if mode == tf.estimator.ModeKeys.PREDICT:
        return tf.estimator.EstimatorSpec(mode, predictions=chances)
    losses = [
        tf.losses.sigmoid_cross_entropy(tf.cast(labels[task], tf.float32), logits[task])
        for task in sorted(logits)
    ]
    loss = functools.reduce(tf.add, losses)
    metrics = {task: tf.metrics.auc(labels[task], chances[task]) for task in sorted(logits)}
    optimizer = tf.train.FtrlOptimizer(0.05)
    train = tf.contrib.layers.optimize_loss(
        loss, tf.train.get_global_step(), 0.05, optimizer, clip_gradients=1.0, name="training"
    )
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=train, eval_metric_ops=metrics)


tf.train.create_global_step()
mode = tf.estimator.ModeKeys.TRAIN
data = tf.data.make_one_shot_iterator(input_fn()).get_next()
model_fn(data[0], data[1], mode, {"columns": columns()})
