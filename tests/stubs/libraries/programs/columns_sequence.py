"""Sequence columns: tf.contrib.feature_column.sequence_input_layer and SequenceFeatures."""

import tensorflow as tf

fc = tf.feature_column
features = {
    "words": tf.sparse_placeholder(tf.string, [None, None], "words"),
    "marks": tf.sparse_placeholder(tf.float32, [None, None], "marks"),
    "ids": tf.sparse_placeholder(tf.int64, [None, None], "ids"),
}
words = fc.sequence_categorical_column_with_hash_bucket("words", 50)
ids = fc.sequence_categorical_column_with_identity("ids", 9)
listed = fc.sequence_categorical_column_with_vocabulary_list("words", ["a", "b"])
columns = [fc.embedding_column(words, 6), fc.indicator_column(ids)]
sequence, length = tf.contrib.feature_column.sequence_input_layer(features, columns)
tf.get_variable("sequence", [sequence.shape.ndims, sequence.shape[-1].value, length.shape.ndims])
sequence, length = tf.keras.experimental.SequenceFeatures(columns)(features)
tf.get_variable("layer", [sequence.shape.ndims, sequence.shape[-1].value, length.shape.ndims])
with tf.variable_scope("rnn"):
    x, _ = tf.contrib.feature_column.sequence_input_layer(features, [fc.embedding_column(listed, 3)])
