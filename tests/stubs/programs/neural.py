"""Convolutions, pools, dropout, losses of tf.nn."""

import tensorflow as tf


def show(tensor):
    """A variable that is called after a tensor: its name, dims and dtype."""
    if tensor.shape.ndims is None:
        dims = "unknown"
    else:
        dims = "_".join(["n" if dim is None else str(dim) for dim in tensor.shape.as_list()])
    tf.get_variable("/".join([tensor.name.replace(":", "."), "shape_" + dims, tensor.dtype.base_dtype.name]), [])


x = tf.placeholder(tf.float32, [None, 28, 28, 1])
w = tf.get_variable("w", [5, 5, 1, 32])
b = tf.get_variable("b", [32], initializer=tf.zeros_initializer())
y = tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(x, w, [1, 1, 1, 1], "SAME"), b))
z = tf.nn.conv2d(y, tf.zeros([3, 3, 32, 8]), strides=[1, 2, 2, 1], padding="VALID") + 1.0
p = tf.nn.max_pool(z, [1, 2, 2, 1], [1, 2, 2, 1], "SAME")
logits = tf.placeholder(tf.float32, [None, 10])
labels = tf.placeholder(tf.float32, [None, 10])
classes = tf.placeholder(tf.int64, [None])
for tensor in [
    y,
    z,
    p,
    tf.nn.avg_pool(p, [1, 2, 2, 1], [1, 1, 1, 1], "VALID"),
    tf.nn.conv2d_transpose(p, tf.zeros([3, 3, 4, 8]), [2, 14, 14, 4], [1, 2, 2, 1]),
    tf.nn.conv1d(tf.zeros([2, 9, 3]), tf.zeros([3, 3, 5]), 2, "SAME"),
    tf.nn.atrous_conv2d(x, tf.zeros([3, 3, 1, 4]), 2, "SAME"),
    tf.nn.depthwise_conv2d(p, tf.zeros([3, 3, 8, 2]), [1, 1, 1, 1], "SAME"),
    tf.nn.separable_conv2d(p, tf.zeros([3, 3, 8, 1]), tf.zeros([1, 1, 8, 5]), [1, 1, 1, 1], "SAME"),
    tf.nn.dropout(logits, 0.5),
    tf.nn.dropout(logits, rate=0.3),
    tf.nn.dropout(logits, tf.placeholder(tf.float32)),
    tf.nn.softmax(logits),
    tf.nn.log_softmax(logits),
    tf.nn.leaky_relu(logits),
    tf.nn.elu(logits),
    tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits),
    tf.nn.softmax_cross_entropy_with_logits_v2(labels=labels, logits=logits),
    tf.nn.sparse_softmax_cross_entropy_with_logits(labels=classes, logits=logits),
    tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits),
    tf.nn.top_k(logits, 3).values,
    tf.nn.in_top_k(logits, classes, 1),
    tf.nn.embedding_lookup(tf.get_variable("e", [100, 7]), tf.placeholder(tf.int32, [None, 5])),
    tf.nn.lrn(p),
]:
    show(tensor)
