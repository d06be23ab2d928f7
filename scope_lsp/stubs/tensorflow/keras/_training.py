"""`tf.keras.Model`: what compiling and training make: metrics, losses, the optimizer's variables.

A model is compiled and trained as far as names go; no data is looked at but its shape.

Modelled on keras/engine/{training,training_utils}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_ops import placeholder
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._reductions import reduce_mean
from tensorflow._math_ops import add_n
from tensorflow._shape import TensorShape, UNSURE, as_dims
from tensorflow._tensor import convert, dtype_of, is_tensor, scope
from tensorflow.keras import _state, losses, optimizers
from tensorflow.keras._network import Network
from tensorflow.keras._model_checks import (
    check_batch_size,
    check_fit,
    check_call_arguments,
    check_outputs,
    fed,
)
from tensorflow.keras._output_metrics import given_for, metric_lists, metric_of, named_outputs
from tensorflow.keras.metrics import Mean


class _Endpoint:
    """An output with its loss and its target (_TrainingEndpoint)."""

    def __init__(self, output, name, loss, weight, target):
        self.output = output
        self.name = name
        self.loss = loss
        self.weight = weight
        self.target = target
        if loss is not None and target is None:
            dims = as_dims(output.shape)
            shape = TensorShape((None,) * len(dims)) if isinstance(dims, tuple) else None
            self.target = placeholder(dtype_of(output.dtype), shape, name + "_target")


class Model(Network):
    _endpoints = ()
    _compile_metric_functions = ()
    _train_made = False
    total_loss = None

    def compile(
        self,
        optimizer="rmsprop",
        loss=None,
        metrics=None,
        loss_weights=None,
        sample_weight_mode=None,
        weighted_metrics=None,
        target_tensors=None,
        distribute=None,
        **kwargs,
    ):
        self.optimizer = (
            [optimizers.get(one) for one in optimizer]
            if isinstance(optimizer, (list, tuple))
            else optimizers.get(optimizer)
        )
        self.loss = loss or {}
        self._compiled_with = (loss, metrics, loss_weights, weighted_metrics)
        if not self.built or not self.inputs or not self.outputs:
            return
        self._is_compiled = True
        self._train_made = False
        for given in (loss, metrics, weighted_metrics):
            self.output_names = named_outputs(self.output_names, given)
        names = self.output_names
        for given in (metrics, weighted_metrics):
            check_outputs(names, loss, target_tensors, weights=loss_weights, metrics=given)
        functions = _per_output(loss, names, _loss_function)
        weights = _per_output(loss_weights, names, lambda weight: 1.0 if weight is None else weight)
        targets = (
            target_tensors
            if isinstance(target_tensors, (list, tuple))
            else [target_tensors] * len(names)
        )
        if isinstance(target_tensors, dict):
            targets = [target_tensors.get(name) for name in names]
        self._endpoints = [
            _Endpoint(*parts) for parts in zip(self.outputs, names, functions, weights, targets)
        ]
        self._compile_metric_functions = []
        plain = self._metrics_of(metrics)
        weighted = self._metrics_of(weighted_metrics)
        trained = [endpoint for endpoint in self._endpoints if endpoint.loss is not None]
        loss_metrics = []
        if len(self._endpoints) > 1:
            loss_metrics = [Mean(name=endpoint.name + "_loss") for endpoint in trained]
        self._handle_metrics(plain)
        self._handle_metrics(weighted)
        self.total_loss = self._total_loss(trained, loss_metrics)
        self._collected_trainable_weights = self._unique_trainable_weights

    def _metrics_of(self, wanted):
        """For each output its metrics, which are made here if they are given by name."""
        found = []
        for i, names in enumerate(metric_lists(wanted, self.output_names)):
            made = []
            if self._endpoints[i].loss is not None:
                for one in names:
                    metric = metric_of(one, self._endpoints[i])
                    if _scope_lsp.is_known(metric):
                        made.append(metric)
            for one in made:
                one._name = self._unique_metric_name(one._name, self.output_names[i])
                self._compile_metric_functions.append(one)
            found.append(made)
        return found

    def _unique_metric_name(self, name, output):
        base = name = output + "_" + name if len(self.output_names) > 1 else name
        number = 0
        while _scope_lsp.is_known(name) and name in self.metrics_names:
            number += 1
            name = "%s_%d" % (base, number)
        return name

    def _handle_metrics(self, per_output):
        with scope("metrics"):
            for endpoint, made in zip(self._endpoints, per_output):
                for metric in made:
                    with scope(metric.name):
                        metric(endpoint.target, endpoint.output)

    def _total_loss(self, trained, loss_metrics):
        total = []
        with scope("loss"):
            for i, endpoint in enumerate(trained):
                with scope(endpoint.name + "_loss"):
                    if hasattr(endpoint.loss, "reduction"):
                        total.append(
                            reduce_mean(
                                convert(endpoint.loss.call(endpoint.target, endpoint.output))
                            )
                        )
                    else:
                        total.append(convert(endpoint.loss(endpoint.target, endpoint.output)))
                if i < len(loss_metrics):
                    loss_metrics[i](total[-1])
            total.extend(self.losses)
            return add_n(total) if len(total) > 1 else (total[0] if total else None)

    @property
    def metrics(self):
        return (
            list(self._compile_metric_functions)
            + list(self._metrics)
            + _metrics_of_layers(self._children())
        )

    @property
    def metrics_names(self):
        names = ["loss"]
        if len(self._endpoints) > 1:
            names.extend(
                [
                    endpoint.name + "_loss"
                    for endpoint in self._endpoints
                    if endpoint.loss is not None
                ]
            )
        return names + [metric.name for metric in self.metrics]

    # Training.

    def _make_train_function(self):
        if self._train_made or not self._is_compiled or not _scope_lsp.is_known(self.optimizer):
            return
        self._train_made = True
        _state.learning_phase()
        with scope("training"):
            self.optimizer.get_updates(self.total_loss, self._collected_trainable_weights)
        with scope("training"):
            pass

    def _standardize(self, x, y=None):
        """Give a model without inputs the data's; compile it again (_standardize_user_data)."""
        if not self.inputs:
            self._set_inputs(fed(x))
        if not self._is_compiled and self.optimizer is not None:
            loss, metrics, loss_weights, weighted_metrics = self._compiled_with
            targets = [one for one in flatten(y) if is_tensor(one)]
            self.compile(
                self.optimizer,
                loss,
                metrics,
                loss_weights=loss_weights,
                weighted_metrics=weighted_metrics,
                target_tensors=targets or None,
            )

    def _set_inputs(self, inputs, outputs=None, training=None):
        names = {}
        if isinstance(inputs, dict):
            symbolic = {key: _symbolic(inputs[key], key) for key in sorted(inputs)}
        else:

            def one(value):
                names["count"] = names.get("count", 0) + 1
                return _symbolic(value, "input_%d" % names["count"])

            symbolic = (
                map_structure(one, inputs)
                if isinstance(inputs, (list, tuple)) and not _is_numbers(inputs)
                else one(inputs)
            )
        self.inputs = flatten(symbolic)
        if "training" in self._call_takes():
            outputs = self(
                symbolic, training=_state.learning_phase() if training is None else training
            )
        else:
            outputs = self(symbolic)
        self._set_outputs(outputs)

    def _assert_compile_was_called(self):
        if _scope_lsp.is_known(self.optimizer) and not self.optimizer:
            raise RuntimeError(
                "You must compile your model before training/testing. Use "
                "`model.compile(optimizer, loss)`."
            )

    def fit(self, x=None, y=None, batch_size=None, *args, **kwargs):
        self._assert_compile_was_called()
        check_call_arguments(self, "fit")
        check_fit(self, x, batch_size, named=kwargs)
        self._standardize(x, y)
        self._make_train_function()
        return _scope_lsp.unknown("the history of a training")

    def train_on_batch(self, x, y=None, *args, **kwargs):
        self._assert_compile_was_called()
        check_call_arguments(self, "train_on_batch")
        self._standardize(x, y)
        self._make_train_function()
        return _scope_lsp.unknown("a loss that was computed")

    def fit_generator(self, generator, *args, **kwargs):
        check_call_arguments(self, "fit_generator")
        self._assert_compile_was_called()
        self._standardize(_scope_lsp.unknown("what a generator yields"))
        self._make_train_function()
        return _scope_lsp.unknown("the history of a training")

    def _run(self, x=None, y=None):
        self._standardize(x, y)
        return _scope_lsp.unknown("what a model computes")

    def evaluate(
        self,
        x=None,
        y=None,
        batch_size=None,
        verbose=1,
        sample_weight=None,
        steps=None,
        callbacks=None,
        max_queue_size=10,
        workers=1,
        use_multiprocessing=False,
    ):
        self._assert_compile_was_called()
        check_call_arguments(self, "evaluate")
        check_batch_size(x, batch_size)
        return self._run(x, y)

    def predict(
        self,
        x,
        batch_size=None,
        verbose=0,
        steps=None,
        callbacks=None,
        max_queue_size=10,
        workers=1,
        use_multiprocessing=False,
    ):
        check_call_arguments(self, "predict")
        check_batch_size(x, batch_size)
        return self._run(x)

    def test_on_batch(self, x, y=None, sample_weight=None, reset_metrics=True):
        self._assert_compile_was_called()
        check_call_arguments(self, "test_on_batch")
        return self._run(x, y)

    def predict_on_batch(self, x):
        check_call_arguments(self, "predict_on_batch")
        return self._run(x)

    def evaluate_generator(
        self,
        generator,
        steps=None,
        callbacks=None,
        max_queue_size=10,
        workers=1,
        use_multiprocessing=False,
        verbose=0,
    ):
        check_call_arguments(self, "evaluate_generator")
        self._assert_compile_was_called()
        return self._run(_scope_lsp.unknown("what a generator yields"))

    def predict_generator(
        self,
        generator,
        steps=None,
        callbacks=None,
        max_queue_size=10,
        workers=1,
        use_multiprocessing=False,
        verbose=0,
    ):
        return self._run(_scope_lsp.unknown("what a generator yields"))

    def reset_metrics(self):
        return None


def _is_numbers(values):
    """A list of numbers, which is data and not a list of inputs."""
    while isinstance(values, (list, tuple)) and values:
        values = values[0]
    return isinstance(values, (int, float))


def _symbolic(value, name):
    """The placeholder for data; a tensor stays what it is (ModelInputs.get_symbolic_inputs)."""
    if is_tensor(value):
        return value
    if not _scope_lsp.is_known(value):
        return placeholder(_dtypes.float32, value, name)
    found = convert(value) if _is_numbers(value) else value
    dims = as_dims(found.shape) if hasattr(found, "shape") else UNSURE
    dtype = dtype_of(found.dtype) if hasattr(found, "dtype") else None
    if dtype is None or dtype.is_floating:
        dtype = dtype_of(_state.floatx())
    if isinstance(dims, tuple):
        shape = TensorShape((None,) + (dims[1:] or (1,)))
    else:
        shape = _scope_lsp.unknown("the shape of data")
    return placeholder(dtype, shape, name)


def _per_output(given, names, convert_one):
    if not _scope_lsp.is_known(given):
        return [given] * len(names)
    if isinstance(given, dict):
        return [convert_one(given_for(name, given)) for name in names]
    if isinstance(given, (list, tuple)):
        return [convert_one(one) for one in given]
    return [convert_one(given) for _ in names]


def _metrics_of_layers(layers):
    """Those that layers added; what a model among them was compiled with is its own."""
    found = []
    for layer in layers:
        if isinstance(layer, Model):
            found += layer._metrics + _metrics_of_layers(layer._children())
        else:
            found += layer.metrics
    return found


def _loss_function(loss):
    """training_utils.get_loss_function."""
    if not _scope_lsp.is_known(loss) or loss is None or isinstance(loss, losses.Loss):
        return loss
    function = losses.get(loss)
    if not _scope_lsp.is_known(function) or isinstance(function, losses.Loss):
        return function
    return losses.LossFunctionWrapper(
        function, "sum_over_batch_size", getattr(function, "__name__", None)
    )
