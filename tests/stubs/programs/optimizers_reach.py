"""Only variables that a loss depends on get slots."""
import numpy as np
import tensorflow as tf


def train(loss, name, **arguments):
    tf.train.MomentumOptimizer(0.1, 0.9, name=name).minimize(loss, **arguments)


x = tf.placeholder(tf.float32, [None, 3])
ids = tf.placeholder(tf.int32, [None])
a = tf.get_variable("a", [3, 3])
b = tf.get_variable("b", [3, 3])
c = tf.get_variable("c", [3])
unused = tf.get_variable("unused", [1])
table = tf.get_variable("table", [10, 3])
frozen = tf.get_variable("frozen", [3, 3], trainable=False)
hidden = tf.nn.relu(tf.matmul(x, a))
train(tf.reduce_mean(hidden), "one")
train(tf.reduce_mean(tf.matmul(tf.stop_gradient(hidden), b) + c), "stopped")
train(tf.reduce_mean(tf.matmul(hidden, frozen)), "frozen")
train(tf.reduce_mean(tf.matmul(hidden, frozen)), "listed", var_list=[frozen, a])
train(tf.reduce_sum(tf.nn.embedding_lookup(table, ids)), "lookup")
train(tf.reduce_sum(tf.gather(table, tf.argmax(hidden, 1))), "integers")
train(tf.reduce_sum(tf.cast(tf.cast(hidden, tf.int32), tf.float32) * c), "cast")
train(tf.reduce_sum(tf.round(hidden) + tf.floor(hidden) + c), "rounded")
train(tf.reduce_sum(tf.where(hidden > 0, tf.zeros_like(hidden), hidden * c)), "where")
train(tf.reduce_sum(tf.concat([hidden, tf.reshape(c, [1, 3])], 0)), "concat")
train(tf.add_n([tf.nn.l2_loss(v) for v in (a, c)]), "sum")
first, second = tf.split(tf.stack([tf.reduce_sum(a), tf.reduce_sum(b)]), 2)
train(tf.squeeze(first), "parts")
chosen = tf.cond(tf.reduce_sum(hidden) > 0, lambda: tf.reduce_sum(c), lambda: tf.reduce_sum(b))
train(chosen, "cond")
_, looped, _ = tf.while_loop(
    lambda i, total, other: i < 3,
    lambda i, total, other: (i + 1, total + other, other * tf.reduce_sum(c)),
    [0, 0.0, 1.0],
)
train(looped, "while")
mapped = tf.map_fn(lambda row: row * c, hidden)
train(tf.reduce_sum(mapped), "map")
logits = tf.layers.dense(hidden, 4, name="dense")
other = tf.layers.dense(hidden, 4, name="other")
train(tf.losses.sparse_softmax_cross_entropy(ids, logits), "classes")
train(tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=other, logits=logits)), "labels_stopped")
train(tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits_v2(labels=other, logits=logits)), "labels")
normed = tf.layers.batch_normalization(logits, training=True)
train(tf.reduce_mean(tf.nn.dropout(normed, 0.5)), "normed")
grads = tf.gradients(tf.reduce_sum(logits), [a, b, unused, x, hidden])
tf.Variable(0, name="there_" + "".join(["0" if grad is None else "1" for grad in grads]))
stopped = tf.gradients(tf.reduce_sum(logits), [a, hidden], stop_gradients=[hidden])
tf.Variable(0, name="there_" + "".join(["0" if grad is None else "1" for grad in stopped]))
penalty = tf.reduce_sum(tf.square(tf.gradients(tf.square(logits), x)[0]))
train(penalty, "penalty")
pairs = tf.train.AdamOptimizer(name="pairs").compute_gradients(tf.reduce_sum(c), [a, c])
tf.Variable(0, name="pairs_%s_%s" % (pairs[0][0] is None, pairs[1][0] is None))
