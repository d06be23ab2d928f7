"""Losses and heads of contrib: which variables they reach, and that heads run the optimizer."""

import tensorflow as tf
import tensorflow.contrib.slim as slim

inputs = tf.placeholder(tf.float32, [4, 3])
classes = tf.placeholder(tf.int64, [4])


def made(name, units=2):
    return tf.layers.dense(inputs, units, name=name, use_bias=False)


for i, loss in enumerate(
    [
        slim.losses.sparse_softmax_cross_entropy(made("sparse"), classes),
        slim.losses.softmax_cross_entropy(made("softmax"), tf.one_hot(classes, 2), scope="named"),
        tf.contrib.losses.sigmoid_cross_entropy(made("sigmoid"), tf.ones([4, 2])),
        tf.contrib.losses.mean_squared_error(made("squared"), tf.zeros([4, 2]), weights=2.0),
        tf.contrib.losses.absolute_difference(made("absolute"), tf.zeros([4, 2])),
        tf.contrib.losses.log_loss(made("log"), tf.zeros([4, 2])),
        tf.contrib.losses.hinge_loss(made("hinge"), tf.zeros([4, 2])),
        tf.contrib.losses.cosine_distance(made("cosine"), tf.zeros([4, 2]), axis=1),
        slim.losses.get_total_loss(),
    ]
):
    with tf.variable_scope("train_%d" % i):
        tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
tf.get_variable("losses_%d" % len(slim.losses.get_losses()), [1])

tf.train.get_or_create_global_step()
heads = {
    "binary": tf.contrib.estimator.binary_classification_head(),
    "many": tf.contrib.estimator.multi_class_head(3),
    "value": tf.contrib.estimator.regression_head(),
}
for name, labels in [("binary", tf.int32), ("many", tf.int32), ("value", tf.float32)]:
    with tf.variable_scope("head_" + name):
        heads[name].create_estimator_spec(
            features={"x": inputs},
            mode=tf.estimator.ModeKeys.TRAIN,
            labels=tf.placeholder(labels, [4, 1]),
            logits=made(name, 3 if name == "many" else 1),
            train_op_fn=lambda loss: tf.train.AdagradOptimizer(0.1).minimize(loss),
        )

parameters = tf.contrib.training.HParams(units=8, layers=[4, 5], rate=0.1, name="net")
parameters.parse("units=6,rate=0.5,layers=[1,2,3]")
tf.get_variable(parameters.name, [parameters.units] + parameters.layers)
