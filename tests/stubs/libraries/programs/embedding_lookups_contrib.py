import tensorflow as tf
from tensorflow.contrib.layers.python.layers import embedding_ops
from tensorflow.contrib.layers.python.ops import sparse_ops

weights = tf.get_variable("weights", [4, 3])
parts = tf.get_variable("parts", [5, 3], partitioner=tf.fixed_size_partitioner(2))
flat = tf.get_variable("flat", [20])
ids = sparse_ops.dense_to_sparse_tensor(tf.constant([[1, 0], [2, 3]]))


def tell(name, tensor):
    tf.get_variable(name, [-1 if n is None else n for n in tensor.shape.as_list()][-1:])


tell("ids", ids.indices)
tell("safe", tf.contrib.layers.safe_embedding_lookup_sparse([weights], ids))
tell("of_parts", tf.contrib.layers.safe_embedding_lookup_sparse(parts, ids, combiner="sum"))
tell("unique", tf.contrib.layers.embedding_lookup_unique(weights, tf.constant([[1, 2, 1]])))
tell("hashed", embedding_ops.scattered_embedding_lookup([flat], tf.constant([["a", "b"]]), dimension=5))
tell("sampled", embedding_ops._sampled_scattered_embedding_lookup(flat, tf.constant(["a"]), sampled_candidates=tf.constant([[1, 2]])))
words = tf.SparseTensor([[0, 0]], ["a"], [1, 1])
tell("sparse", embedding_ops.scattered_embedding_lookup_sparse([flat], words, 6, combiner="mean"))
for wrong in (0, -1):
    try:
        embedding_ops.scattered_embedding_lookup([flat], tf.constant(["a"]), dimension=wrong)
    except ValueError as error:
        tf.get_variable("refused_%d" % (wrong + 1), [len(str(error))])
for wrong in ([], None):
    try:
        tf.contrib.layers.safe_embedding_lookup_sparse(wrong, ids)
    except ValueError as error:
        tf.get_variable("missing_%s" % (wrong is None), [len(str(error))])
