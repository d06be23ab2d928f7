"""tf.contrib.crf: transitions of one's own and given ones; lengths that are known and not."""

import tensorflow as tf


def show(name, x):
    tf.get_variable("%s/%s_%s" % (name, x.dtype.name, "x".join(map(str, x.shape.as_list()))), [])


lengths = tf.placeholder(tf.int32, [None])
tags = tf.placeholder(tf.int32, [None, None])
scores = tf.layers.dense(tf.placeholder(tf.float32, [None, None, 5]), 9)
with tf.variable_scope("chain"):
    likelihood, transitions = tf.contrib.crf.crf_log_likelihood(scores, tags, lengths)
decoded, best = tf.contrib.crf.crf_decode(scores, transitions, lengths)
tf.train.AdamOptimizer().minimize(tf.reduce_mean(-likelihood))
mine = tf.get_variable("mine", [4, 4])
fixed = tf.layers.dense(tf.placeholder(tf.float32, [3, 7, 2]), 4)
likelihood, same = tf.contrib.crf.crf_log_likelihood(fixed, tf.zeros([3, 7], tf.int32), tf.fill([3], 7), mine)
show("likelihood", likelihood)
decoded, best = tf.contrib.crf.crf_decode(fixed, mine, tf.fill([3], 7))
show("decoded", decoded)
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(-likelihood))
