"""Rarer functions: what they give, and the names that they take."""

import tensorflow as tf


def told(name, x):
    tf.get_variable(
        "%s_%s_%s" % (name, "x".join(["n" if d is None else str(d) for d in x.shape.as_list()]), x.dtype.name), [1]
    )


sequence = tf.zeros([2, 9, 4])
told("max1", tf.nn.max_pool1d(sequence, 2, 2, "SAME"))
told("max1v", tf.nn.max_pool1d(sequence, [3], [2], "VALID"))
told("avg1", tf.nn.avg_pool1d(sequence, 2, 1, "VALID", name="mean"))
image = tf.zeros([2, 9, 8, 3])
told("dilated", tf.nn.dilation2d(image, tf.zeros([3, 3, 3]), [1, 2, 2, 1], [1, 1, 1, 1], "SAME"))
told("eroded", tf.nn.erosion2d(image, tf.zeros([3, 3, 3]), [1, 1, 1, 1], [1, 1, 1, 1], "VALID"))
told("percentile", tf.contrib.distributions.percentile(image, 50.0))
told("percentiles", tf.contrib.distributions.percentile(image, 50.0, axis=[1, 2], keep_dims=True))
known = tf.SparseTensor([[0, 1], [2, 0]], [1.0, 2.0], [3, 4])
fed = tf.sparse_placeholder(tf.float32, [None, 4])
told("reordered", tf.sparse_tensor_to_dense(tf.sparse_reorder(known)))
told("reordered_fed", tf.sparse_tensor_to_dense(tf.sparse_reorder(fed)))
tf.sparse_transpose(known)
told("permuted", tf.sparse_tensor_to_dense(tf.sparse_transpose(known, [1, 0])))
told("reshaped", tf.sparse_tensor_to_dense(tf.sparse_reshape(known, [2, -1])))
tf.sparse_slice(known, [0, 0], [2, 2])
told("joined", tf.sparse_tensor_to_dense(tf.sparse_concat(1, [known, known])))
told("weighed", tf.sparse_tensor_to_dense(tf.sparse_softmax(known)))
told("product", tf.sparse_tensor_dense_matmul(tf.sparse_reorder(fed), tf.zeros([4, 5])))
for op in ("MaxPool1d", "mean", "Dilation2D", "erosion2d", "percentile", "SparseReorder", "SparseTranspose",
           "SparseReshape", "SparseSlice", "SparseConcat", "SparseSoftmax", "Const", "Cast"):
    tf.Variable(1.0, name=op)
