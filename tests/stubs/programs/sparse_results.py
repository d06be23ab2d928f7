"""Sparse tensors made of others, and losses and metrics of tf.contrib: shapes and slots."""

import tensorflow as tf


def tell(tensor):
    dims = "_".join("N" if dim.value is None else str(dim.value) for dim in tensor.get_shape())
    op = getattr(tensor, "values", tensor).op
    tf.get_variable("%s_%s_%s" % (op.name, dims, tensor.dtype.name), [1])


a = tf.SparseTensor([[0, 0], [1, 1]], [1.0, 2.0], [3, 4])
x = tf.sparse_placeholder(tf.float32, name="x")
weights = tf.get_variable("weights", [2, 5])
tell(tf.sparse_reshape(a, [2, 6]))
tell(tf.sparse_reshape(a, [2, -1], name="re"))
tell(tf.sparse_reshape(x, [5, 5]))
tell(tf.sparse_reshape(x, [-1, 5]))
tell(tf.sparse_softmax(a))
tell(tf.sparse_softmax(tf.SparseTensor(a.indices, tf.nn.leaky_relu(a.values), a.dense_shape)))
tell(tf.sparse_reorder(a))
tell(tf.sparse_reorder(tf.sparse_reshape(x, [-1, 5])))
tell(tf.sparse_slice(a, [0, 0], [1, 2]))
filled, is_empty = tf.sparse_fill_empty_rows(a, 0.0)
tell(filled)
tell(is_empty)
try:
    tf.sparse_reshape(a, [5, 5])
except ValueError:
    tf.get_variable("refused", [1])
values = tf.SparseTensor([[0, 0], [1, 1]], tf.reduce_sum(weights, 1), [3, 4])
loss = tf.reduce_sum(
    tf.sparse_tensor_dense_matmul(tf.sparse_reshape(tf.sparse_softmax(values), [4, 3]), tf.ones([3, 1]))
)
tf.train.AdamOptimizer().minimize(loss)
labels = tf.placeholder(tf.int32, [8])
embedded = tf.layers.dense(tf.placeholder(tf.float32, [8, 16]), 4)
tell(tf.contrib.metrics.accuracy(tf.argmax(embedded, 1, output_type=tf.int32), labels))
tell(tf.contrib.metrics.accuracy(labels, labels, tf.ones([8])))
learning = tf.contrib.losses.metric_learning
for index, loss in enumerate(
    [
        learning.triplet_semihard_loss(labels, embedded),
        learning.lifted_struct_loss(labels, embedded),
        learning.npairs_loss(labels, embedded, embedded),
        learning.contrastive_loss(tf.cast(labels, tf.float32), embedded, embedded),
    ]
):
    tf.get_variable("loss%d_%d" % (index, loss.shape.ndims), [1])
    tf.train.MomentumOptimizer(0.1, 0.9, name="Momentum%d" % index).minimize(
        loss, var_list=[v for v in tf.trainable_variables() if v.name.startswith("dense/")]
    )
