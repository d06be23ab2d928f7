"""Host calls of a specification for TPUs, which run where there is none; texts in base 64."""
import functools

import tensorflow as tf
from tensorflow.contrib.tpu.python.tpu import tpu_estimator


def show(x):
    tf.get_variable("%s/%s_%s" % (x.name.replace(":", "."), x.dtype.name, "x".join(map(str, x.shape.as_list()))), [])


def measure(loss, step, mode="train"):
    with tf.variable_scope("metrics"):
        metrics = {"loss": tf.metrics.mean(loss)}
    if mode == "eval":
        return metrics
    return [tf.no_op()]


w = tf.get_variable("w", [3])
loss = tf.reduce_mean(w)
step = tf.reshape(tf.train.get_or_create_global_step(), [1])
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
spec = tpu_estimator.TPUEstimatorSpec(
    mode="train",
    loss=loss,
    train_op=train_op,
    eval_metrics=(functools.partial(measure, mode="eval"), [loss, step]),
    host_call=(measure, {"loss": loss, "step": step}),
)
spec.as_estimator_spec()
tf.contrib.tpu.TPUEstimatorSpec("eval", loss=loss, host_call=(measure, {"loss": loss, "step": step})).as_estimator_spec()
tf.get_variable("same_%s" % (tpu_estimator.TPUEstimatorSpec is tf.contrib.tpu.TPUEstimatorSpec), [])
tf.get_variable("below_%s" % (tf.estimator.tpu.TPUEstimatorSpec is tf.contrib.tpu.TPUEstimatorSpec), [])
show(tf.decode_base64(tf.encode_base64(tf.constant(["a", "b"]))))
show(tf.io.encode_base64(tf.placeholder(tf.string, [2, 3]), pad=True))
tf.Variable(1.0, name="after")
