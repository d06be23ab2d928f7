"""`tf.feature_column`: the layers that feature columns are the inputs of.

Modelled on feature_column/{feature_column,feature_column_v2,dense_features}.py of TensorFlow
1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_joins import concat
from tensorflow._categorical_columns import CategoricalColumn, FeatureColumn
from tensorflow._column_makers import (
    bucketized_column,
    categorical_column_with_hash_bucket,
    categorical_column_with_identity,
    categorical_column_with_vocabulary_file,
    categorical_column_with_vocabulary_list,
    crossed_column,
    embedding_column,
    indicator_column,
    make_parse_example_spec,
    numeric_column,
    sequence_categorical_column_with_hash_bucket,
    sequence_categorical_column_with_identity,
    sequence_categorical_column_with_vocabulary_file,
    sequence_categorical_column_with_vocabulary_list,
    sequence_numeric_column,
    shared_embedding_columns,
    shared_embedding_columns_v2,
    weighted_categorical_column,
)
from tensorflow._column_inputs import (
    LayerState,
    LazyBuilder,
    StateManager,
    builder_of,
    collect,
    columns_of,
    same_batch_size,
)
from tensorflow._dims import UNSURE, size
from tensorflow._feature_columns import (
    DenseColumn,
    SequenceDenseColumn,
    batch_of,
    flattened,
    inputs_of,
)
from tensorflow._graph import get_collection
from tensorflow._init_ops import Zeros
from tensorflow._layers_base import Layer
from tensorflow._math_ops import add_n
from tensorflow._nn_ops import bias_add
from tensorflow._shape import as_dim, as_dims
from tensorflow._template import make_template
from tensorflow._tensor import Tensor, create
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow.keras._training import Model

_zeros = Zeros()


def _values(features):
    return features.values() if _scope_lsp.is_a(features, dict) else None


def _collections(weight_collections):
    wanted = list(weight_collections or [])
    for key in ("variables", "model_variables"):
        if key not in wanted:
            wanted.append(key)
    return wanted


def _joined(tensors, sizes):
    """The output of a layer: the columns beside each other."""
    result = concat(tensors, -1)
    total = 0
    for elements in sizes:
        total = total + elements if isinstance(total, int) and isinstance(elements, int) else UNSURE
    if isinstance(result._dims, tuple):
        result._dims = result._dims[:-1] + (total,)
    return result


def input_layer(
    features,
    feature_columns,
    weight_collections=None,
    trainable=True,
    cols_to_vars=None,
    cols_to_output_tensors=None,
):
    columns = _dense(feature_columns)
    with variable_scope(None, "input_layer", values=_values(features)):
        return _inputs(
            features,
            columns,
            weight_collections,
            trainable=trainable,
            cols_to_vars=cols_to_vars,
            cols_to_output_tensors=cols_to_output_tensors,
        )


def _dense(feature_columns):
    columns = columns_of(feature_columns)
    for column in columns:
        if not isinstance(column, DenseColumn):
            raise ValueError(
                "Items of feature_columns must be a _DenseColumn. You can wrap a categorical "
                "column with an embedding_column or indicator_column. Given: %s" % (column,)
            )
    return columns


def _inputs(
    features, columns, weight_collections, trainable, cols_to_vars, cols_to_output_tensors=None
):
    """What an input layer makes inside of its scope (_internal_input_layer)."""
    collections = _collections(weight_collections)
    builder = builder_of(features)
    outputs = []
    for column in columns:
        with variable_scope(None, default_name=column._var_scope_name):
            tensor = column._get_dense_tensor(
                builder, weight_collections=collections, trainable=trainable
            )
            output = flattened(tensor, column)
            outputs.append(output)
            if cols_to_vars is not None:
                cols_to_vars[column] = _scope_lsp.get_collection(
                    "variables", get_variable_scope().name, None, chosen=False
                )
            if cols_to_output_tensors is not None:
                cols_to_output_tensors[column] = output
    same_batch_size(outputs, columns)
    return _joined(outputs, [column._elements for column in columns])


class InputLayer:
    """An input layer that shares its variables between calls, of TensorFlow's own module."""

    def __init__(
        self,
        feature_columns,
        weight_collections=None,
        trainable=True,
        cols_to_vars=None,
        name="feature_column_input_layer",
        create_scope_now=True,
    ):
        self.name = name
        columns = _dense(feature_columns)
        self._template = make_template(
            name,
            lambda features: _inputs(
                features, columns, weight_collections, trainable=trainable, cols_to_vars=None
            ),
            create_scope_now_=create_scope_now,
        )

    def __call__(self, features):
        return self._template(features)

    @property
    def variables(self):
        return self._template.variables

    weights = variables

    @property
    def trainable_variables(self):
        return self._template.trainable_variables

    trainable_weights = trainable_variables

    @property
    def non_trainable_variables(self):
        return self._template.non_trainable_variables

    non_trainable_weights = non_trainable_variables


class _ColumnWeights(Layer):
    """The weights of one column in a linear model (_FCLinearWrapper)."""

    def __init__(self, column, units, collections, trainable, name):
        Layer.__init__(self, trainable, name, dtype=_dtypes.float32)
        self._column = column
        self._units = units
        self._collections = collections

    def build(self, input_shape):
        column = self._column
        elements = (
            column._num_buckets
            if isinstance(column, CategoricalColumn)
            else size(as_dims(column._variable_shape))
        )
        if elements == UNSURE:
            elements = _scope_lsp.unknown("the size of a feature column")
        self.weight = self.add_weight(
            "weights", (elements, self._units), initializer=_zeros, trainable=self.trainable
        )
        collect(self.weight, self._collections)
        self.built = True

    def call(self, builder):
        column = self._column
        if isinstance(column, CategoricalColumn):
            column._get_sparse_tensors(
                builder, weight_collections=self._collections, trainable=self.trainable
            )
            batch, inputs = batch_of(builder, column), inputs_of(builder, column, (self.weight,))
        else:
            tensor = column._get_dense_tensor(
                builder, weight_collections=self._collections, trainable=self.trainable
            )
            tensor = flattened(tensor, column)
            batch, inputs = tensor._dims[0], inputs_of(builder, column, (self.weight,))
            inputs = None if inputs is None else inputs + (tensor,)
        return create(
            "MatMul",
            "weighted_sum",
            (batch, as_dim(self._units)),
            dtype=_dtypes.float32,
            inputs=inputs,
        )


class _Bias(Layer):
    def __init__(self, units, trainable, collections, name):
        Layer.__init__(self, trainable, name, dtype=_dtypes.float32)
        self._units = units
        self._collections = collections

    def build(self, input_shape):
        self.bias = self.add_weight(
            "bias_weights", [self._units], initializer=_zeros, trainable=self.trainable
        )
        collect(self.bias, self._collections)
        self.built = True

    def call(self, inputs):
        return self.bias


def _last(name):
    return name.rpartition("/")[2]


class _LinearModel(Model):
    """The model that `linear_model` makes."""

    def __init__(
        self,
        feature_columns,
        units=1,
        sparse_combiner="sum",
        weight_collections=None,
        trainable=True,
        name=None,
        **kwargs,
    ):
        super(_LinearModel, self).__init__(name=name, **kwargs)
        collections = _collections(weight_collections)
        self._units = units
        self._column_layers = {}
        self._feature_columns = columns_of(feature_columns)
        for column in self._feature_columns:
            with variable_scope(None, default_name=column._var_scope_name) as entered:
                column_name = _last(entered.name)
            self._column_layers[_scope_lsp.plain_name(column_name)] = _ColumnWeights(
                column, units, collections, trainable=trainable, name=column_name
            )
        self._bias_layer = _Bias(units, trainable, collections, name="bias_layer")
        self._cols_to_vars = {}

    def cols_to_vars(self):
        return self._cols_to_vars

    def call(self, features):
        with variable_scope(self.name):
            for column in self._feature_columns:
                if not isinstance(column, (DenseColumn, CategoricalColumn)):
                    raise ValueError(
                        "Items of feature_columns must be either a _DenseColumn or "
                        "_CategoricalColumn. Given: %s" % (column,)
                    )
            builder = builder_of(features)
            sums, columns = [], []
            for name in sorted(self._column_layers):
                layer = self._column_layers[name]
                columns.append(layer._column)
                sums.append(layer(builder))
                self._cols_to_vars[layer._column] = _scope_lsp.get_collection(
                    "variables", layer.scope_name, None, chosen=False
                )
            same_batch_size(sums, columns)
            total = (
                add_n(sums, name="weighted_sum_no_bias")
                if sums
                else create(
                    "AddN",
                    "weighted_sum_no_bias",
                    (UNSURE, as_dim(self._units)),
                    dtype=_dtypes.float32,
                )
            )
            bias = self._bias_layer(builder, scope=get_variable_scope())
            result = bias_add(total, bias, name="weighted_sum")
            self._cols_to_vars["bias"] = list(bias) if hasattr(bias, "_variable_list") else [bias]
        return result


def linear_model(
    features,
    feature_columns,
    units=1,
    sparse_combiner="sum",
    weight_collections=None,
    trainable=True,
    cols_to_vars=None,
):
    with variable_scope(None, "linear_model") as entered:
        name = _last(entered.name)
    model = _LinearModel(
        feature_columns,
        units,
        sparse_combiner,
        weight_collections=weight_collections,
        trainable=trainable,
        name=name,
    )
    result = model(features)
    if cols_to_vars is not None:
        cols_to_vars.update(model.cols_to_vars())
    return result


_FUNCTIONS = {
    function.__name__: function
    for function in (
        bucketized_column,
        categorical_column_with_hash_bucket,
        categorical_column_with_identity,
        categorical_column_with_vocabulary_file,
        categorical_column_with_vocabulary_list,
        crossed_column,
        embedding_column,
        indicator_column,
        numeric_column,
        shared_embedding_columns,
        weighted_categorical_column,
    )
}
_FUNCTIONS["sequence_categorical_column_with_identity"] = sequence_categorical_column_with_identity
_FROM_LAYERS = ("DenseFeatures", "LinearModel")
_FROM_COLUMNS = {  # of feature_column_v2; the older classes are others
    "BucketizedColumn": "_feature_columns",
    "CrossedColumn": "_categorical_columns",
    "EmbeddingColumn": "_feature_columns",
    "HashedCategoricalColumn": "_categorical_columns",
    "IdentityCategoricalColumn": "_categorical_columns",
    "IndicatorColumn": "_feature_columns",
    "NumericColumn": "_feature_columns",
    "SequenceCategoricalColumn": "_categorical_columns",
    "WeightedCategoricalColumn": "_categorical_columns",
}
_CLASSES = {
    "FeatureColumn": FeatureColumn,
    "DenseColumn": DenseColumn,
    "CategoricalColumn": CategoricalColumn,
    "SequenceDenseColumn": SequenceDenseColumn,
    "_LazyBuilder": LazyBuilder,
    "FeatureTransformationCache": LazyBuilder,
    "StateManager": StateManager,
    "_StateManagerImpl": LayerState,
}


def __getattr__(name):
    if name in _FROM_LAYERS:  # of feature_column_v2 and dense_features
        return getattr(__import__("tensorflow._feature_layers", fromlist=["*"]), name)
    if name in _FROM_COLUMNS:
        return getattr(__import__("tensorflow." + _FROM_COLUMNS[name], fromlist=["*"]), name)
    if name in _CLASSES:
        return _CLASSES[name]
    # The older columns behave alike.
    if name[:1] == "_" and name[1:] in _CLASSES:
        return _CLASSES[name[1:]]
    if name[:1] == "_" and name[1:] in _FUNCTIONS:
        return _FUNCTIONS[name[1:]]
    return _lookup("feature_column." + name)
