"""The canned estimators: linear models, deep networks, both together, and baselines.

Not here: the Estimator itself (`estimator`), boosted trees, and what `tf.compat.v2` has under
the same names.

Modelled on tensorflow_estimator/python/estimator/canned/{linear,dnn,dnn_linear_combined,baseline,
optimizers}.py, which come with TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._column_inputs import columns_of
from tensorflow._estimator_heads import RegressionHead, classifier_head
from tensorflow._feature_columns import SharedEmbeddingColumn
from tensorflow._feature_layers import DenseFeatures, LinearModel
from tensorflow._init_ops import GlorotUniform
from tensorflow._layers_core import Dense, Dropout
from tensorflow._layers_norm import BatchNormalization
from tensorflow._nn_ops import relu
from tensorflow._optimizers import (
    AdagradOptimizer,
    AdamOptimizer,
    FtrlOptimizer,
    GradientDescentOptimizer,
    RMSPropOptimizer,
)
from tensorflow._partitioners import min_max_variable_partitioner
from tensorflow._variable_scope import variable_scope
from tensorflow.estimator import Estimator
from tensorflow.feature_column import _LinearModel, input_layer

_OPTIMIZERS = {
    "Adagrad": AdagradOptimizer,
    "Adam": AdamOptimizer,
    "Ftrl": FtrlOptimizer,
    "RMSProp": RMSPropOptimizer,
    "SGD": GradientDescentOptimizer,
}


def get_optimizer_instance(opt, learning_rate=None):
    if _scope_lsp.is_a(opt, str):
        if opt not in _OPTIMIZERS:
            raise ValueError(
                "Unsupported optimizer name: %s. Supported names are: %s"
                % (opt, tuple(sorted(_OPTIMIZERS)))
            )
        if not learning_rate:
            raise ValueError("learning_rate must be specified when opt is string.")
        return _OPTIMIZERS[opt](learning_rate=learning_rate)
    return opt() if _scope_lsp.is_known(opt) and callable(opt) else opt


def optimizer_of(given):
    return get_optimizer_instance(given, 0.05)


def _shares(feature_columns):
    for column in columns_of(feature_columns):
        if isinstance(column, SharedEmbeddingColumn):
            return True
    return False


def _values(features):
    return tuple(features.values()) if _scope_lsp.is_a(features, dict) else None


def dnn_logits(
    features,
    mode,
    units,
    hidden_units,
    feature_columns,
    activation_fn,
    dropout,
    partitioner,
    batch_norm,
):
    """What `dnn_logit_fn_builder` builds, inside of the scope "dnn"."""
    layers = []
    for i, size in enumerate(hidden_units):
        with variable_scope("hiddenlayer_%d" % i) as entered:
            dense = Dense(
                size,
                activation_fn,
                kernel_initializer=GlorotUniform(),
                name=entered,
                _scope=entered,
            )
            norm = None
            if dropout is not None:
                Dropout(dropout)
            if batch_norm:
                norm = BatchNormalization(
                    momentum=0.999, name="batchnorm_%d" % i, _scope="batchnorm_%d" % i
                )
            layers.append((dense, norm))
    with variable_scope("logits") as entered:
        last = Dense(units, kernel_initializer=GlorotUniform(), name=entered, _scope=entered)
    with variable_scope("input_from_feature_columns", partitioner=partitioner):
        if _shares(feature_columns):
            net = input_layer(features, feature_columns)
        else:
            net = DenseFeatures(feature_columns, name="input_layer")(features)
    for dense, norm in layers:
        net = dense(net)
        if norm is not None:
            net = norm(net, training=mode == "train")
    return last(net)


def linear_logits(features, units, feature_columns):
    """What `linear_logit_fn_builder` builds, inside of the scope "linear"."""
    model = _LinearModel if _shares(feature_columns) else LinearModel
    return model(feature_columns, units, name="linear_model")(features)


def _small(config):
    return min_max_variable_partitioner(
        max_partitions=config.num_ps_replicas, min_slice_size=64 << 20
    )


class _DNN(Estimator):
    def _setup(
        self,
        head,
        hidden_units,
        feature_columns,
        optimizer,
        activation_fn,
        dropout,
        input_layer_partitioner,
        batch_norm,
        model_dir,
        config,
        warm_start_from,
    ):
        def model_fn(features, labels, mode, config):
            instance = optimizer_of(optimizer)
            with variable_scope(
                "dnn",
                values=_values(features),
                partitioner=min_max_variable_partitioner(max_partitions=config.num_ps_replicas),
            ):
                logits = dnn_logits(
                    features,
                    mode,
                    head.logits_dimension,
                    hidden_units=hidden_units,
                    feature_columns=feature_columns,
                    activation_fn=activation_fn,
                    dropout=dropout,
                    partitioner=input_layer_partitioner or _small(config),
                    batch_norm=batch_norm,
                )
                return head.create_estimator_spec(
                    features=features, mode=mode, labels=labels, optimizer=instance, logits=logits
                )

        Estimator.__init__(
            self, model_fn, model_dir, config=config, params=None, warm_start_from=warm_start_from
        )


class DNNClassifier(_DNN):
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
        input_layer_partitioner=None,
        config=None,
        warm_start_from=None,
        loss_reduction="weighted_sum",
        batch_norm=False,
    ):
        self._setup(
            classifier_head(n_classes),
            hidden_units,
            feature_columns,
            optimizer=optimizer,
            activation_fn=activation_fn,
            dropout=dropout,
            input_layer_partitioner=input_layer_partitioner,
            batch_norm=batch_norm,
            model_dir=model_dir,
            config=config,
            warm_start_from=warm_start_from,
        )


class DNNRegressor(_DNN):
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
        input_layer_partitioner=None,
        config=None,
        warm_start_from=None,
        loss_reduction="weighted_sum",
        batch_norm=False,
    ):
        self._setup(
            RegressionHead(label_dimension),
            hidden_units,
            feature_columns,
            optimizer=optimizer,
            activation_fn=activation_fn,
            dropout=dropout,
            input_layer_partitioner=input_layer_partitioner,
            batch_norm=batch_norm,
            model_dir=model_dir,
            config=config,
            warm_start_from=warm_start_from,
        )


class DNNEstimator(_DNN):
    def __init__(
        self,
        head,
        hidden_units,
        feature_columns,
        model_dir=None,
        optimizer="Adagrad",
        activation_fn=relu,
        dropout=None,
        input_layer_partitioner=None,
        config=None,
        warm_start_from=None,
        batch_norm=False,
    ):
        self._setup(
            head,
            hidden_units,
            feature_columns,
            optimizer=optimizer,
            activation_fn=activation_fn,
            dropout=dropout,
            input_layer_partitioner=input_layer_partitioner,
            batch_norm=batch_norm,
            model_dir=model_dir,
            config=config,
            warm_start_from=warm_start_from,
        )


class _Linear(Estimator):
    def _setup(
        self, head, feature_columns, optimizer, partitioner, model_dir, config, warm_start_from
    ):
        def model_fn(features, labels, mode, config):
            with variable_scope(
                "linear", values=_values(features), partitioner=partitioner or _small(config)
            ):
                logits = linear_logits(features, head.logits_dimension, feature_columns)
                return head.create_estimator_spec(
                    features=features,
                    mode=mode,
                    labels=labels,
                    optimizer=optimizer_of(optimizer or "Ftrl"),
                    logits=logits,
                )

        Estimator.__init__(
            self, model_fn, model_dir, config=config, params=None, warm_start_from=warm_start_from
        )


class LinearClassifier(_Linear):
    def __init__(
        self,
        feature_columns,
        model_dir=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        optimizer="Ftrl",
        config=None,
        partitioner=None,
        warm_start_from=None,
        loss_reduction="weighted_sum",
        sparse_combiner="sum",
    ):
        self._setup(
            classifier_head(n_classes),
            feature_columns,
            optimizer,
            partitioner=partitioner,
            model_dir=model_dir,
            config=config,
            warm_start_from=warm_start_from,
        )


class LinearRegressor(_Linear):
    def __init__(
        self,
        feature_columns,
        model_dir=None,
        label_dimension=1,
        weight_column=None,
        optimizer="Ftrl",
        config=None,
        partitioner=None,
        warm_start_from=None,
        loss_reduction="weighted_sum",
        sparse_combiner="sum",
    ):
        self._setup(
            RegressionHead(label_dimension),
            feature_columns,
            optimizer,
            partitioner=partitioner,
            model_dir=model_dir,
            config=config,
            warm_start_from=warm_start_from,
        )


class LinearEstimator(_Linear):
    def __init__(
        self,
        head,
        feature_columns,
        model_dir=None,
        optimizer="Ftrl",
        config=None,
        partitioner=None,
        sparse_combiner="sum",
    ):
        self._setup(
            head,
            feature_columns,
            optimizer,
            partitioner=partitioner,
            model_dir=model_dir,
            config=config,
            warm_start_from=None,
        )
