"""The kinds of feature columns: their names, sizes and variables.

Not here: the layers that take columns (`feature_column`).  What happens to the features inside of
a layer is not modelled op by op, for nobody sees names in there.

Modelled on feature_column/feature_column_v2.py, feature_column.py and sequence_feature_column.py
of TensorFlow 1.15.5.
"""

import math
from collections import namedtuple

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import UNSURE, is_int, size
from tensorflow._get_variable import get_variable
from tensorflow._init_ops import TruncatedNormal
from tensorflow._parsing import FixedLenFeature, FixedLenSequenceFeature, VarLenFeature
from tensorflow._shape import as_dims, reveal
from tensorflow._tensor import Tensor, convert, dtype_of


class FeatureColumn:
    @property
    def _var_scope_name(self):
        return self.name

    @property
    def parse_example_spec(self):
        return self.parents[0].parse_example_spec

    @property
    def _parse_example_spec(self):
        return self.parse_example_spec


class DenseColumn(FeatureColumn):
    """A column that gives a tensor; `_elements` is the size of its last dimension."""

    @property
    def variable_shape(self):
        return reveal(self._dims)

    @property
    def _variable_shape(self):
        return self.variable_shape

    @property
    def _elements(self):
        return size(self._dims)

    def _get_dense_tensor(self, features, collections, trainable):
        """The tensor of one column as the functions make it; may make variables."""
        return self._lookup(features, None)

    def create_state(self, make):
        """Make variables the way of layers: by `make(column, name, shape, trainable, initializer)`."""

    def _lookup(self, features, weights):
        batch = batch_of(features, self)
        inputs = inputs_of(features, self, () if weights is None else (weights,))
        return Tensor(_scope_lsp.current_name_scope() + "/Reshape", "Reshape", (batch,) + self._dims, _dtypes.float32, inputs=inputs)


class CategoricalColumn(FeatureColumn):
    """A column of ids below `num_buckets`."""

    @property
    def _num_buckets(self):
        return self.num_buckets

    @property
    def name(self):
        return self.key


class SequenceDenseColumn:
    """A column that gives a tensor for each step of a sequence."""


def _key_of(column):
    """The key of the first feature that a column reads."""
    while isinstance(column, FeatureColumn):
        column = column.parents[0]
    return column


def inputs_of(features, column, weights):
    """What a column's tensor is computed from: weights, and what it reads; None: not known."""
    key = _key_of(column)
    if not _scope_lsp.is_a(features, dict) or key not in features or not _scope_lsp.is_known(features[key]):
        return None
    inputs = [getattr(features[key], "values", features[key])]
    for weight in weights:
        inputs.extend(weight._variable_list if hasattr(weight, "_variable_list") else [weight])
    return tuple(inputs)


def batch_of(features, column):
    """The batch size of what a column reads, as far as it is static."""
    key = _key_of(column)
    if not _scope_lsp.is_a(features, dict) or key not in features:
        return UNSURE
    dims = getattr(features[key], "_dims", UNSURE)
    return dims[0] if isinstance(dims, tuple) and dims else dims


def shape_dims(shape):
    return as_dims(tuple(shape) if isinstance(shape, (list, tuple)) else (shape,))


class NumericColumn(DenseColumn, namedtuple("NumericColumn", ("key", "shape", "default_value", "dtype", "normalizer_fn"))):
    @property
    def name(self):
        return self.key

    @property
    def _dims(self):
        return shape_dims(self.shape)

    @property
    def parents(self):
        return [self.key]

    @property
    def parse_example_spec(self):
        return {self.key: FixedLenFeature(self.shape, self.dtype, self.default_value)}

    def _get_dense_tensor(self, features, collections, trainable):
        if self.normalizer_fn is not None and _scope_lsp.is_known(features) and self.key in features:
            self.normalizer_fn(convert(features[self.key]))
        return self._lookup(features, None)


class BucketizedColumn(DenseColumn, CategoricalColumn, namedtuple("BucketizedColumn", ("source_column", "boundaries"))):
    @property
    def name(self):
        return self.source_column.name + "_bucketized"

    @property
    def _dims(self):
        buckets = len(self.boundaries) + 1 if _scope_lsp.is_known(self.boundaries) else UNSURE
        return self.source_column._dims + (buckets,)

    @property
    def num_buckets(self):
        return size(self._dims)

    @property
    def parents(self):
        return [self.source_column]


class EmbeddingColumn(DenseColumn, SequenceDenseColumn, namedtuple("EmbeddingColumn", ("categorical_column", "dimension", "combiner", "initializer", "ckpt_to_load_from", "tensor_name_in_ckpt", "max_norm", "trainable"))):
    @property
    def name(self):
        return self.categorical_column.name + "_embedding"

    @property
    def _dims(self):
        return as_dims((self.dimension,))

    @property
    def parents(self):
        return [self.categorical_column]

    def _get_dense_tensor(self, features, collections, trainable):
        weights = get_variable("embedding_weights", (self.categorical_column.num_buckets, self.dimension), _dtypes.float32, self.initializer, trainable=self.trainable and trainable, collections=collections)
        return self._lookup(features, weights)

    def create_state(self, make):
        make(self, "embedding_weights", (self.categorical_column.num_buckets, self.dimension), self.trainable, self.initializer)


class SharedEmbeddingColumn(DenseColumn, SequenceDenseColumn, namedtuple("_SharedEmbeddingColumn", ("categorical_column", "dimension", "combiner", "initializer", "shared_embedding_collection_name", "ckpt_to_load_from", "tensor_name_in_ckpt", "max_norm", "trainable"))):
    @property
    def name(self):
        return self.categorical_column.name + "_shared_embedding"

    @property
    def _var_scope_name(self):
        return self.shared_embedding_collection_name

    @property
    def _dims(self):
        return as_dims((self.dimension,))

    @property
    def parents(self):
        return [self.categorical_column]

    def _get_dense_tensor(self, features, collections, trainable):
        key = self.shared_embedding_collection_name
        known = _scope_lsp.get_collection(key, None, None, False)
        if known:
            return self._lookup(features, known[0])
        weights = get_variable("embedding_weights", (self.categorical_column.num_buckets, self.dimension), _dtypes.float32, self.initializer, trainable=self.trainable and trainable, collections=collections)
        _scope_lsp.add_to_collection(key, weights, weights.name)
        return self._lookup(features, weights)


class HashedCategoricalColumn(CategoricalColumn, namedtuple("HashedCategoricalColumn", ("key", "hash_bucket_size", "dtype"))):
    @property
    def num_buckets(self):
        return self.hash_bucket_size

    @property
    def parents(self):
        return [self.key]

    @property
    def parse_example_spec(self):
        return {self.key: VarLenFeature(self.dtype)}


class IdentityCategoricalColumn(CategoricalColumn, namedtuple("IdentityCategoricalColumn", ("key", "number_buckets", "default_value"))):
    @property
    def num_buckets(self):
        return self.number_buckets

    @property
    def parents(self):
        return [self.key]

    @property
    def parse_example_spec(self):
        return {self.key: VarLenFeature(_dtypes.int64)}


class VocabularyCategoricalColumn(CategoricalColumn, namedtuple("VocabularyCategoricalColumn", ("key", "vocabulary_size", "num_oov_buckets", "dtype"))):
    """Of a list or a file; the size of a file that is not said is not known."""

    @property
    def num_buckets(self):
        return self.vocabulary_size + self.num_oov_buckets

    @property
    def parents(self):
        return [self.key]

    @property
    def parse_example_spec(self):
        return {self.key: VarLenFeature(self.dtype)}


class WeightedCategoricalColumn(CategoricalColumn, namedtuple("WeightedCategoricalColumn", ("categorical_column", "weight_feature_key", "dtype"))):
    @property
    def name(self):
        return self.categorical_column.name + "_weighted_by_" + self.weight_feature_key

    @property
    def num_buckets(self):
        return self.categorical_column.num_buckets

    @property
    def parents(self):
        return [self.categorical_column, self.weight_feature_key]

    @property
    def parse_example_spec(self):
        spec = dict(self.categorical_column.parse_example_spec)
        spec[self.weight_feature_key] = VarLenFeature(self.dtype)
        return spec


class CrossedColumn(CategoricalColumn, namedtuple("CrossedColumn", ("keys", "hash_bucket_size", "hash_key"))):
    @property
    def name(self):
        return "_X_".join(sorted([leaf.name if isinstance(leaf, FeatureColumn) else leaf for leaf in self._leaves()]))

    def _leaves(self):
        leaves = []
        for key in self.keys:
            if isinstance(key, CrossedColumn):
                leaves.extend(key._leaves())
            else:
                leaves.append(key)
        return leaves

    @property
    def num_buckets(self):
        return self.hash_bucket_size

    @property
    def parents(self):
        return list(self.keys)

    @property
    def parse_example_spec(self):
        spec = {}
        for key in self.keys:
            spec.update(key.parse_example_spec if isinstance(key, FeatureColumn) else {key: VarLenFeature(_dtypes.string)})
        return spec


class IndicatorColumn(DenseColumn, SequenceDenseColumn, namedtuple("IndicatorColumn", ("categorical_column",))):
    @property
    def name(self):
        return self.categorical_column.name + "_indicator"

    @property
    def _dims(self):
        return (1,) + as_dims((self.categorical_column.num_buckets,))

    @property
    def parents(self):
        return [self.categorical_column]

    def _lookup(self, features, weights):
        result = DenseColumn._lookup(self, features, weights)
        result._dims = (result._dims[0], result._dims[-1])
        return result


class SequenceCategoricalColumn(CategoricalColumn, namedtuple("SequenceCategoricalColumn", ("categorical_column",))):
    @property
    def name(self):
        return self.categorical_column.name

    @property
    def num_buckets(self):
        return self.categorical_column.num_buckets

    @property
    def parents(self):
        return [self.categorical_column]


class SequenceNumericColumn(FeatureColumn, SequenceDenseColumn, namedtuple("SequenceNumericColumn", ("key", "shape", "default_value", "dtype", "normalizer_fn"))):
    @property
    def name(self):
        return self.key

    @property
    def _dims(self):
        return shape_dims(self.shape)

    @property
    def _elements(self):
        return size(self._dims)

    @property
    def variable_shape(self):
        return reveal(self._dims)

    @property
    def parents(self):
        return [self.key]

    @property
    def parse_example_spec(self):
        return {self.key: VarLenFeature(self.dtype)}

    def _get_dense_tensor(self, features, collections, trainable):
        return None

    def create_state(self, make):
        """Nothing to make."""


def numeric_column(key, shape=(1,), default_value=None, dtype=_dtypes.float32, normalizer_fn=None):
    return NumericColumn(key, tuple(shape) if isinstance(shape, (list, tuple)) else (shape,), default_value, dtype_of(dtype), normalizer_fn)


def bucketized_column(source_column, boundaries):
    return BucketizedColumn(source_column, tuple(boundaries))


def _default_initializer(initializer, dimension):
    if initializer is not None:
        return initializer
    return TruncatedNormal(0.0, 1 / math.sqrt(dimension) if is_int(dimension) else None)


def embedding_column(categorical_column, dimension, combiner="mean", initializer=None, ckpt_to_load_from=None, tensor_name_in_ckpt=None, max_norm=None, trainable=True):
    if dimension is None or dimension < 1:
        raise ValueError("Invalid dimension %s." % (dimension,))
    return EmbeddingColumn(categorical_column, dimension, combiner, _default_initializer(initializer, dimension), ckpt_to_load_from, tensor_name_in_ckpt, max_norm, trainable)


def shared_embedding_columns(categorical_columns, dimension, combiner="mean", initializer=None, shared_embedding_collection_name=None, ckpt_to_load_from=None, tensor_name_in_ckpt=None, max_norm=None, trainable=True):
    if dimension is None or dimension < 1:
        raise ValueError("Invalid dimension %s." % (dimension,))
    initializer = _default_initializer(initializer, dimension)
    if not shared_embedding_collection_name:
        names = sorted([column.name for column in categorical_columns])
        shared_embedding_collection_name = "_".join(names) + "_shared_embedding"
    return [SharedEmbeddingColumn(column, dimension, combiner, initializer, shared_embedding_collection_name, ckpt_to_load_from, tensor_name_in_ckpt, max_norm, trainable) for column in categorical_columns]


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


def categorical_column_with_vocabulary_list(key, vocabulary_list, dtype=None, default_value=-1, num_oov_buckets=0):
    first = vocabulary_list[0]
    if dtype is None:
        dtype = _dtypes.string if _scope_lsp.is_a(first, (str, bytes)) else _dtypes.int64
    return VocabularyCategoricalColumn(key, len(vocabulary_list), num_oov_buckets, dtype_of(dtype))


def categorical_column_with_vocabulary_file(key, vocabulary_file, vocabulary_size=None, num_oov_buckets=0, default_value=None, dtype=_dtypes.string):
    if vocabulary_size is None:
        vocabulary_size = _scope_lsp.unknown("the length of a vocabulary file")
    return VocabularyCategoricalColumn(key, vocabulary_size, num_oov_buckets, dtype_of(dtype))


def _sequence(function, takes):
    @_scope_lsp.takes(takes)
    def column(*args, **kwargs):
        return SequenceCategoricalColumn(function(*args, **kwargs))

    return column


sequence_categorical_column_with_hash_bucket = _sequence(categorical_column_with_hash_bucket, lambda key, hash_bucket_size, dtype=None: 0)
sequence_categorical_column_with_identity = _sequence(categorical_column_with_identity, lambda key, num_buckets, default_value=None: 0)
sequence_categorical_column_with_vocabulary_list = _sequence(categorical_column_with_vocabulary_list, lambda key, vocabulary_list, dtype=None, default_value=None, num_oov_buckets=None: 0)
sequence_categorical_column_with_vocabulary_file = _sequence(categorical_column_with_vocabulary_file, lambda key, vocabulary_file, vocabulary_size=None, num_oov_buckets=None, default_value=None, dtype=None: 0)


def sequence_numeric_column(key, shape=(1,), default_value=0.0, dtype=_dtypes.float32, normalizer_fn=None):
    return SequenceNumericColumn(key, tuple(shape) if isinstance(shape, (list, tuple)) else (shape,), default_value, dtype_of(dtype), normalizer_fn)


def make_parse_example_spec(feature_columns):
    spec = {}
    for column in feature_columns:
        spec.update(column.parse_example_spec)
    return spec
