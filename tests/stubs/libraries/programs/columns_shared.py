"""Columns that share their embedding, layers under reuse, partitioned embeddings."""

import tensorflow as tf

fc = tf.feature_column
features = {name: tf.placeholder(tf.string, [None, 1], name) for name in ("b", "a", "c")}
a, b, c = [fc.categorical_column_with_hash_bucket(name, 10) for name in ("a", "b", "c")]
both = fc.shared_embedding_columns([b, a], dimension=3)
for column in both:
    tf.get_variable("names/" + column.name, [])
fc.input_layer(features, both)
with tf.variable_scope("named"):
    named = fc.shared_embedding_columns([b, a], 4, shared_embedding_collection_name="words")
    fc.input_layer(features, named + [fc.embedding_column(c, 2)])
with tf.variable_scope("model", reuse=tf.AUTO_REUSE):
    fc.input_layer(features, [fc.embedding_column(c, 2)])
with tf.variable_scope("model", reuse=True):
    fc.input_layer(features, [fc.embedding_column(c, 2)])


def tower(x):
    return fc.input_layer(x, [fc.embedding_column(c, 2)])


shared = tf.make_template("shared", tower)
shared(features)
shared(features)
with tf.variable_scope("parts", partitioner=tf.fixed_size_partitioner(2)):
    fc.input_layer(features, [fc.embedding_column(c, 2)])
    fc.linear_model(features, [a, b])
