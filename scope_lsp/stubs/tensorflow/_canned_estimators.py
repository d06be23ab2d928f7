"""The canned estimators: linear models, deep networks, both together, and baselines.

Not here: the Estimator itself (`estimator`), boosted trees, and what `tf.compat.v2` has under
the same names.

Modelled on tensorflow_estimator/python/estimator/canned/{linear,dnn,dnn_linear_combined,baseline,
optimizers}.py, which come with TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._constant_ops import ones
from tensorflow._estimator_heads import RegressionHead, classifier_head
from tensorflow._feature_columns import SharedEmbeddingColumn
from tensorflow._feature_layers import DenseFeatures, LinearModel
from tensorflow._get_variable import get_variable
from tensorflow._global_step import get_global_step
from tensorflow._graph import GraphKeys
from tensorflow._init_ops import GlorotUniform, Zeros
from tensorflow._layers_core import Dense, Dropout
from tensorflow._layers_norm import BatchNormalization
from tensorflow._nn_ops import relu
from tensorflow._optimizers import AdagradOptimizer, AdamOptimizer, FtrlOptimizer, GradientDescentOptimizer, RMSPropOptimizer
from tensorflow._partitioners import min_max_variable_partitioner
from tensorflow._variable_functions import assign_add
from tensorflow._variable_scope import variable_scope
from tensorflow.estimator import Estimator
from tensorflow.feature_column import _LinearModel, columns_of, input_layer

_OPTIMIZERS = {
    "Adagrad": AdagradOptimizer,
    "Adam": AdamOptimizer,
    "Ftrl": FtrlOptimizer,
    "RMSProp": RMSPropOptimizer,
    "SGD": GradientDescentOptimizer,
}


def optimizer_of(given):
    """optimizers.get_optimizer_instance."""
    if _scope_lsp.is_a(given, str):
        if given not in _OPTIMIZERS:
            raise ValueError("Unsupported optimizer name: %s. Supported names are: %s" % (given, tuple(sorted(_OPTIMIZERS))))
        return _OPTIMIZERS[given](learning_rate=0.05)
    return given() if _scope_lsp.is_known(given) and callable(given) else given


def _shares(feature_columns):
    for column in columns_of(feature_columns):
        if isinstance(column, SharedEmbeddingColumn):
            return True
    return False


def _values(features):
    return tuple(features.values()) if _scope_lsp.is_a(features, dict) else None


def dnn_logits(features, mode, units, hidden_units, feature_columns, activation_fn, dropout, partitioner, batch_norm):
    """What `dnn_logit_fn_builder` builds, inside of the scope "dnn"."""
    layers = []
    for i, size in enumerate(hidden_units):
        with variable_scope("hiddenlayer_%d" % i) as entered:
            dense = Dense(size, activation_fn, kernel_initializer=GlorotUniform(), name=entered, _scope=entered)
            norm = None
            if dropout is not None:
                Dropout(dropout)
            if batch_norm:
                norm = BatchNormalization(momentum=0.999, name="batchnorm_%d" % i, _scope="batchnorm_%d" % i)
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
    return min_max_variable_partitioner(max_partitions=config.num_ps_replicas, min_slice_size=64 << 20)


class _DNN(Estimator):
    def _setup(self, head, hidden_units, feature_columns, optimizer, activation_fn, dropout, input_layer_partitioner, batch_norm, model_dir, config, warm_start_from):
        def model_fn(features, labels, mode, config):
            instance = optimizer_of(optimizer)
            with variable_scope("dnn", values=_values(features), partitioner=min_max_variable_partitioner(max_partitions=config.num_ps_replicas)):
                logits = dnn_logits(features, mode, head.logits_dimension, hidden_units=hidden_units, feature_columns=feature_columns, activation_fn=activation_fn, dropout=dropout, partitioner=input_layer_partitioner or _small(config), batch_norm=batch_norm)
                return head.create_estimator_spec(features=features, mode=mode, labels=labels, optimizer=instance, logits=logits)

        Estimator.__init__(self, model_fn, model_dir, config=config, params=None, warm_start_from=warm_start_from)


class DNNClassifier(_DNN):
    def __init__(self, hidden_units, feature_columns, model_dir=None, n_classes=2, weight_column=None, label_vocabulary=None, optimizer="Adagrad", activation_fn=relu, dropout=None, input_layer_partitioner=None, config=None, warm_start_from=None, loss_reduction="weighted_sum", batch_norm=False):
        self._setup(classifier_head(n_classes), hidden_units, feature_columns, optimizer=optimizer, activation_fn=activation_fn, dropout=dropout, input_layer_partitioner=input_layer_partitioner, batch_norm=batch_norm, model_dir=model_dir, config=config, warm_start_from=warm_start_from)


class DNNRegressor(_DNN):
    def __init__(self, hidden_units, feature_columns, model_dir=None, label_dimension=1, weight_column=None, optimizer="Adagrad", activation_fn=relu, dropout=None, input_layer_partitioner=None, config=None, warm_start_from=None, loss_reduction="weighted_sum", batch_norm=False):
        self._setup(RegressionHead(label_dimension), hidden_units, feature_columns, optimizer=optimizer, activation_fn=activation_fn, dropout=dropout, input_layer_partitioner=input_layer_partitioner, batch_norm=batch_norm, model_dir=model_dir, config=config, warm_start_from=warm_start_from)


class DNNEstimator(_DNN):
    def __init__(self, head, hidden_units, feature_columns, model_dir=None, optimizer="Adagrad", activation_fn=relu, dropout=None, input_layer_partitioner=None, config=None, warm_start_from=None, batch_norm=False):
        self._setup(head, hidden_units, feature_columns, optimizer=optimizer, activation_fn=activation_fn, dropout=dropout, input_layer_partitioner=input_layer_partitioner, batch_norm=batch_norm, model_dir=model_dir, config=config, warm_start_from=warm_start_from)


class _Linear(Estimator):
    def _setup(self, head, feature_columns, optimizer, partitioner, model_dir, config, warm_start_from):
        def model_fn(features, labels, mode, config):
            with variable_scope("linear", values=_values(features), partitioner=partitioner or _small(config)):
                logits = linear_logits(features, head.logits_dimension, feature_columns)
                return head.create_estimator_spec(features=features, mode=mode, labels=labels, optimizer=optimizer_of(optimizer or "Ftrl"), logits=logits)

        Estimator.__init__(self, model_fn, model_dir, config=config, params=None, warm_start_from=warm_start_from)


class LinearClassifier(_Linear):
    def __init__(self, feature_columns, model_dir=None, n_classes=2, weight_column=None, label_vocabulary=None, optimizer="Ftrl", config=None, partitioner=None, warm_start_from=None, loss_reduction="weighted_sum", sparse_combiner="sum"):
        self._setup(classifier_head(n_classes), feature_columns, optimizer, partitioner=partitioner, model_dir=model_dir, config=config, warm_start_from=warm_start_from)


class LinearRegressor(_Linear):
    def __init__(self, feature_columns, model_dir=None, label_dimension=1, weight_column=None, optimizer="Ftrl", config=None, partitioner=None, warm_start_from=None, loss_reduction="weighted_sum", sparse_combiner="sum"):
        self._setup(RegressionHead(label_dimension), feature_columns, optimizer, partitioner=partitioner, model_dir=model_dir, config=config, warm_start_from=warm_start_from)


class LinearEstimator(_Linear):
    def __init__(self, head, feature_columns, model_dir=None, optimizer="Ftrl", config=None, partitioner=None, sparse_combiner="sum"):
        self._setup(head, feature_columns, optimizer, partitioner=partitioner, model_dir=model_dir, config=config, warm_start_from=None)


class _Combined(Estimator):
    def _setup(self, head, linear_columns, linear_optimizer, dnn_columns, dnn_optimizer, hidden_units, activation_fn, dropout, input_layer_partitioner, batch_norm, model_dir, config, warm_start_from):
        def model_fn(features, labels, mode, config):
            small = input_layer_partitioner or _small(config)
            parts = []
            if dnn_columns:
                instance = optimizer_of(dnn_optimizer)
                with variable_scope("dnn", values=_values(features), partitioner=min_max_variable_partitioner(max_partitions=config.num_ps_replicas)) as entered:
                    logits = dnn_logits(features, mode, head.logits_dimension, hidden_units=hidden_units, feature_columns=dnn_columns, activation_fn=activation_fn, dropout=dropout, partitioner=small, batch_norm=batch_norm)
                    parts.append((logits, instance, entered.name))
            if linear_columns:
                instance = optimizer_of(linear_optimizer)
                with variable_scope("linear", values=_values(features), partitioner=small) as entered:
                    parts.append((linear_logits(features, head.logits_dimension, linear_columns), instance, entered.name))

            def train_op_fn(loss):
                for _, optimizer, name in parts:
                    optimizer.minimize(loss, var_list=_scope_lsp.get_collection(GraphKeys.TRAINABLE_VARIABLES, name, None, chosen=False))
                return assign_add(get_global_step(), 1).op

            logits = parts[0][0]
            if len(parts) == 2:
                logits = logits + parts[1][0]
            return head.create_estimator_spec(features=features, mode=mode, labels=labels, train_op_fn=train_op_fn, logits=logits)

        if not linear_columns and not dnn_columns:
            raise ValueError("Either linear_feature_columns or dnn_feature_columns must be defined.")
        Estimator.__init__(self, model_fn, model_dir, config=config, params=None, warm_start_from=warm_start_from)


class DNNLinearCombinedClassifier(_Combined):
    def __init__(self, model_dir=None, linear_feature_columns=None, linear_optimizer="Ftrl", dnn_feature_columns=None, dnn_optimizer="Adagrad", dnn_hidden_units=None, dnn_activation_fn=relu, dnn_dropout=None, n_classes=2, weight_column=None, label_vocabulary=None, input_layer_partitioner=None, config=None, warm_start_from=None, loss_reduction="weighted_sum", batch_norm=False, linear_sparse_combiner="sum"):
        self._setup(classifier_head(n_classes), linear_feature_columns, linear_optimizer, dnn_columns=dnn_feature_columns, dnn_optimizer=dnn_optimizer, hidden_units=dnn_hidden_units, activation_fn=dnn_activation_fn, dropout=dnn_dropout, input_layer_partitioner=input_layer_partitioner, batch_norm=batch_norm, model_dir=model_dir, config=config, warm_start_from=warm_start_from)


class DNNLinearCombinedRegressor(_Combined):
    def __init__(self, model_dir=None, linear_feature_columns=None, linear_optimizer="Ftrl", dnn_feature_columns=None, dnn_optimizer="Adagrad", dnn_hidden_units=None, dnn_activation_fn=relu, dnn_dropout=None, label_dimension=1, weight_column=None, input_layer_partitioner=None, config=None, warm_start_from=None, loss_reduction="weighted_sum", batch_norm=False, linear_sparse_combiner="sum"):
        self._setup(RegressionHead(label_dimension), linear_feature_columns, linear_optimizer, dnn_columns=dnn_feature_columns, dnn_optimizer=dnn_optimizer, hidden_units=dnn_hidden_units, activation_fn=dnn_activation_fn, dropout=dnn_dropout, input_layer_partitioner=input_layer_partitioner, batch_norm=batch_norm, model_dir=model_dir, config=config, warm_start_from=warm_start_from)


class DNNLinearCombinedEstimator(_Combined):
    def __init__(self, head, model_dir=None, linear_feature_columns=None, linear_optimizer="Ftrl", dnn_feature_columns=None, dnn_optimizer="Adagrad", dnn_hidden_units=None, dnn_activation_fn=relu, dnn_dropout=None, input_layer_partitioner=None, config=None, linear_sparse_combiner="sum"):
        self._setup(head, linear_feature_columns, linear_optimizer, dnn_columns=dnn_feature_columns, dnn_optimizer=dnn_optimizer, hidden_units=dnn_hidden_units, activation_fn=dnn_activation_fn, dropout=dnn_dropout, input_layer_partitioner=input_layer_partitioner, batch_norm=False, model_dir=model_dir, config=config, warm_start_from=None)


class _Baseline(Estimator):
    def _setup(self, head, optimizer, model_dir, config):
        def model_fn(features, labels, mode, config):
            with variable_scope("baseline", values=_values(features)):
                bias = get_variable("bias", [head.logits_dimension], initializer=Zeros())
                logits = bias * ones([1, head.logits_dimension])

            def train_op_fn(loss):
                return optimizer_of(optimizer).minimize(loss, global_step=get_global_step())

            return head.create_estimator_spec(features=features, mode=mode, logits=logits, labels=labels, train_op_fn=train_op_fn)

        Estimator.__init__(self, model_fn, model_dir, config=config)


class BaselineClassifier(_Baseline):
    def __init__(self, model_dir=None, n_classes=2, weight_column=None, label_vocabulary=None, optimizer="Ftrl", config=None, loss_reduction="weighted_sum"):
        self._setup(classifier_head(n_classes), optimizer, model_dir, config=config)


class BaselineRegressor(_Baseline):
    def __init__(self, model_dir=None, label_dimension=1, weight_column=None, optimizer="Ftrl", config=None, loss_reduction="weighted_sum"):
        self._setup(RegressionHead(label_dimension), optimizer, model_dir, config=config)


class BaselineEstimator(_Baseline):
    def __init__(self, head, model_dir=None, optimizer="Ftrl", config=None):
        self._setup(head, optimizer, model_dir, config=config)
