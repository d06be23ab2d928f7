"""The feature columns of TensorFlow's own module, by their older names."""

import tensorflow as tf
from tensorflow.python.feature_column import feature_column as fc
from tensorflow.python.feature_column import feature_column_v2 as fc_v2
from tensorflow.python.feature_column.dense_features import DenseFeatures

price = fc._numeric_column("price")
buckets = fc._bucketized_column(price, boundaries=[0.0, 10.0])
body = fc._categorical_column_with_hash_bucket("body", 5)
words = fc._categorical_column_with_vocabulary_list("words", ("a", "b"))
ids = fc._categorical_column_with_identity("ids", num_buckets=7)
embedded = fc._embedding_column(words, dimension=3)
crossed = fc._crossed_column([buckets, "body"], 10)
features = {
    "price": tf.zeros([2, 1]),
    "body": tf.constant([["x"], ["y"]]),
    "words": tf.constant([["a"], ["b"]]),
    "ids": tf.zeros([2, 1], tf.int64),
}
fc.linear_model(features, [price, buckets, body, crossed, fc._indicator_column(words)])
fc.linear_model(features, [price], units=3)
net = fc.input_layer(features, [price, embedded, fc._indicator_column(ids)])
tf.get_variable("width_%d" % net.shape[1].value, [])
layer = fc.InputLayer([price, fc._embedding_column(words, dimension=2)])
with tf.variable_scope("apart"):
    layer(features)
    layer(features)
tf.get_variable("variables_%d" % len(layer.variables), [])
DenseFeatures([fc_v2.embedding_column(fc_v2.categorical_column_with_identity("ids", 7), 2)])(features)
with tf.variable_scope("second"):
    fc_v2.LinearModel([fc_v2.numeric_column("price")])(features)
