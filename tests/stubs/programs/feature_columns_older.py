"""The linear models of TensorFlow's own older module of feature columns."""

import tensorflow as tf
from tensorflow.python.feature_column import feature_column as older

features = {"a": tf.constant([["x"], ["y"]]), "b": tf.constant([[1.0], [2.0]])}
letters = older._categorical_column_with_vocabulary_list("a", ["x", "y"])
columns = [letters, older._numeric_column("b")]
with tf.variable_scope("older"):
    older.input_layer(features, [older._embedding_column(letters, 3), columns[1]])
    found = {}
    older.linear_model(features, columns, cols_to_vars=found)
    model = older._LinearModel(columns)
    model(features)
tf.get_variable("count_%d_%d" % (len(found), len(model.cols_to_vars())), [])
tf.get_variable("called_" + model.name, [])
