"""Optimizers over workers, agn: variables have copies, in other collections."""

import tensorflow as tf

opt = tf.contrib.opt


def model(getter):
    with tf.variable_scope("", custom_getter=getter):
        x = tf.layers.dense(tf.ones([4, 2]), 3, name="first")
        with tf.variable_scope("second"):
            w = tf.get_variable("w", [3, 1])
            tf.get_variable("steps", [], trainable=False, collections=[tf.GraphKeys.GLOBAL_VARIABLES])
    return tf.reduce_sum(tf.matmul(x, w))


def report():
    for name, found in (("global", tf.global_variables()), ("local", tf.local_variables()), ("trained", tf.trainable_variables())):
        tf.Variable(len(found), name="%s_%d" % (name, len(found)), collections=[])




agn_getter = opt.AGNCustomGetter("/cpu:0")
loss = model(agn_getter)
agn = opt.AGNOptimizer(tf.train.MomentumOptimizer(0.1, 0.9), 2, agn_getter)
agn.minimize(loss, global_step=tf.train.get_or_create_global_step())
report()
