"""What feature columns read and where layers keep what they make; which columns are refused.

Modelled on feature_column/{feature_column,feature_column_v2}.py of TensorFlow 1.15.5
(_LazyBuilder, FeatureTransformationCache, StateManager, _verify_static_batch_size_equality).
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import expand_dims
from tensorflow._categorical_columns import FeatureColumn
from tensorflow._dims import UNSURE, is_int
from tensorflow._get_variable import get_variable
from tensorflow._sparse_ops import SparseTensor, SparseTensorValue
from tensorflow._tensor import convert


def columns_of(feature_columns, kind="_FeatureColumn"):
    """The columns by name; what is not known is left out, and said (_normalize_feature_columns)."""
    if not _scope_lsp.is_known(feature_columns):
        _scope_lsp.give_up("feature columns that are not known")
        return []
    if isinstance(feature_columns, FeatureColumn):
        feature_columns = [feature_columns]
    if isinstance(feature_columns, dict):
        raise ValueError("Expected feature_columns to be iterable, found dict.")
    feature_columns = list(feature_columns)
    known = []
    for column in feature_columns:
        if _scope_lsp.is_a(column, FeatureColumn):
            known.append(column)
        elif _scope_lsp.is_known(column) and _scope_lsp.is_known(isinstance(column, FeatureColumn)):
            raise ValueError(
                "Items of feature_columns must be a %s. Given (type %s): %s."
                % (kind, type(column), column)
            )
        else:
            _scope_lsp.give_up("a feature column that is not known")
    if _scope_lsp.is_known(feature_columns) and not feature_columns:
        raise ValueError("feature_columns must not be empty.")
    named = [column for column in known if _scope_lsp.is_known(column.name < "")]
    others = [column for column in known if not _scope_lsp.is_known(column.name < "")]
    by_name = {}
    for column in named:
        if column.name in by_name:
            raise ValueError(
                "Duplicate feature column name found for columns: %s and %s. This usually means "
                "that these columns refer to same base feature. Either one must be discarded or "
                "a duplicated but renamed item must be inserted in features dict."
                % (column, by_name[column.name])
            )
        by_name[column.name] = column
    return sorted(named, key=lambda column: column.name) + others


class LazyBuilder:
    """Features by key, and what columns made of them; `get` makes what was not asked for before."""

    def __init__(self, features):
        self._features = features.copy() if _scope_lsp.is_a(features, dict) else features
        self._feature_tensors = {}

    def get(self, key, state_manager=None):
        if not _scope_lsp.is_a(self._features, dict):
            return _scope_lsp.unknown("features that are not known")
        for made in self._feature_tensors:
            if made is key or _scope_lsp.is_a(key, str) and made == key:
                return self._feature_tensors[made]
        found = key in self._features
        if not _scope_lsp.is_known(found):
            return _scope_lsp.unknown("a feature that may be there")
        if found:
            tensor = _raw(key, self._features[key])
        elif isinstance(key, str):
            raise ValueError("Feature {} is not in features dictionary.".format(key))
        elif state_manager is None:
            tensor = key._transform_feature(self)
        else:
            tensor = key.transform_feature(self, state_manager)
        self._feature_tensors[key] = tensor
        return tensor


FeatureTransformationCache = LazyBuilder


def builder_of(features):
    return features if _scope_lsp.is_a(features, LazyBuilder) else LazyBuilder(features)


def _raw(key, feature):
    """A feature as a tensor of at least two dimensions."""
    if not _scope_lsp.is_known(feature) or isinstance(feature, (SparseTensor, SparseTensorValue)):
        return feature
    tensor = convert(feature)
    if tensor._dims == ():
        raise ValueError("Feature (key: {}) cannot have rank 0. Given: {}".format(key, tensor))
    if isinstance(tensor._dims, tuple) and len(tensor._dims) == 1:
        return expand_dims(tensor, -1)
    return tensor


def is_sparse(tensor):
    return _scope_lsp.is_a(tensor, (SparseTensor, SparseTensorValue))


def collect(variable, collections):
    """Put a variable, or each of its parts, into more collections (_add_to_collections)."""
    for collection in collections or ():
        if collection != "variables":
            for part in list(variable) if hasattr(variable, "_variable_list") else [variable]:
                _scope_lsp.add_to_collection(collection, part, part.name)


def same_batch_size(tensors, columns):
    """TensorFlow refuses columns whose static batch sizes differ."""
    first = None
    for tensor, column in zip(tensors, columns):
        dims = getattr(tensor, "_dims", UNSURE)
        size = dims[0] if isinstance(dims, tuple) and dims else UNSURE
        if not is_int(size):
            continue
        if first is None:
            first = (column.name, size)
        elif first[1] != size:
            raise ValueError(
                "Batch size (first dimension) of each feature must be same. Batch size of "
                "columns ({}, {}): ({}, {})".format(first[0], column.name, first[1], size)
            )


class StateManager:
    """Makes and keeps the variables of columns; programs may derive from it."""

    def create_variable(
        self,
        feature_column,
        name,
        shape,
        dtype=None,
        trainable=True,
        use_resource=True,
        initializer=None,
    ):
        raise NotImplementedError("StateManager.create_variable")

    def add_variable(self, feature_column, var):
        raise NotImplementedError("StateManager.add_variable")

    def get_variable(self, feature_column, name):
        raise NotImplementedError("StateManager.get_var")

    def add_resource(self, feature_column, name, resource):
        raise NotImplementedError("StateManager.add_resource")

    def get_resource(self, feature_column, name):
        raise NotImplementedError("StateManager.get_resource")


class LayerState(StateManager):
    """The state of the columns of one layer (_StateManagerImpl)."""

    def __init__(self, layer, trainable):
        self._layer = layer
        self._trainable = trainable
        self._variables = []
        self._resources = {}

    def create_variable(
        self,
        feature_column,
        name,
        shape,
        dtype=None,
        trainable=True,
        use_resource=True,
        initializer=None,
    ):
        shape = tuple(
            [
                _scope_lsp.unknown("the size of a feature column") if dim == UNSURE else dim
                for dim in shape
            ]
        )
        trainable = self._trainable and trainable
        variable = self._make(
            name,
            shape,
            dtype or _dtypes.float32,
            initializer=initializer,
            trainable=trainable,
            use_resource=use_resource,
        )
        self._variables.append((feature_column, name, variable))
        return variable

    def _make(self, name, shape, dtype, initializer, trainable, use_resource):
        variable = get_variable(
            name,
            shape,
            dtype,
            initializer=initializer,
            trainable=trainable,
            use_resource=use_resource,
        )
        layer = self._layer
        weights = layer._trainable_weights if trainable else layer._non_trainable_weights
        weights.append(variable)
        return variable

    def get_variable(self, feature_column, name):
        for column, made, variable in self._variables:
            if column is feature_column and made == name:
                return variable
        raise ValueError("Variable does not exist.")

    def of_column(self, feature_column):
        """The variables that were made for a column."""
        return [made[2] for made in self._variables if made[0] is feature_column]

    def add_resource(self, feature_column, name, resource):
        self._resources[name] = resource

    def get_resource(self, feature_column, name):
        return self._resources[name]
