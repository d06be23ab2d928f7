"""Private helpers of tf.contrib.layers: what flattens the last axes, and normalizes."""

import tensorflow as tf
from tensorflow.contrib.layers.python.layers import layers

x = tf.placeholder(tf.float32, [2, 3, 4, 5, 6])
for rank in range(1, 6):
    flat = layers._inner_flatten(x, rank)
    tf.get_variable("w%d" % rank, flat.shape)
try:
    layers._inner_flatten(x, 7)
except ValueError:
    tf.get_variable("refused", [])
sparse = tf.SparseTensor([[0, 0, 0]], [1.0], [2, 3, 4])
flat = layers._inner_flatten(sparse, 2)
tf.get_variable("sparse", flat.shape)
try:
    layers._inner_flatten(sparse, 4)
except ValueError:
    tf.get_variable("sparse_refused", [])
tf.get_variable("normal", layers.poincare_normalize(tf.zeros([2, 3])).shape)
with tf.name_scope("after"):
    tf.Variable(1.0, name="v")
with tf.name_scope("InnerFlatten"):
    tf.Variable(1.0, name="v")
