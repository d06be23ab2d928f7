"""The functions that make feature columns: `tf.feature_column.numeric_column` and its like.

Modelled on feature_column/feature_column_v2.py of TensorFlow 1.15.5.
"""

import math

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._categorical_columns import (
    CrossedColumn,
    HashedCategoricalColumn,
    IdentityCategoricalColumn,
    SequenceCategoricalColumn,
    VocabularyCategoricalColumn,
    WeightedCategoricalColumn,
)
from tensorflow._dims import is_int
from tensorflow._feature_columns import (
    BucketizedColumn,
    EmbeddingColumn,
    IndicatorColumn,
    NumericColumn,
    SequenceNumericColumn,
    SharedEmbeddingColumn,
)
from tensorflow._init_ops import TruncatedNormal
from tensorflow._shared_embeddings import SharedEmbeddingColumnCreator
from tensorflow._tensor import dtype_of


def _nested(value):
    """A default value as TensorFlow keeps it: tuples in place of lists."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return tuple([_nested(item) for item in value])
    return value


def numeric_column(key, shape=(1,), default_value=None, dtype=_dtypes.float32, normalizer_fn=None):
    return NumericColumn(
        key,
        tuple(shape) if isinstance(shape, (list, tuple)) else (shape,),
        _nested(default_value),
        dtype=dtype_of(dtype),
        normalizer_fn=normalizer_fn,
    )


def bucketized_column(source_column, boundaries):
    return BucketizedColumn(source_column, tuple(boundaries))


def _default_initializer(initializer, dimension):
    if initializer is not None:
        return initializer
    return TruncatedNormal(0.0, 1 / math.sqrt(dimension) if is_int(dimension) else None)


def embedding_column(
    categorical_column,
    dimension,
    combiner="mean",
    initializer=None,
    ckpt_to_load_from=None,
    tensor_name_in_ckpt=None,
    max_norm=None,
    trainable=True,
):
    if dimension is None or dimension < 1:
        raise ValueError("Invalid dimension %s." % (dimension,))
    return EmbeddingColumn(
        categorical_column,
        dimension,
        combiner,
        initializer=_default_initializer(initializer, dimension),
        ckpt_to_load_from=ckpt_to_load_from,
        tensor_name_in_ckpt=tensor_name_in_ckpt,
        max_norm=max_norm,
        trainable=trainable,
    )


def shared_embedding_columns(
    categorical_columns,
    dimension,
    combiner="mean",
    initializer=None,
    shared_embedding_collection_name=None,
    ckpt_to_load_from=None,
    tensor_name_in_ckpt=None,
    max_norm=None,
    trainable=True,
):
    if dimension is None or dimension < 1:
        raise ValueError("Invalid dimension %s." % (dimension,))
    initializer = _default_initializer(initializer, dimension)
    name = _shared_name(categorical_columns, shared_embedding_collection_name)
    return [
        SharedEmbeddingColumn(
            column,
            dimension,
            combiner,
            initializer=initializer,
            shared_embedding_collection_name=name,
            ckpt_to_load_from=ckpt_to_load_from,
            tensor_name_in_ckpt=tensor_name_in_ckpt,
            max_norm=max_norm,
            trainable=trainable,
        )
        for column in categorical_columns
    ]


def shared_embedding_columns_v2(
    categorical_columns,
    dimension,
    combiner="mean",
    initializer=None,
    shared_embedding_collection_name=None,
    ckpt_to_load_from=None,
    tensor_name_in_ckpt=None,
    max_norm=None,
    trainable=True,
):
    if dimension is None or dimension < 1:
        raise ValueError("Invalid dimension %s." % (dimension,))
    creator = SharedEmbeddingColumnCreator(
        dimension,
        _default_initializer(initializer, dimension),
        categorical_columns[0].num_buckets,
        trainable=trainable,
        name=_shared_name(categorical_columns, shared_embedding_collection_name),
    )
    return [creator(column, combiner, max_norm) for column in categorical_columns]


def _shared_name(categorical_columns, given):
    names = sorted([column.name for column in categorical_columns])
    return given or "_".join(names) + "_shared_embedding"


def indicator_column(categorical_column):
    return IndicatorColumn(categorical_column)


def weighted_categorical_column(categorical_column, weight_feature_key, dtype=_dtypes.float32):
    return WeightedCategoricalColumn(categorical_column, weight_feature_key, dtype_of(dtype))


def crossed_column(keys, hash_bucket_size, hash_key=None):
    return CrossedColumn(tuple(keys), hash_bucket_size, hash_key)


def categorical_column_with_hash_bucket(key, hash_bucket_size, dtype=_dtypes.string):
    return HashedCategoricalColumn(key, hash_bucket_size, dtype_of(dtype))


def categorical_column_with_identity(key, num_buckets, default_value=None):
    return IdentityCategoricalColumn(key, num_buckets, default_value)


def categorical_column_with_vocabulary_list(
    key, vocabulary_list, dtype=None, default_value=-1, num_oov_buckets=0
):
    first = vocabulary_list[0]
    if dtype is None:
        dtype = _dtypes.string if _scope_lsp.is_a(first, (str, bytes)) else _dtypes.int64
    return VocabularyCategoricalColumn(
        key, len(vocabulary_list), num_oov_buckets, dtype=dtype_of(dtype)
    )


def categorical_column_with_vocabulary_file(
    key,
    vocabulary_file,
    vocabulary_size=None,
    num_oov_buckets=0,
    default_value=None,
    dtype=_dtypes.string,
):
    if vocabulary_size is None:
        vocabulary_size = _scope_lsp.unknown("the length of a vocabulary file")
    return VocabularyCategoricalColumn(key, vocabulary_size, num_oov_buckets, dtype=dtype_of(dtype))


def _sequence(function, takes):
    @_scope_lsp.takes(takes)
    def column(*args, **kwargs):
        return SequenceCategoricalColumn(function(*args, **kwargs))

    return column


sequence_categorical_column_with_hash_bucket = _sequence(
    categorical_column_with_hash_bucket, lambda key, hash_bucket_size, dtype=None: 0
)
sequence_categorical_column_with_identity = _sequence(
    categorical_column_with_identity, lambda key, num_buckets, default_value=None: 0
)
sequence_categorical_column_with_vocabulary_list = _sequence(
    categorical_column_with_vocabulary_list,
    lambda key, vocabulary_list, dtype=None, default_value=None, num_oov_buckets=None: 0,
)


def _parameters_of_sequence_categorical_column_with_vocabulary_file(
    key, vocabulary_file, vocabulary_size=None, num_oov_buckets=None, default_value=None, dtype=None
): ...


sequence_categorical_column_with_vocabulary_file = _sequence(
    categorical_column_with_vocabulary_file,
    _parameters_of_sequence_categorical_column_with_vocabulary_file,
)


def sequence_numeric_column(
    key, shape=(1,), default_value=0.0, dtype=_dtypes.float32, normalizer_fn=None
):
    return SequenceNumericColumn(
        key,
        tuple(shape) if isinstance(shape, (list, tuple)) else (shape,),
        default_value,
        dtype=dtype_of(dtype),
        normalizer_fn=normalizer_fn,
    )


def make_parse_example_spec(feature_columns):
    spec = {}
    for column in feature_columns:
        spec.update(column.parse_example_spec)
    return spec
