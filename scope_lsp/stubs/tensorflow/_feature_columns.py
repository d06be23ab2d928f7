"""Feature columns that give tensors: their names, sizes and variables.

Not here: columns that give categories (`_categorical_columns`), the functions that make columns
(`_column_makers`), and the layers that take them (`feature_column`).  What happens to features
inside of a layer is not modelled op by op, for nobody sees names in there.

Modelled on feature_column/feature_column_v2.py, feature_column.py and sequence_feature_column.py
of TensorFlow 1.15.5.
"""

from collections import namedtuple

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._categorical_columns import CategoricalColumn, FeatureColumn, key_of
from tensorflow._dims import UNSURE, size
from tensorflow._get_variable import get_variable
from tensorflow._parsing import FixedLenFeature, VarLenFeature
from tensorflow._shape import as_dims, reveal
from tensorflow._tensor import Tensor, convert


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
        """Make variables as layers do: by `make(column, name, shape, trainable, initializer)`."""

    def _lookup(self, features, weights):
        batch = batch_of(features, self)
        inputs = inputs_of(features, self, () if weights is None else (weights,))
        return Tensor(
            _scope_lsp.current_name_scope() + "/Reshape",
            "Reshape",
            (batch,) + self._dims,
            dtype=_dtypes.float32,
            inputs=inputs,
        )


class SequenceDenseColumn:
    """A column that gives a tensor for each step of a sequence."""


def inputs_of(features, column, weights):
    """What a column's tensor is computed from: weights, and what it reads; None: not known."""
    key = key_of(column)
    if (
        not _scope_lsp.is_a(features, dict)
        or key not in features
        or not _scope_lsp.is_known(features[key])
    ):
        return None
    inputs = [getattr(features[key], "values", features[key])]
    for weight in weights:
        inputs.extend(weight._variable_list if hasattr(weight, "_variable_list") else [weight])
    return tuple(inputs)


def batch_of(features, column):
    """The batch size of what a column reads, as far as it is static."""
    key = key_of(column)
    if not _scope_lsp.is_a(features, dict) or key not in features:
        return UNSURE
    dims = getattr(features[key], "_dims", UNSURE)
    return dims[0] if isinstance(dims, tuple) and dims else dims


def shape_dims(shape):
    return as_dims(tuple(shape) if isinstance(shape, (list, tuple)) else (shape,))


class NumericColumn(
    DenseColumn,
    namedtuple("NumericColumn", ("key", "shape", "default_value", "dtype", "normalizer_fn")),
):
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
        if (
            self.normalizer_fn is not None
            and _scope_lsp.is_known(features)
            and self.key in features
        ):
            self.normalizer_fn(convert(features[self.key]))
        return self._lookup(features, None)


class BucketizedColumn(
    DenseColumn, CategoricalColumn, namedtuple("BucketizedColumn", ("source_column", "boundaries"))
):
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


class EmbeddingColumn(
    DenseColumn,
    SequenceDenseColumn,
    namedtuple(
        "EmbeddingColumn",
        (
            "categorical_column",
            "dimension",
            "combiner",
            "initializer",
            "ckpt_to_load_from",
            "tensor_name_in_ckpt",
            "max_norm",
            "trainable",
        ),
    ),
):
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
        weights = get_variable(
            "embedding_weights",
            (self.categorical_column.num_buckets, self.dimension),
            _dtypes.float32,
            initializer=self.initializer,
            trainable=self.trainable and trainable,
            collections=collections,
        )
        return self._lookup(features, weights)

    def create_state(self, make):
        make(
            self,
            "embedding_weights",
            (self.categorical_column.num_buckets, self.dimension),
            trainable=self.trainable,
            initializer=self.initializer,
        )


class SharedEmbeddingColumn(
    DenseColumn,
    SequenceDenseColumn,
    namedtuple(
        "_SharedEmbeddingColumn",
        (
            "categorical_column",
            "dimension",
            "combiner",
            "initializer",
            "shared_embedding_collection_name",
            "ckpt_to_load_from",
            "tensor_name_in_ckpt",
            "max_norm",
            "trainable",
        ),
    ),
):
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
        known = _scope_lsp.get_collection(key, None, None, chosen=False)
        if known:
            return self._lookup(features, known[0])
        weights = get_variable(
            "embedding_weights",
            (self.categorical_column.num_buckets, self.dimension),
            _dtypes.float32,
            initializer=self.initializer,
            trainable=self.trainable and trainable,
            collections=collections,
        )
        _scope_lsp.add_to_collection(key, weights, weights.name)
        return self._lookup(features, weights)


class IndicatorColumn(
    DenseColumn, SequenceDenseColumn, namedtuple("IndicatorColumn", ("categorical_column",))
):
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


class SequenceNumericColumn(
    FeatureColumn,
    SequenceDenseColumn,
    namedtuple(
        "SequenceNumericColumn", ("key", "shape", "default_value", "dtype", "normalizer_fn")
    ),
):
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
