"""tf.feature_column.input_layer: one scope for each column, in the order of their names."""

import tensorflow as tf

fc = tf.feature_column
features = {
    "age": tf.placeholder(tf.float32, [None, 1], "age"),
    "size": tf.placeholder(tf.float32, [None, 3], "size"),
    "job": tf.placeholder(tf.string, [None, 1], "job"),
    "city": tf.sparse_placeholder(tf.string, [None, None], "city"),
    "code": tf.placeholder(tf.int64, [None, 1], "code"),
    "weight": tf.placeholder(tf.float32, [None, 1], "weight"),
}
age = fc.numeric_column("age")
size = fc.numeric_column("size", shape=(3,), normalizer_fn=lambda x: x / 2.0)
buckets = fc.bucketized_column(age, boundaries=[18, 25, 60])
job = fc.categorical_column_with_vocabulary_list("job", ["cook", "smith", "judge"], num_oov_buckets=2)
city = fc.categorical_column_with_hash_bucket("city", hash_bucket_size=100)
code = fc.categorical_column_with_identity("code", num_buckets=7, default_value=0)
crossed = fc.crossed_column(["job", buckets], hash_bucket_size=50)
weighted = fc.weighted_categorical_column(code, "weight")
columns = [
    size,
    fc.embedding_column(city, dimension=8),
    age,
    buckets,
    fc.indicator_column(job),
    fc.indicator_column(crossed),
    fc.embedding_column(crossed, 4, trainable=False),
    fc.embedding_column(weighted, 5, initializer=tf.zeros_initializer()),
]
net = fc.input_layer(features, columns)
tf.get_variable("net", [net.shape[-1].value])
again = fc.input_layer(features, columns[:3])
tf.get_variable("again", [again.shape[-1].value])
with tf.variable_scope("tower"):
    fc.input_layer(features, [columns[1]], trainable=False)
    found = {}
    fc.input_layer(features, [columns[1], age], cols_to_vars=found, weight_collections=["kept"])
    tf.get_variable("found", [len(found), len(found[columns[1]]), len(tf.get_collection("kept"))])
for column in columns + [city, weighted, crossed]:
    tf.get_variable("names/" + column.name, [])
with tf.name_scope("ops"):
    tf.Variable(0.0, name="input_layer")
    fc.input_layer(features, [columns[1]])
tf.Variable(0.0, name="input_layer")
