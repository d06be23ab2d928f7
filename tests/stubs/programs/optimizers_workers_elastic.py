"""Optimizers over workers, elastic: variables have copies, in other collections."""

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




getter = opt.ElasticAverageCustomGetter("/cpu:0")
loss = model(getter)
step = tf.train.get_or_create_global_step()
elastic = opt.ElasticAverageOptimizer(tf.train.AdamOptimizer(0.1), 2, getter, rho=0.1)
elastic.minimize(loss, global_step=step)
elastic.get_init_op(0)
elastic.make_session_run_hook(True, 0)
report()
