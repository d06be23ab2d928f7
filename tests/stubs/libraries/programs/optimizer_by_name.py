"""Optimizers as canned estimators choose them: by name, from a function, or as they are."""

import tensorflow as tf
from tensorflow_estimator.python.estimator.canned import optimizers

loss = tf.reduce_sum(tf.get_variable("w", [3]))
optimizers.get_optimizer_instance("Adagrad", learning_rate=0.1).minimize(loss)
optimizers.get_optimizer_instance(lambda: tf.train.AdamOptimizer(0.1)).minimize(loss)
optimizers.get_optimizer_instance(tf.train.FtrlOptimizer(0.1)).minimize(loss)
for name, rate in (("Nope", 0.1), ("SGD", None)):
    try:
        optimizers.get_optimizer_instance(name, rate)
        tf.get_variable("made_" + name, [])
    except ValueError as error:
        tf.get_variable("refused_%s_%d" % (name, len(str(error))), [])
