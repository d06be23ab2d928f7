"""tf.keras.layers.DenseFeatures: variables in variable scopes of the layer's and the columns' names."""

import tensorflow as tf

fc = tf.feature_column
features = {
    "age": tf.placeholder(tf.float32, [None, 1], "age"),
    "job": tf.placeholder(tf.string, [None, 1], "job"),
}
job = fc.categorical_column_with_hash_bucket("job", 100)
columns = [fc.embedding_column(job, 8), fc.numeric_column("age")]
layer = tf.keras.layers.DenseFeatures(columns)
x = layer(features)
tf.get_variable("x", [x.shape[-1].value])
layer(features)
tf.keras.layers.DenseFeatures(columns)(features)
with tf.variable_scope("scope"):
    named = tf.keras.layers.DenseFeatures(columns, name="deep", trainable=False)
    named(features)
with tf.variable_scope("parts", partitioner=tf.fixed_size_partitioner(2)):
    tf.keras.layers.DenseFeatures(columns)(features)
with tf.name_scope("ops"):
    tf.keras.layers.DenseFeatures(columns)(features)
    tf.keras.layers.Dense(2)(x)
tf.get_variable("weights", [len(layer.weights), len(named.trainable_weights)])
