"""tf.feature_column.linear_model: weights for each column and one bias."""

import tensorflow as tf

fc = tf.feature_column
features = {
    "age": tf.placeholder(tf.float32, [None, 2], "age"),
    "job": tf.placeholder(tf.string, [None, 1], "job"),
    "code": tf.placeholder(tf.int64, [None, 1], "code"),
}
age = fc.numeric_column("age", shape=(2,))
job = fc.categorical_column_with_hash_bucket("job", 100)
code = fc.categorical_column_with_identity("code", 7)
buckets = fc.bucketized_column(age, [0.0, 1.0])
columns = [job, age, code, buckets, fc.crossed_column(["job", code], 30)]
y = fc.linear_model(features, columns)
tf.get_variable("y", y.shape[1:].as_list())
y = fc.linear_model(features, columns, units=3)
tf.get_variable("y3", y.shape[1:].as_list())
with tf.variable_scope("wide"):
    found = {}
    fc.linear_model(features, [job, fc.embedding_column(code, 4)], cols_to_vars=found, trainable=False)
    tf.get_variable("found", [len(found), len(found["bias"])])
with tf.variable_scope("again", reuse=tf.AUTO_REUSE):
    fc.linear_model(features, [job])
    fc.linear_model(features, [job])
tf.get_variable("specs", [len(fc.make_parse_example_spec(columns))])
