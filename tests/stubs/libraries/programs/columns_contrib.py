"""The feature columns of tf.contrib.layers."""

import tensorflow as tf

layers = tf.contrib.layers
query = layers.sparse_column_with_hash_bucket("query", 10)
page = layers.sparse_column_with_integerized_feature("page", 7)
kind = layers.sparse_column_with_keys("kind", ["a", "b", "c"])
price = layers.real_valued_column("price", dimension=2)
cost = layers.real_valued_column("cost")
buckets = layers.bucketized_column(cost, [0.0, 5.0])
features = {
    "query": tf.SparseTensor([[0, 0]], ["a"], [1, 1]),
    "page": tf.SparseTensor([[0, 0]], tf.constant([1], tf.int64), [1, 1]),
    "kind": tf.SparseTensor([[0, 0]], ["a"], [1, 1]),
    "price": tf.zeros([1, 2]),
    "cost": tf.zeros([1, 1]),
}
deep = [layers.embedding_column(query, 4), price, layers.one_hot_column(kind), buckets, layers.scattered_embedding_column("query", 20, 5, hash_key=3)]
net = layers.input_from_feature_columns(features, deep, scope="inputs")
tf.get_variable("width_%s" % net.shape[1], [])
layers.input_from_feature_columns(features, [layers.embedding_column(page, 3)])
wide = [query, page, price, buckets, layers.crossed_column([query, kind], 50)]
total, variables, bias = layers.weighted_sum_from_feature_columns(features, wide, 2)
tf.get_variable("wide_%d_%s" % (len(variables), total.shape[1]), [])
layers.joint_weighted_sum_from_feature_columns(features, [query, kind], 3, scope="joint")
both = layers.shared_embedding_columns([query, layers.sparse_column_with_hash_bucket("other", 10)], 6)
features["other"] = features["query"]
layers.input_from_feature_columns(features, both)
with tf.variable_scope("inputs", reuse=True):
    tf.get_variable("query_embedding/weights", [10, 4])
