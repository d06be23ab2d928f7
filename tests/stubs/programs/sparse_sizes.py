"""Parts of a sparse tensor that do not fit are refused, before more variables are made."""

import tensorflow as tf

PLACES = [[0, 0], [1, 0], [1, 1]]


def refused(what, make):
    try:
        make()
    except ValueError as error:
        text = str(error).replace(" ", "_")
        tf.get_variable("refused_" + what + "_" + text, [])
    else:
        tf.get_variable("made_" + what, [])


def features(count):
    places = [[0, 0], [0, 1], [1, 0], [1, 1]][:count]
    return {
        "ids": tf.SparseTensorValue(PLACES, [0, 2, 1], [2, 2]),
        "w": tf.SparseTensorValue(places, [0.5, 1.0, 0.1, 1.0][:count], [2, 2]),
    }


refused("right", lambda: tf.SparseTensor(PLACES, [1, 2, 3], [2, 2]))
refused("values", lambda: tf.SparseTensor(PLACES, [1, 2], [2, 2]))
refused("axes", lambda: tf.SparseTensor(PLACES, tf.zeros([3]), [2, 2, 2]))
refused("open", lambda: tf.SparseTensor(PLACES, tf.placeholder(tf.int64, [None]), [2, 2]))
ids = tf.feature_column.categorical_column_with_identity("ids", 3)
column = tf.feature_column.weighted_categorical_column(ids, "w")
refused("linear_3", lambda: tf.feature_column.linear_model(features(3), [column]))
refused("linear_4", lambda: tf.feature_column.linear_model(features(4), [column]))
open_weights = dict(features(3), w=tf.sparse_placeholder(tf.float32))
refused("placeholder", lambda: tf.feature_column.linear_model(open_weights, [column]))
