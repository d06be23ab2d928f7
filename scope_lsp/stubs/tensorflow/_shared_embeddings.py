"""Embeddings that columns of the second generation share: `shared_embedding_columns_v2`.

Not here: those of the first generation, which find their variable in a collection
(`_feature_columns`).

Modelled on feature_column/feature_column_v2.py of TensorFlow 1.15.5.
"""

from collections import namedtuple

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._feature_columns import DenseColumn, SequenceDenseColumn
from tensorflow._get_variable import get_variable
from tensorflow._shape import as_dims
from tensorflow._tensor import scope


class SharedEmbeddingColumnCreator:
    """What columns share: a variable in each graph, made when the first tensor is asked for."""

    def __init__(self, dimension, initializer, num_buckets, trainable, name):
        self.dimension = dimension
        self._initializer = initializer
        self._num_buckets = num_buckets
        self._trainable = trainable
        self._name = name
        self._of_graphs = []

    def __call__(self, categorical_column, combiner, max_norm):
        return SharedEmbeddingColumn(categorical_column, self, combiner, max_norm=max_norm)

    @property
    def name(self):
        return self._name

    @property
    def embedding_weights(self):
        graph = _scope_lsp.default_graph()
        for known, variable in self._of_graphs:
            if known is graph:
                return variable
        variable = get_variable(
            self._name,
            (self._num_buckets, self.dimension),
            _dtypes.float32,
            initializer=self._initializer,
            trainable=self._trainable,
        )
        self._of_graphs.append((graph, variable))
        return variable


def _refuse():
    raise ValueError(
        "SharedEmbeddingColumns are not supported in `linear_model` or `input_layer`. Please use "
        "`DenseFeatures` or `LinearModel` instead."
    )


class SharedEmbeddingColumn(
    DenseColumn,
    SequenceDenseColumn,
    namedtuple(
        "SharedEmbeddingColumn",
        ("categorical_column", "shared_embedding_column_creator", "combiner", "max_norm"),
    ),
):
    @property
    def name(self):
        return self.categorical_column.name + "_shared_embedding"

    @property
    def _dims(self):
        return as_dims((self.shared_embedding_column_creator.dimension,))

    @property
    def parents(self):
        return [self.categorical_column]

    def get_dense_tensor(self, transformation_cache, state_manager):
        with scope(self.name):
            weights = self.shared_embedding_column_creator.embedding_weights
            return self._lookup(transformation_cache, weights)

    @property
    def _variable_shape(self):
        return _refuse()

    def _get_dense_tensor(self, inputs, weight_collections=None, trainable=None):
        return _refuse()
