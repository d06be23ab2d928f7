"""The canned estimators that are more or less than one model: linear and deep together, baselines.

Modelled on tensorflow_estimator/python/estimator/canned/{dnn_linear_combined,baseline}.py, which
comes with TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._canned_estimators import (
    _small,
    _values,
    dnn_logits,
    linear_logits,
    optimizer_of,
)
from tensorflow._constant_ops import ones
from tensorflow._estimator_heads import RegressionHead, classifier_head
from tensorflow._get_variable import get_variable
from tensorflow._global_step import get_global_step
from tensorflow._graph import GraphKeys
from tensorflow._init_ops import Zeros
from tensorflow._nn_ops import relu
from tensorflow._partitioners import min_max_variable_partitioner
from tensorflow._variable_functions import assign_add
from tensorflow._variable_scope import variable_scope
from tensorflow.estimator import Estimator


class _Combined(Estimator):
    def _setup(
        self,
        head,
        linear_columns,
        linear_optimizer,
        dnn_columns,
        dnn_optimizer,
        hidden_units,
        activation_fn,
        dropout,
        input_layer_partitioner,
        batch_norm,
        model_dir,
        config,
        warm_start_from,
    ):
        def model_fn(features, labels, mode, config):
            small = input_layer_partitioner or _small(config)
            parts = []
            if dnn_columns:
                instance = optimizer_of(dnn_optimizer)
                with variable_scope(
                    "dnn",
                    values=_values(features),
                    partitioner=min_max_variable_partitioner(max_partitions=config.num_ps_replicas),
                ) as entered:
                    logits = dnn_logits(
                        features,
                        mode,
                        head.logits_dimension,
                        hidden_units=hidden_units,
                        feature_columns=dnn_columns,
                        activation_fn=activation_fn,
                        dropout=dropout,
                        partitioner=small,
                        batch_norm=batch_norm,
                    )
                    parts.append((logits, instance, entered.name))
            if linear_columns:
                instance = optimizer_of(linear_optimizer)
                with variable_scope(
                    "linear", values=_values(features), partitioner=small
                ) as entered:
                    parts.append(
                        (
                            linear_logits(features, head.logits_dimension, linear_columns),
                            instance,
                            entered.name,
                        )
                    )

            def train_op_fn(loss):
                for _, optimizer, name in parts:
                    optimizer.minimize(
                        loss,
                        var_list=_scope_lsp.get_collection(
                            GraphKeys.TRAINABLE_VARIABLES, name, None, chosen=False
                        ),
                    )
                return assign_add(get_global_step(), 1).op

            logits = parts[0][0]
            if len(parts) == 2:
                logits = logits + parts[1][0]
            return head.create_estimator_spec(
                features=features, mode=mode, labels=labels, train_op_fn=train_op_fn, logits=logits
            )

        if not linear_columns and not dnn_columns:
            raise ValueError(
                "Either linear_feature_columns or dnn_feature_columns must be defined."
            )
        Estimator.__init__(
            self, model_fn, model_dir, config=config, params=None, warm_start_from=warm_start_from
        )


class DNNLinearCombinedClassifier(_Combined):
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
        input_layer_partitioner=None,
        config=None,
        warm_start_from=None,
        loss_reduction="weighted_sum",
        batch_norm=False,
        linear_sparse_combiner="sum",
    ):
        self._setup(
            classifier_head(n_classes),
            linear_feature_columns,
            linear_optimizer,
            dnn_columns=dnn_feature_columns,
            dnn_optimizer=dnn_optimizer,
            hidden_units=dnn_hidden_units,
            activation_fn=dnn_activation_fn,
            dropout=dnn_dropout,
            input_layer_partitioner=input_layer_partitioner,
            batch_norm=batch_norm,
            model_dir=model_dir,
            config=config,
            warm_start_from=warm_start_from,
        )


class DNNLinearCombinedRegressor(_Combined):
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
        input_layer_partitioner=None,
        config=None,
        warm_start_from=None,
        loss_reduction="weighted_sum",
        batch_norm=False,
        linear_sparse_combiner="sum",
    ):
        self._setup(
            RegressionHead(label_dimension),
            linear_feature_columns,
            linear_optimizer,
            dnn_columns=dnn_feature_columns,
            dnn_optimizer=dnn_optimizer,
            hidden_units=dnn_hidden_units,
            activation_fn=dnn_activation_fn,
            dropout=dnn_dropout,
            input_layer_partitioner=input_layer_partitioner,
            batch_norm=batch_norm,
            model_dir=model_dir,
            config=config,
            warm_start_from=warm_start_from,
        )


class DNNLinearCombinedEstimator(_Combined):
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
        input_layer_partitioner=None,
        config=None,
        linear_sparse_combiner="sum",
    ):
        self._setup(
            head,
            linear_feature_columns,
            linear_optimizer,
            dnn_columns=dnn_feature_columns,
            dnn_optimizer=dnn_optimizer,
            hidden_units=dnn_hidden_units,
            activation_fn=dnn_activation_fn,
            dropout=dnn_dropout,
            input_layer_partitioner=input_layer_partitioner,
            batch_norm=False,
            model_dir=model_dir,
            config=config,
            warm_start_from=None,
        )


class _Baseline(Estimator):
    def _setup(self, head, optimizer, model_dir, config):
        def model_fn(features, labels, mode, config):
            with variable_scope("baseline", values=_values(features)):
                bias = get_variable("bias", [head.logits_dimension], initializer=Zeros())
                logits = bias * ones([1, head.logits_dimension])

            def train_op_fn(loss):
                return optimizer_of(optimizer).minimize(loss, global_step=get_global_step())

            return head.create_estimator_spec(
                features=features, mode=mode, logits=logits, labels=labels, train_op_fn=train_op_fn
            )

        Estimator.__init__(self, model_fn, model_dir, config=config)


class BaselineClassifier(_Baseline):
    def __init__(
        self,
        model_dir=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        optimizer="Ftrl",
        config=None,
        loss_reduction="weighted_sum",
    ):
        self._setup(classifier_head(n_classes), optimizer, model_dir, config=config)


class BaselineRegressor(_Baseline):
    def __init__(
        self,
        model_dir=None,
        label_dimension=1,
        weight_column=None,
        optimizer="Ftrl",
        config=None,
        loss_reduction="weighted_sum",
    ):
        self._setup(RegressionHead(label_dimension), optimizer, model_dir, config=config)


class BaselineEstimator(_Baseline):
    def __init__(self, head, model_dir=None, optimizer="Ftrl", config=None):
        self._setup(head, optimizer, model_dir, config=config)
