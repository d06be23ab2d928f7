"""Optimizers over workers, stale: variables have copies, in other collections."""

import tensorflow as tf

opt = tf.contrib.opt


def report():
    for name, found in (("global", tf.global_variables()), ("local", tf.local_variables()), ("trained", tf.trainable_variables())):
        tf.Variable(len(found), name="%s_%d" % (name, len(found)), collections=[])




step = tf.train.get_or_create_global_step()
w = tf.get_variable("w", [3])
stale = opt.DropStaleGradientOptimizer(tf.train.AdamOptimizer(0.1), 2)
stale.minimize(tf.reduce_sum(w), global_step=step)
with tf.variable_scope("again"):
    opt.DropStaleGradientOptimizer(tf.train.AdamOptimizer(0.1, name="More"), 2, name="Stale").minimize(tf.reduce_sum(w), step)
report()
