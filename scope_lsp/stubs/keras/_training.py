"""`keras.Model`: what compiling and training make.

Until 2.2 metrics are functions, which hold nothing; from 2.3 on they hold variables, as in
tf.keras.

Modelled on keras/engine/training.py of Keras 2.2.4 and 2.3.1.
"""

import _scope_lsp

from tensorflow._constant_ops import placeholder
from tensorflow._math_ops import add_n
from tensorflow._reductions import reduce_mean
from tensorflow._shape import TensorShape, as_dims
from tensorflow._tensor import convert, dtype_of, scope

from keras import _state, losses, metrics, optimizers
from keras._inputs import int_shape
from keras._network import Network
from keras._release import IS_2_3
from keras._shared import _training as _shared
from keras._shared._output_metrics import metric_lists
from keras._shared._training import _symbolic as symbolic


class Model(Network, _shared.Model):
    def compile(
        self,
        optimizer,
        loss=None,
        metrics=None,
        loss_weights=None,
        sample_weight_mode=None,
        weighted_metrics=None,
        target_tensors=None,
        **kwargs,
    ):
        if IS_2_3:
            _shared.Model.compile(
                self,
                optimizer,
                loss,
                metrics=metrics,
                loss_weights=loss_weights,
                sample_weight_mode=sample_weight_mode,
                weighted_metrics=weighted_metrics,
                target_tensors=target_tensors,
            )
            return
        self.optimizer = optimizers.get(optimizer)
        self.loss = loss or []
        self._compiled_with = (loss, metrics, loss_weights, weighted_metrics)
        if not self.built or not self.inputs or not self.outputs:
            return
        self._is_compiled = True
        self._train_made = False
        names = self.output_names
        functions = _shared._per_output(loss, names, losses.get)
        ends = [
            (name, output, function)
            for name, output, function in zip(names, self.outputs, functions)
            if not _scope_lsp.is_known(function) or function is not None
        ]
        targets = self._targets(ends, target_tensors)
        for name, output, function in ends:
            placeholder(
                dtype_of(_state.floatx()),
                (None, None) if sample_weight_mode == "temporal" else (None,),
                name + "_sample_weights",
            )
        self.total_loss = self._sum_losses(ends, targets)
        self._compile_metrics(metrics, ends, targets)
        self._collected_trainable_weights = self.trainable_weights

    def _targets(self, ends, given):
        found = []
        for i, (name, output, function) in enumerate(ends):
            one = given
            if isinstance(given, (list, tuple)):
                one = given[i] if i < len(given) else None
            elif isinstance(given, dict):
                one = given.get(name)
            if _scope_lsp.is_known(one) and one is None:
                dims = as_dims(int_shape(output))
                one = placeholder(
                    dtype_of(output.dtype),
                    TensorShape((None,) * len(dims)) if isinstance(dims, tuple) else None,
                    name + "_target",
                )
            found.append(one)
        return found

    def _sum_losses(self, ends, targets):
        total = []
        with scope("loss"):
            for (name, output, function), target in zip(ends, targets):
                with scope(name + "_loss"):
                    total.append(reduce_mean(convert(function(target, output))))
            total.extend(self.losses)
            return add_n(total) if len(total) > 1 else (total[0] if total else None)

    def _compile_metrics(self, wanted, ends, targets):
        """The ops of the metrics; a metric may be a program's own layer, which makes variables."""
        lists = dict(zip(self.output_names, metric_lists(wanted, self.output_names)))
        with scope("metrics"):
            for (name, output, function), target in zip(ends, targets):
                for metric in lists.get(name, ()):
                    if not _scope_lsp.is_known(metric):
                        continue
                    found = (
                        metrics.accuracy
                        if metric in ("accuracy", "acc", "crossentropy", "ce")
                        else metrics.get(metric)
                    )
                    with scope(
                        metric
                        if isinstance(metric, str)
                        else getattr(metric, "name", getattr(metric, "__name__", "metric"))
                    ):
                        if callable(found):
                            found(target, output)

    @property
    def metrics(self):
        return _shared.Model.metrics.fget(self) if IS_2_3 else []

    # Training.

    def _make_train_function(self):
        if self._train_made or not self._is_compiled or not _scope_lsp.is_known(self.optimizer):
            return
        self._train_made = True
        with scope("training"), scope(self.optimizer.__class__.__name__):
            self.optimizer.get_updates(self.total_loss, self._collected_trainable_weights)

    def _standardize(self, x, y=None):
        if not self.built and not self.inputs:
            self._set_inputs(x)
        if not self._is_compiled and self.optimizer is not None:
            loss, metrics, loss_weights, weighted_metrics = self._compiled_with
            self.compile(self.optimizer, loss, metrics, loss_weights=loss_weights)
