"""Feature columns as layers of Keras: DenseFeatures, SequenceFeatures, and the linear model.

Their variables are made by `tf.get_variable` in variable scopes of the layer's and the columns'
names, whatever name scopes are open.

Modelled on feature_column/{dense_features,sequence_feature_column,feature_column_v2}.py of
TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._categorical_columns import CategoricalColumn
from tensorflow._dims import UNSURE
from tensorflow._feature_columns import batch_of, inputs_of
from tensorflow._get_variable import get_variable
from tensorflow._init_ops import Zeros
from tensorflow._math_ops import add_n
from tensorflow._nn_ops import bias_add
from tensorflow._shape import as_dim
from tensorflow._tensor import create, scope
from tensorflow.feature_column import _joined, columns_of
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
    def __init__(self, feature_columns, trainable=True, name=None, **kwargs):
        Layer.__init__(self, trainable, name, **kwargs)
        self._feature_columns = columns_of(feature_columns)
        self._of_column = {}

    def _make(self, column, name, shape, trainable, initializer):
        shape = tuple(
            [
                _scope_lsp.unknown("the size of a feature column") if dim == UNSURE else dim
                for dim in shape
            ]
        )
        trainable = self.trainable and trainable
        variable = get_variable(
            name,
            shape,
            _dtypes.float32,
            initializer=initializer,
            trainable=trainable,
            use_resource=True,
        )
        weights = self._trainable_weights if trainable else self._non_trainable_weights
        weights.append(variable)
        if column is not None:
            self._of_column.setdefault(column.name, []).append(variable)
        return variable

    def build(self, input_shape):
        for column in self._feature_columns:
            with _pure_scope(self.name):
                with _pure_scope(column.name):
                    column.create_state(self._make)
        self.built = True


class DenseFeatures(_ColumnLayer):
    def call(self, features, cols_to_output_tensors=None):
        outputs = []
        for column in self._feature_columns:
            with scope(column.name):
                output = create(
                    "Reshape",
                    None,
                    (batch_of(features, column), column._elements),
                    dtype=_dtypes.float32,
                    inputs=inputs_of(features, column, self._of_column.get(column.name, ())),
                )
            if cols_to_output_tensors is not None:
                cols_to_output_tensors[column] = output
            outputs.append(output)
        return _joined(outputs, [column._elements for column in self._feature_columns])


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
                    column.create_state(self._make)
                    elements = (
                        column.num_buckets
                        if isinstance(column, CategoricalColumn)
                        else column._elements
                    )
                    self._make(
                        column,
                        "weights",
                        (elements, self._units),
                        trainable=True,
                        initializer=Zeros(),
                    )
            self.bias = self._make(
                None, "bias_weights", [self._units], trainable=True, initializer=Zeros()
            )
        self.built = True

    def call(self, features):
        with scope(self.name):
            sums = [
                create(
                    "MatMul",
                    "weighted_sum",
                    (batch_of(features, column), as_dim(self._units)),
                    dtype=_dtypes.float32,
                    inputs=inputs_of(features, column, self._of_column[column.name]),
                )
                for column in self._feature_columns
            ]
            return bias_add(
                add_n(sums, name="weighted_sum_no_bias"), self.bias, name="weighted_sum"
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
