"""The canned estimators of version 2: `tf.compat.v2.estimator.DNNClassifier` and the like.

Not here: their model functions (`_canned_models_v2`).

Modelled on tensorflow_estimator/python/estimator/canned/{baseline,linear,dnn,
dnn_linear_combined}.py, which come with TensorFlow 1.15.5.
"""

from tensorflow._canned_models_v2 import baseline_fn, combined_fn, dnn_fn, linear_fn
from tensorflow._kinds_of_heads import RegressionHead, binary_or_multi_class_head
from tensorflow._nn_ops import relu
from tensorflow.estimator import Estimator

_MEAN = "sum_over_batch_size"


class _V2(Estimator):
    def _setup(self, model_fn, model_dir, config, warm_start_from=None):
        Estimator.__init__(
            self, model_fn, model_dir, config=config, params=None, warm_start_from=warm_start_from
        )


class BaselineClassifierV2(_V2):
    def __init__(
        self,
        model_dir=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        optimizer="Ftrl",
        config=None,
        loss_reduction=_MEAN,
    ):
        head = binary_or_multi_class_head(
            n_classes, weight_column, label_vocabulary, loss_reduction=loss_reduction
        )
        self._setup(baseline_fn(head, optimizer), model_dir, config)


class BaselineRegressorV2(_V2):
    def __init__(
        self,
        model_dir=None,
        label_dimension=1,
        weight_column=None,
        optimizer="Ftrl",
        config=None,
        loss_reduction=_MEAN,
    ):
        head = RegressionHead(label_dimension, weight_column, loss_reduction)
        self._setup(baseline_fn(head, optimizer), model_dir, config)


class BaselineEstimatorV2(_V2):
    def __init__(
        self,
        head,
        model_dir=None,
        optimizer="Ftrl",
        config=None,
    ):
        self._setup(baseline_fn(head, optimizer), model_dir, config)


class LinearClassifierV2(_V2):
    def __init__(
        self,
        feature_columns,
        model_dir=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        optimizer="Ftrl",
        config=None,
        warm_start_from=None,
        loss_reduction=_MEAN,
        sparse_combiner="sum",
    ):
        head = binary_or_multi_class_head(
            n_classes, weight_column, label_vocabulary, loss_reduction=loss_reduction
        )
        model_fn = linear_fn(head, feature_columns, optimizer)
        self._setup(model_fn, model_dir, config, warm_start_from=warm_start_from)


class LinearRegressorV2(_V2):
    def __init__(
        self,
        feature_columns,
        model_dir=None,
        label_dimension=1,
        weight_column=None,
        optimizer="Ftrl",
        config=None,
        warm_start_from=None,
        loss_reduction=_MEAN,
        sparse_combiner="sum",
    ):
        head = RegressionHead(label_dimension, weight_column, loss_reduction)
        model_fn = linear_fn(head, feature_columns, optimizer)
        self._setup(model_fn, model_dir, config, warm_start_from=warm_start_from)


class LinearEstimatorV2(_V2):
    def __init__(
        self,
        head,
        feature_columns,
        model_dir=None,
        optimizer="Ftrl",
        config=None,
        sparse_combiner="sum",
    ):
        self._setup(linear_fn(head, feature_columns, optimizer), model_dir, config)


class DNNClassifierV2(_V2):
    def __init__(
        self,
        hidden_units,
        feature_columns,
        model_dir=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        optimizer="Adagrad",
        activation_fn=relu,
        dropout=None,
        config=None,
        warm_start_from=None,
        loss_reduction=_MEAN,
        batch_norm=False,
    ):
        head = binary_or_multi_class_head(
            n_classes, weight_column, label_vocabulary, loss_reduction=loss_reduction
        )
        model_fn = dnn_fn(
            head,
            hidden_units,
            feature_columns,
            optimizer=optimizer,
            activation_fn=activation_fn,
            dropout=dropout,
            batch_norm=batch_norm,
        )
        self._setup(model_fn, model_dir, config, warm_start_from=warm_start_from)


class DNNRegressorV2(_V2):
    def __init__(
        self,
        hidden_units,
        feature_columns,
        model_dir=None,
        label_dimension=1,
        weight_column=None,
        optimizer="Adagrad",
        activation_fn=relu,
        dropout=None,
        config=None,
        warm_start_from=None,
        loss_reduction=_MEAN,
        batch_norm=False,
    ):
        head = RegressionHead(label_dimension, weight_column, loss_reduction)
        model_fn = dnn_fn(
            head,
            hidden_units,
            feature_columns,
            optimizer=optimizer,
            activation_fn=activation_fn,
            dropout=dropout,
            batch_norm=batch_norm,
        )
        self._setup(model_fn, model_dir, config, warm_start_from=warm_start_from)


class DNNEstimatorV2(_V2):
    def __init__(
        self,
        head,
        hidden_units,
        feature_columns,
        model_dir=None,
        optimizer="Adagrad",
        activation_fn=relu,
        dropout=None,
        config=None,
        warm_start_from=None,
        batch_norm=False,
    ):
        model_fn = dnn_fn(
            head,
            hidden_units,
            feature_columns,
            optimizer=optimizer,
            activation_fn=activation_fn,
            dropout=dropout,
            batch_norm=batch_norm,
        )
        self._setup(model_fn, model_dir, config, warm_start_from=warm_start_from)


class DNNLinearCombinedClassifierV2(_V2):
    def __init__(
        self,
        model_dir=None,
        linear_feature_columns=None,
        linear_optimizer="Ftrl",
        dnn_feature_columns=None,
        dnn_optimizer="Adagrad",
        dnn_hidden_units=None,
        dnn_activation_fn=relu,
        dnn_dropout=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        config=None,
        warm_start_from=None,
        loss_reduction=_MEAN,
        batch_norm=False,
        linear_sparse_combiner="sum",
    ):
        head = binary_or_multi_class_head(
            n_classes, weight_column, label_vocabulary, loss_reduction=loss_reduction
        )
        model_fn = combined_fn(
            head,
            linear_feature_columns,
            linear_optimizer,
            dnn=dnn_feature_columns,
            dnn_optimizer=dnn_optimizer,
            units=dnn_hidden_units,
            options={
                "activation_fn": dnn_activation_fn,
                "dropout": dnn_dropout,
                "batch_norm": batch_norm,
            },
        )
        self._setup(model_fn, model_dir, config, warm_start_from=warm_start_from)


class DNNLinearCombinedRegressorV2(_V2):
    def __init__(
        self,
        model_dir=None,
        linear_feature_columns=None,
        linear_optimizer="Ftrl",
        dnn_feature_columns=None,
        dnn_optimizer="Adagrad",
        dnn_hidden_units=None,
        dnn_activation_fn=relu,
        dnn_dropout=None,
        label_dimension=1,
        weight_column=None,
        config=None,
        warm_start_from=None,
        loss_reduction=_MEAN,
        batch_norm=False,
        linear_sparse_combiner="sum",
    ):
        head = RegressionHead(label_dimension, weight_column, loss_reduction)
        model_fn = combined_fn(
            head,
            linear_feature_columns,
            linear_optimizer,
            dnn=dnn_feature_columns,
            dnn_optimizer=dnn_optimizer,
            units=dnn_hidden_units,
            options={
                "activation_fn": dnn_activation_fn,
                "dropout": dnn_dropout,
                "batch_norm": batch_norm,
            },
        )
        self._setup(model_fn, model_dir, config, warm_start_from=warm_start_from)


class DNNLinearCombinedEstimatorV2(_V2):
    def __init__(
        self,
        head,
        model_dir=None,
        linear_feature_columns=None,
        linear_optimizer="Ftrl",
        dnn_feature_columns=None,
        dnn_optimizer="Adagrad",
        dnn_hidden_units=None,
        dnn_activation_fn=relu,
        dnn_dropout=None,
        config=None,
        batch_norm=False,
        linear_sparse_combiner="sum",
    ):
        model_fn = combined_fn(
            head,
            linear_feature_columns,
            linear_optimizer,
            dnn=dnn_feature_columns,
            dnn_optimizer=dnn_optimizer,
            units=dnn_hidden_units,
            options={
                "activation_fn": dnn_activation_fn,
                "dropout": dnn_dropout,
                "batch_norm": batch_norm,
            },
        )
        self._setup(model_fn, model_dir, config)
