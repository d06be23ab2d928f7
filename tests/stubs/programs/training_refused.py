"""What optimize_loss refuses: no loss, one that is no scalar, a learning rate below zero."""

import tensorflow as tf

x = tf.get_variable("x", [])
step = tf.train.get_or_create_global_step()
for loss, rate in ((None, 0.1), ([[1.0]], 0.1), (x * 2.0, -0.1)):
    try:
        tf.contrib.layers.optimize_loss(loss, step, rate, "SGD")
    except ValueError:
        tf.get_variable("refused_%d" % len(tf.global_variables()), [])
tf.contrib.layers.optimize_loss(x * 2.0, step, 0.1, "SGD")
