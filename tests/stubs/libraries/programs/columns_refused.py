"""Feature columns that layers refuse: each names what it had made before."""

import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.python.feature_column import feature_column as old
from tensorflow.python.feature_column import feature_column_v2 as new

column = tf.feature_column
price = column.numeric_column("price")
ids = new.categorical_column_with_identity("ids", 3)
shared = new.shared_embedding_columns_v2([ids, new.categorical_column_with_identity("more", 3)], 2)
wide = layers.sparse_column_with_hash_bucket("wire", 10)


class Neither(old._FeatureColumn):
    @property
    def name(self):
        return "neither"

    @property
    def _parse_example_spec(self):
        return {}

    def _transform_feature(self, inputs):
        return None


tries = [
    lambda: column.linear_model({}, []),
    lambda: column.linear_model({"a": [[0]]}, "text"),
    lambda: column.linear_model({"a": [[0]]}, {"a": price}),
    lambda: column.linear_model({"price": [[0.0]]}, [price, column.numeric_column("price")]),
    lambda: column.linear_model({"price": [[0.0]]}, [Neither()]),
    lambda: column.input_layer({"ids": tf.zeros([2, 1], tf.int64)}, [ids]),
    lambda: column.linear_model({"price": tf.constant(0.0)}, [price]),
    lambda: column.linear_model({"price": [[1.0], [2.0]]}, [column.numeric_column("price", 2)]),
    lambda: column.linear_model(
        {"price": [[1.0], [2.0]], "size": [[1.0]]}, [price, column.numeric_column("size")]
    ),
    lambda: column.input_layer(
        {"price": [[1.0], [2.0]], "size": [[1.0]]}, [price, column.numeric_column("size")]
    ),
    lambda: column.linear_model({"other": [[1.0]]}, [price]),
    lambda: column.linear_model({"ids": [[1]], "more": [[1]]}, shared),
    lambda: column.input_layer({"ids": [[1]], "more": [[1]]}, shared),
    lambda: layers.input_from_feature_columns({}, {"wire": wide}),
    lambda: layers.input_from_feature_columns(
        {"wire": tf.SparseTensor([[0, 0]], ["x"], [2, 2])},
        [layers.embedding_column(wide, 2), layers.embedding_column(wide, 2, "sum")],
    ),
    lambda: layers.input_from_feature_columns(
        {"wire": tf.SparseTensor([[0, 0]], ["x"], [2, 2])},
        [
            layers.embedding_column(wide, 2, initializer=tf.zeros_initializer()),
            layers.embedding_column(wide, 2, initializer=tf.ones_initializer()),
        ],
    ),
]
for number, attempt in enumerate(tries):
    message = "none"
    with tf.variable_scope("in_%d" % number):
        try:
            attempt()
        except ValueError as error:
            message = "error" if number == 6 else str(error)[:14]
    for character in " (:":
        message = message.replace(character, "_")
    tf.get_variable("%s_of_%d" % (message, number), [])
