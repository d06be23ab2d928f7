"""Columns of tf.contrib.layers that sums and sequences refuse."""

import tensorflow as tf
from tensorflow.contrib import layers

wire = layers.sparse_column_with_hash_bucket("wire", 10)
price = layers.real_valued_column("price")
words = tf.SparseTensor([[0, 0], [1, 0]], ["x", "y"], [2, 2])
weights = tf.SparseTensor([[0, 0], [1, 0]], [1.0, 2.0], [2, 2])
features = {"wire": words, "price": tf.zeros([2, 1]), "heavy": weights}
one_hot = layers.one_hot_column(layers.crossed_column([wire, wire], 20))
joint = layers.joint_weighted_sum_from_feature_columns
sequence = layers.sequence_input_from_feature_columns
tries = [
    (joint, [price]),
    (joint, [layers.weighted_sparse_column(wire, "heavy")]),
    (joint, [layers.embedding_column(wire, 3)]),
    (sequence, [wire]),
    (sequence, [layers.bucketized_column(price, [0.0])]),
    (sequence, [one_hot]),
]
for number, (function, columns) in enumerate(tries):
    with tf.variable_scope("in_%d" % number):
        try:
            if function is joint:
                function(features, columns, num_outputs=1)
            else:
                function({}, columns)
            found = "none"
        except (ValueError, NotImplementedError, AssertionError) as error:
            found = type(error).__name__
    tf.get_variable("%s_%d" % (found, number), [])
tf.get_variable("length_%d_of_%s" % (one_hot.length, one_hot.sparse_id_column.name), [])
