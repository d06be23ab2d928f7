"""Feature columns as layers of Keras: DenseFeatures, SequenceFeatures, and the linear model.

Their variables are made by `tf.get_variable` in variable scopes of the layer's and the columns'
names, whatever name scopes are open.

Modelled on feature_column/{dense_features,sequence_feature_column,feature_column_v2}.py of
TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._categorical_columns import CategoricalColumn
from tensorflow._column_inputs import LayerState, builder_of, columns_of, same_batch_size
from tensorflow._feature_columns import batch_of, flattened, inputs_of
from tensorflow._init_ops import Zeros
from tensorflow._math_ops import add_n
from tensorflow._nn_ops import bias_add
from tensorflow._shape import as_dim
from tensorflow._tensor import create, scope
from tensorflow.feature_column import _joined
from tensorflow.keras._layer import Layer
from tensorflow.keras._training import Model


class _pure_scope:
    def __init__(self, name):
        self._name = name

    def __enter__(self):
        self._context = _scope_lsp.pure_variable_scope(self._name)
        self._context.__enter__()

    def __exit__(self, *exception):
        self._context.__exit__()
        return False


class _ColumnLayer(Layer):
    _is_feature_layer = True

    def __init__(self, feature_columns, trainable=True, name=None, **kwargs):
        Layer.__init__(self, trainable, name, **kwargs)
        self._feature_columns = columns_of(feature_columns, "FeatureColumn")
        self._state_manager = LayerState(self, self.trainable)

    def build(self, input_shape):
        for column in self._feature_columns:
            with _pure_scope(self.name):
                with _pure_scope(column.name):
                    column.create_state(self._state_manager)
        self.built = True


class DenseFeatures(_ColumnLayer):
    def call(self, features, cols_to_output_tensors=None):
        builder = builder_of(features)
        outputs = []
        for column in self._feature_columns:
            with scope(column.name):
                tensor = column.get_dense_tensor(builder, self._state_manager)
                output = flattened(tensor, column)
            if cols_to_output_tensors is not None:
                cols_to_output_tensors[column] = output
            outputs.append(output)
        same_batch_size(outputs, self._feature_columns)
        return _joined(outputs, [column._elements for column in self._feature_columns])


class _LayerStateV2(LayerState):
    """Its variables are those of the layer, in its name scope (_StateManagerImplV2)."""

    def _make(self, name, shape, dtype, initializer, trainable, use_resource):
        return self._layer.add_weight(
            name,
            shape,
            dtype,
            initializer=initializer,
            trainable=trainable,
            use_resource=use_resource,
        )


class DenseFeaturesV2(DenseFeatures):
    def __init__(self, feature_columns, trainable=True, name=None, **kwargs):
        DenseFeatures.__init__(self, feature_columns, trainable, name=name, **kwargs)
        self._state_manager = _LayerStateV2(self, self.trainable)

    def build(self, input_shape):
        for column in self._feature_columns:
            with scope(column.name):
                column.create_state(self._state_manager)
        self.built = True


DenseFeaturesV2.__name__ = "DenseFeatures"


def sequence_outputs(columns, features):
    outputs = []
    for column in columns:
        with scope(column.name):
            outputs.append(
                create(
                    "Reshape",
                    None,
                    (batch_of(features, column), None, column._elements),
                    dtype=_dtypes.float32,
                )
            )
    lengths = create("Max", "sequence_length", (None,), dtype=_dtypes.int64)
    return _joined(outputs, [column._elements for column in columns]), lengths


class SequenceFeatures(_ColumnLayer):
    def call(self, features):
        return sequence_outputs(self._feature_columns, features)


class _LinearModelLayer(_ColumnLayer):
    def __init__(
        self, feature_columns, units=1, sparse_combiner="sum", trainable=True, name=None, **kwargs
    ):
        _ColumnLayer.__init__(self, feature_columns, trainable, name=name, **kwargs)
        self._units = units
        self.bias = None

    def build(self, input_shape):
        with _pure_scope(self.name):
            for column in self._feature_columns:
                with _pure_scope(column.name):
                    column.create_state(self._state_manager)
                    elements = (
                        column.num_buckets
                        if isinstance(column, CategoricalColumn)
                        else column._elements
                    )
                    self._weights(column, "weights", (elements, self._units))
            self.bias = self._weights(None, "bias_weights", (self._units,))
        self.built = True

    def _weights(self, column, name, shape):
        return self._state_manager.create_variable(
            column,
            name=name,
            shape=shape,
            dtype=_dtypes.float32,
            trainable=self.trainable,
            use_resource=True,
            initializer=Zeros(),
        )

    def call(self, features):
        builder = builder_of(features)
        with scope(self.name):
            sums = []
            for column in self._feature_columns:
                with scope(column.name):
                    sums.append(self._sum(builder, column))
            same_batch_size(sums, self._feature_columns)
            return bias_add(
                add_n(sums, name="weighted_sum_no_bias"), self.bias, name="weighted_sum"
            )

    def _sum(self, builder, column):
        inputs = inputs_of(builder, column, self._state_manager.of_column(column))
        batch = batch_of(builder, column)
        if isinstance(column, CategoricalColumn):
            column.get_sparse_tensors(builder, self._state_manager)
        else:
            tensor = flattened(column.get_dense_tensor(builder, self._state_manager), column)
            batch = tensor._dims[0]
            inputs = None if inputs is None else inputs + (tensor,)
        return create(
            "MatMul",
            "weighted_sum",
            (batch, as_dim(self._units)),
            dtype=_dtypes.float32,
            inputs=inputs,
        )


class LinearModel(Model):
    def __init__(
        self, feature_columns, units=1, sparse_combiner="sum", trainable=True, name=None, **kwargs
    ):
        Model.__init__(self, name=name, **kwargs)
        self.layer = _LinearModelLayer(
            feature_columns, units, sparse_combiner, trainable=trainable, name=self.name, **kwargs
        )

    def call(self, features):
        return self.layer(features)

    @property
    def bias(self):
        return self.layer.bias
