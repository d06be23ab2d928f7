"""Heads of canned estimators in model functions of a program's own."""

import tensorflow as tf
from tensorflow.python.estimator.canned import head as head_lib

MAKERS = {
    "binary": lambda: head_lib._binary_logistic_head_with_sigmoid_cross_entropy_loss(
        loss_reduction=tf.losses.Reduction.SUM
    ),
    "thresholds": lambda: head_lib._binary_logistic_head_with_sigmoid_cross_entropy_loss(
        thresholds=[0.3]
    ),
    "several": lambda: head_lib._multi_class_head_with_softmax_cross_entropy_loss(n_classes=3),
    "either": lambda: head_lib._binary_logistic_or_multi_class_head(
        n_classes=2, weight_column=None, label_vocabulary=None, loss_reduction="weighted_sum"
    ),
    "value": lambda: head_lib._regression_head(label_dimension=2),
}


def model_fn(features, labels, mode, kind):
    head = MAKERS[kind]()
    assert isinstance(head, head_lib._Head)
    unused = tf.layers.dense(features["x"], 7)
    logits = tf.layers.dense(features["x"], units=head.logits_dimension, name="logits")
    optimizer = tf.train.AdagradOptimizer(0.1)
    if kind == "binary":
        return head.create_estimator_spec(
            features=features, mode=mode, labels=labels, logits=logits, optimizer=optimizer
        )
    return head.create_estimator_spec(
        features=features,
        mode=mode,
        labels=labels,
        logits=logits,
        train_op_fn=lambda loss: optimizer.minimize(
            loss, global_step=tf.train.get_global_step()
        ),
    )


for kind in sorted(MAKERS):
    for mode in ("train", "eval", "infer"):
        with tf.variable_scope("%s_%s" % (kind, mode)):
            tf.train.get_or_create_global_step()
            labels = (
                tf.zeros([4, 2])
                if kind == "value"
                else tf.zeros([4, 1], tf.int64 if kind == "several" else tf.float32)
            )
            spec = model_fn({"x": tf.ones([4, 5])}, labels, mode, kind)
            tf.get_variable("after", [len(spec.predictions)])
