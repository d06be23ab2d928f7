"""Feature columns that give categories: what each makes, and what is parsed for it.

Modelled on feature_column/feature_column_v2.py of TensorFlow 1.15.5.
"""

from collections import namedtuple

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._parsing import VarLenFeature
from tensorflow._sparse_ops import count_of, fit


class FeatureColumn:
    """What every column is.  Programs derive columns of their own, of either generation."""

    @property
    def _var_scope_name(self):
        return self.name

    @property
    def parse_example_spec(self):
        return self.parents[0].parse_example_spec

    @property
    def _parse_example_spec(self):
        return self.parse_example_spec

    def _transform_feature(self, inputs):
        return _scope_lsp.unknown("what a feature column makes of a feature")

    def transform_feature(self, transformation_cache, state_manager):
        return self._transform_feature(transformation_cache)

    def create_state(self, state_manager):
        """Make variables as layers do."""


class CategoricalColumn(FeatureColumn):
    """A column of ids below `num_buckets`."""

    IdWeightPair = namedtuple("IdWeightPair", ("id_tensor", "weight_tensor"))

    @property
    def _num_buckets(self):
        return self.num_buckets

    @property
    def name(self):
        return self.key

    def _get_sparse_tensors(self, inputs, weight_collections=None, trainable=None):
        return CategoricalColumn.IdWeightPair(self._transform_feature(inputs), None)

    def get_sparse_tensors(self, transformation_cache, state_manager):
        return self._get_sparse_tensors(transformation_cache)


def key_of(column):
    """The key of the first feature that a column reads; None: not known."""
    while isinstance(column, FeatureColumn):
        try:
            column = column.parents[0]
        except Exception:  # a program's own column need not say
            return None
    return column


class HashedCategoricalColumn(
    CategoricalColumn, namedtuple("HashedCategoricalColumn", ("key", "hash_bucket_size", "dtype"))
):
    @property
    def num_buckets(self):
        return self.hash_bucket_size

    @property
    def parents(self):
        return [self.key]

    @property
    def parse_example_spec(self):
        return {self.key: VarLenFeature(self.dtype)}


class IdentityCategoricalColumn(
    CategoricalColumn,
    namedtuple("IdentityCategoricalColumn", ("key", "number_buckets", "default_value")),
):
    @property
    def num_buckets(self):
        return self.number_buckets

    @property
    def parents(self):
        return [self.key]

    @property
    def parse_example_spec(self):
        return {self.key: VarLenFeature(_dtypes.int64)}


class VocabularyCategoricalColumn(
    CategoricalColumn,
    namedtuple(
        "VocabularyCategoricalColumn", ("key", "vocabulary_size", "num_oov_buckets", "dtype")
    ),
):
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


class WeightedCategoricalColumn(
    CategoricalColumn,
    namedtuple("WeightedCategoricalColumn", ("categorical_column", "weight_feature_key", "dtype")),
):
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

    def _get_sparse_tensors(self, inputs, weight_collections=None, trainable=None):
        key = getattr(self.categorical_column, "key", None)
        if _scope_lsp.is_a(key, str):
            fit(count_of(inputs.get(key)), count_of(inputs.get(self.weight_feature_key)))
        made = _scope_lsp.unknown("what a feature column makes of a feature")
        return CategoricalColumn.IdWeightPair(made, made)


class CrossedColumn(
    CategoricalColumn, namedtuple("CrossedColumn", ("keys", "hash_bucket_size", "hash_key"))
):
    @property
    def name(self):
        return "_X_".join(
            sorted(
                [leaf.name if isinstance(leaf, FeatureColumn) else leaf for leaf in self._leaves()]
            )
        )

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

    def _get_sparse_tensors(self, inputs, weight_collections=None, trainable=None):
        for key in self._leaves():
            if isinstance(key, CategoricalColumn):
                pair = key._get_sparse_tensors(inputs)
                if _scope_lsp.is_known(pair.weight_tensor) and pair.weight_tensor is not None:
                    raise ValueError(
                        "crossed_column does not support weight_tensor, but the given column "
                        "populates weight_tensor. Given column: {}".format(key.name)
                    )
        return CategoricalColumn._get_sparse_tensors(self, inputs)

    @property
    def parse_example_spec(self):
        spec = {}
        for key in self.keys:
            spec.update(
                key.parse_example_spec
                if isinstance(key, FeatureColumn)
                else {key: VarLenFeature(_dtypes.string)}
            )
        return spec


class SequenceCategoricalColumn(
    CategoricalColumn, namedtuple("SequenceCategoricalColumn", ("categorical_column",))
):
    @property
    def name(self):
        return self.categorical_column.name

    @property
    def num_buckets(self):
        return self.categorical_column.num_buckets

    @property
    def parents(self):
        return [self.categorical_column]
