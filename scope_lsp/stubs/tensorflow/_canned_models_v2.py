"""The model functions of the canned estimators of version 2.

They train with optimizers of Keras, and their variables are those of Keras layers.

Modelled on tensorflow_estimator/python/estimator/canned/{baseline,linear,dnn,dnn_linear_combined,
optimizers}.py, which come with TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._constant_ops import ones, zeros
from tensorflow._control_flow import group
from tensorflow._feature_layers import DenseFeaturesV2, LinearModel
from tensorflow._global_step import get_or_create_global_step
from tensorflow._init_ops import GlorotUniform
from tensorflow._tensor import scope
from tensorflow._variables import Variable
from tensorflow.keras import _core, _dropout, _norm, optimizers
from tensorflow.keras._training import Model

_OPTIMIZERS = {
    "Adagrad": optimizers.Adagrad,
    "Adam": optimizers.Adam,
    "Ftrl": optimizers.Ftrl,
    "RMSProp": optimizers.RMSprop,
    "SGD": optimizers.SGD,
}


def get_optimizer_instance_v2(opt, learning_rate=None):
    if _scope_lsp.is_a(opt, str):
        if opt not in _OPTIMIZERS:
            raise ValueError(
                "Unsupported optimizer name: %s. Supported names are: %s"
                % (opt, tuple(sorted(_OPTIMIZERS)))
            )
        return _OPTIMIZERS[opt]() if not learning_rate else _OPTIMIZERS[opt](learning_rate)
    return opt() if _scope_lsp.is_known(opt) and callable(opt) else opt


def _training(optimizer, mode, learning_rate=None, counts=True):
    """The optimizer, which counts in the global step, where there is something to train."""
    if mode != "train":
        return optimizer
    found = get_optimizer_instance_v2(optimizer, learning_rate)
    if counts:
        found.iterations = get_or_create_global_step()
    return found


class _DNNModel(Model):
    """_DNNModelV2: its layers are called after the name scopes in which they are constructed."""

    def __init__(
        self,
        units,
        hidden_units,
        feature_columns,
        activation_fn,
        dropout,
        batch_norm,
        name=None,
        **kwargs,
    ):
        super(_DNNModel, self).__init__(name=name, **kwargs)
        with scope("input_from_feature_columns"):
            self._input_layer = DenseFeaturesV2(
                feature_columns, name=_scope_lsp.current_name_scope() + "/input_layer"
            )
        self._hidden_layers, self._dropout_layers, self._batch_norm_layers = [], [], []
        for i, size in enumerate(hidden_units):
            with scope("hiddenlayer_%d" % i):
                shared = _scope_lsp.current_name_scope()
                self._hidden_layers.append(
                    _core.Dense(
                        size,
                        activation_fn,
                        kernel_initializer=GlorotUniform(),
                        name=shared,
                    )
                )
                if dropout is not None:
                    self._dropout_layers.append(_dropout.Dropout(dropout))
                if batch_norm:
                    self._batch_norm_layers.append(
                        _norm.BatchNormalization(momentum=0.999, name=shared + "/batchnorm_%d" % i)
                    )
        with scope("logits"):
            self._logits_layer = _core.Dense(
                units,
                None,
                kernel_initializer=GlorotUniform(),
                name=_scope_lsp.current_name_scope(),
            )

    def call(self, features, mode):
        net = self._input_layer(features)
        for i, layer in enumerate(self._hidden_layers):
            net = layer(net)
            if self._dropout_layers and mode == "train":
                net = self._dropout_layers[i](net, training=True)
            if self._batch_norm_layers:
                net = self._batch_norm_layers[i](net, training=mode == "train")
        return self._logits_layer(net)


def _dnn(head, mode, features, hidden_units, feature_columns, activation_fn, dropout, batch_norm):
    model = _DNNModel(
        head.logits_dimension,
        hidden_units,
        tuple(feature_columns or []),
        activation_fn=activation_fn,
        dropout=dropout,
        batch_norm=batch_norm,
        name="dnn",
    )
    return model(features, mode), model.trainable_variables, model.updates


def _linear(head, features, feature_columns):
    model = LinearModel(feature_columns, head.logits_dimension, name="linear/linear_model")
    logits = model(features)
    return logits, model.variables


def baseline_fn(head, optimizer):
    def model_fn(features, labels, mode, config):
        with scope("baseline"):
            bias = Variable(zeros([head.logits_dimension]), name="bias")
            logits = bias * ones([1, head.logits_dimension])
        opt = _training(optimizer, mode, 0.3)
        return head.create_estimator_spec(
            features=features,
            mode=mode,
            logits=logits,
            labels=labels,
            train_op_fn=lambda loss: opt.get_updates(loss, [bias])[0],
        )

    return model_fn


def linear_fn(head, feature_columns, optimizer):
    def model_fn(features, labels, mode, config):
        logits, variables = _linear(head, features, tuple(feature_columns or []))
        return head.create_estimator_spec(
            features=features,
            mode=mode,
            logits=logits,
            labels=labels,
            optimizer=_training(optimizer or "Ftrl", mode, 0.2),
            trainable_variables=variables,
        )

    return model_fn


def dnn_fn(head, hidden_units, feature_columns, optimizer, activation_fn, dropout, batch_norm):
    def model_fn(features, labels, mode, config):
        logits, variables, updates = _dnn(
            head,
            mode,
            features,
            hidden_units=hidden_units,
            feature_columns=feature_columns,
            activation_fn=activation_fn,
            dropout=dropout,
            batch_norm=batch_norm,
        )
        return head.create_estimator_spec(
            features=features,
            mode=mode,
            logits=logits,
            labels=labels,
            optimizer=_training(optimizer, mode),
            trainable_variables=variables,
            update_ops=updates,
        )

    return model_fn


def combined_fn(head, linear, linear_optimizer, dnn, dnn_optimizer, units, options):
    def model_fn(features, labels, mode, config):
        if not linear and not dnn:
            raise ValueError(
                "Either linear_feature_columns or dnn_feature_columns must be defined."
            )
        parts = []
        if dnn:
            opt = _training(dnn_optimizer, mode, 0.001, counts=False)
            parts.append(
                (opt,)
                + _dnn(head, mode, features, hidden_units=units, feature_columns=dnn, **options)
            )
        if linear:
            opt = _training(linear_optimizer, mode, 0.005, counts=False)
            parts.append((opt,) + _linear(head, features, linear) + ((),))
        if mode == "train":
            parts[0][0].iterations = get_or_create_global_step()

        def train_op_fn(loss):
            done = []
            for opt, _, variables, updates in parts:
                done += opt.get_updates(loss, variables)
                done += updates
            return group(*done)

        logits = parts[0][1]
        if len(parts) == 2:
            logits = logits + parts[1][1]
        return head.create_estimator_spec(
            features=features, mode=mode, logits=logits, labels=labels, train_op_fn=train_op_fn
        )

    return model_fn
