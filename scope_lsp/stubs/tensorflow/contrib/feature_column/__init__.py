"""`tf.contrib.feature_column`: the input layer of sequences.

Modelled on contrib/feature_column/python/feature_column/sequence_feature_column.py of
TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._column_inputs import builder_of, columns_of
from tensorflow._feature_layers import sequence_outputs
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variable_scope import variable_scope
from tensorflow.feature_column import (
    _collections,
    _values,
    sequence_categorical_column_with_hash_bucket,
    sequence_categorical_column_with_identity,
    sequence_categorical_column_with_vocabulary_file,
    sequence_categorical_column_with_vocabulary_list,
    sequence_numeric_column,
)


def sequence_input_layer(features, feature_columns, weight_collections=None, trainable=True):
    columns = columns_of(feature_columns)
    collections = _collections(weight_collections)
    with variable_scope(None, "sequence_input_layer", values=_values(features)):
        for column in columns:
            with variable_scope(None, default_name=column._var_scope_name):
                column._get_dense_tensor(builder_of(features), collections, trainable)
        return sequence_outputs(columns, features)


def __getattr__(name):
    return _lookup("contrib.feature_column." + name)
