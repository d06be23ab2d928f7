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
from tensorflow._column_inputs import builder_of, collect, is_sparse
from tensorflow._dims import UNSURE, is_int, size
from tensorflow._get_variable import get_variable
from tensorflow._parsing import FixedLenFeature, VarLenFeature
from tensorflow._shape import as_dims, reveal
from tensorflow._sparse_ops import SparseTensorValue
from tensorflow._tensor import Tensor, create, is_tensor


class DenseColumn(FeatureColumn):
    """A column that gives a tensor; `_elements` is the size of its last dimension."""

    @property
    def variable_shape(self):
        return reveal(self._dims)

    @property
    def _variable_shape(self):
        return self.variable_shape

    @property
    def _dims(self):
        return as_dims(self._variable_shape)

    @property
    def _elements(self):
        return size(self._dims)

    def _get_dense_tensor(self, inputs, weight_collections=None, trainable=None):
        """The tensor of one column as the functions make it; may make variables."""
        return self._lookup(inputs, None)

    def get_dense_tensor(self, transformation_cache, state_manager):
        """The tensor as layers make it, with the variables that `create_state` made."""
        return self._lookup(transformation_cache, None)

    def _lookup(self, inputs, weights):
        return Tensor(
            _scope_lsp.current_name_scope() + "/Reshape",
            "Reshape",
            (batch_of(inputs, self),) + self._dims,
            dtype=_dtypes.float32,
            inputs=inputs_of(inputs, self, () if weights is None else (weights,)),
        )


class SequenceDenseColumn(FeatureColumn):
    """A column that gives a tensor for each step of a sequence."""


def _feature_of(features, column):
    """The feature that a column reads, if it is known."""
    features = builder_of(features)._features
    key = key_of(column)
    if not _scope_lsp.is_a(features, dict) or not _scope_lsp.is_known(key) or key is None:
        return None
    if not _scope_lsp.is_known(key in features) or key not in features:
        return None
    return features[key] if _scope_lsp.is_known(features[key]) else None


def inputs_of(features, column, weights):
    """What a column's tensor is computed from: weights, and what it reads; None: not known."""
    feature = _feature_of(features, column)
    if feature is None:
        return None
    inputs = [getattr(feature, "values", feature)]
    for weight in weights:
        inputs.extend(weight._variable_list if hasattr(weight, "_variable_list") else [weight])
    return tuple(inputs)


def batch_of(features, column):
    """The batch size of what a column reads, as far as it is static."""
    feature = _feature_of(features, column)
    if isinstance(feature, (list, tuple)) and not isinstance(feature, SparseTensorValue):
        return len(feature)
    return _first_of(feature)


def _first_of(tensor):
    dims = getattr(tensor, "_dims", UNSURE)
    if dims is None:
        return None
    return dims[0] if isinstance(dims, tuple) and dims else UNSURE


def flattened(tensor, column):
    """A column's tensor as a matrix of a row for each example."""
    dims = getattr(tensor, "_dims", UNSURE)
    batch, elements, whole = _first_of(tensor), column._elements, size(dims)
    if is_int(batch) and is_int(elements) and is_int(whole) and whole != batch * elements:
        raise ValueError(
            "Cannot reshape a tensor with %d elements to shape [%d,%d] (%d elements)"
            % (whole, batch, elements, batch * elements)
        )
    return create("Reshape", None, (batch, elements), dtype=_dtypes.float32, inputs=(tensor,))


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

    def _transform_feature(self, inputs):
        tensor = inputs.get(self.key)
        if is_sparse(tensor):
            raise ValueError(
                "The corresponding Tensor of numerical column must be a Tensor. SparseTensor is "
                "not supported. key: {}".format(self.key)
            )
        return tensor if self.normalizer_fn is None else self.normalizer_fn(tensor)

    def _get_dense_tensor(self, inputs, weight_collections=None, trainable=None):
        tensor = inputs.get(self)
        return tensor if is_tensor(tensor) else self._lookup(inputs, None)

    def get_dense_tensor(self, transformation_cache, state_manager):
        return self._get_dense_tensor(transformation_cache)


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

    def _get_dense_tensor(self, inputs, weight_collections=None, trainable=None):
        weights = get_variable(
            "embedding_weights",
            (self.categorical_column._num_buckets, self.dimension),
            _dtypes.float32,
            initializer=self.initializer,
            trainable=self.trainable and (trainable is None or trainable),
        )
        collect(weights, weight_collections)
        return self._lookup(inputs, weights)

    def create_state(self, state_manager):
        state_manager.create_variable(
            self,
            name="embedding_weights",
            shape=(self.categorical_column.num_buckets, self.dimension),
            dtype=_dtypes.float32,
            trainable=self.trainable,
            use_resource=True,
            initializer=self.initializer,
        )

    def get_dense_tensor(self, transformation_cache, state_manager):
        weights = state_manager.get_variable(self, name="embedding_weights")
        return self._lookup(transformation_cache, weights)


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

    def _get_dense_tensor(self, inputs, weight_collections=None, trainable=None):
        key = self.shared_embedding_collection_name
        known = _scope_lsp.get_collection(key, None, None, chosen=False)
        if known:
            return self._lookup(inputs, known[0])
        weights = get_variable(
            "embedding_weights",
            (self.categorical_column._num_buckets, self.dimension),
            _dtypes.float32,
            initializer=self.initializer,
            trainable=self.trainable and (trainable is None or trainable),
            collections=weight_collections,
        )
        _scope_lsp.add_to_collection(key, weights, weights.name)
        return self._lookup(inputs, weights)


class IndicatorColumn(
    DenseColumn, SequenceDenseColumn, namedtuple("IndicatorColumn", ("categorical_column",))
):
    @property
    def name(self):
        return self.categorical_column.name + "_indicator"

    @property
    def _dims(self):
        return (1,) + as_dims((self.categorical_column._num_buckets,))

    @property
    def parents(self):
        return [self.categorical_column]

    def _lookup(self, inputs, weights):
        result = DenseColumn._lookup(self, inputs, weights)
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

    def _get_dense_tensor(self, inputs, weight_collections=None, trainable=None):
        return None

    def create_state(self, state_manager):
        """Nothing to make."""
