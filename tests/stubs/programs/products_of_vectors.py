"""Products of matrices with vectors are refused, and programs try another way."""

import tensorflow as tf


def given(*shape):
    return tf.placeholder(tf.float32, shape)


def product(x, y):
    try:
        return tf.matmul(x, y)
    except ValueError as error:
        ranks = [word for word in str(error).split() if word in ("0", "1")]
        tf.get_variable("rank_%s_%s" % (ranks[0], "least" in str(error)), [1])
        return tf.reshape(tf.matmul(x, tf.reshape(y, [-1, 1])), [-1])


with tf.variable_scope("matrix"):
    tf.get_variable("rank_of_%d" % len(product(given(2, 3), given(3)).shape), [1])
with tf.variable_scope("number"):
    product(given(4, 1), given())
with tf.variable_scope("batch"):
    product(given(2, 2, 3), given(3))
with tf.variable_scope("unknown"):
    product(tf.placeholder(tf.float32), given(3))
with tf.variable_scope("right"):
    product(given(2, 3), given(3, 4))
tf.matmul(given(2, 3), given(3))
