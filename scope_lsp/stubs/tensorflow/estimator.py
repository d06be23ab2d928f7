"""`tf.estimator`: an Estimator builds a graph for each call of train, evaluate and predict.

Not here: the canned estimators (`_canned_estimators`).

Modelled on tensorflow_estimator/python/estimator/{estimator,model_fn,run_config}.py, which comes
with TensorFlow 1.15.5.
"""

import copy
import tempfile
from collections import namedtuple
from functools import partial
from inspect import getfullargspec

import _scope_lsp

from tensorflow._dataset import Dataset
from tensorflow._estimator_spec import EstimatorSpec, ModeKeys, checked
from tensorflow._evaluation import get_or_create_eval_step
from tensorflow._global_step import get_or_create_global_step
from tensorflow._graph import Graph
from tensorflow._shape import as_dim
from tensorflow._tensor import Tensor
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._tensor_util import value_dims, value_dtype
from tensorflow.metrics import mean as _mean


TrainSpec = namedtuple("TrainSpec", ["input_fn", "max_steps", "hooks"], defaults=(None, ()))
EvalSpec = namedtuple(
    "EvalSpec",
    ["input_fn", "steps", "name", "hooks", "exporters", "start_delay_secs", "throttle_secs"],
    defaults=(100, None, (), None, 120, 600),
)


def _parameters_of_RunConfig(
    self,
    model_dir=None,
    tf_random_seed=None,
    save_summary_steps=None,
    save_checkpoints_steps=None,
    save_checkpoints_secs=None,
    session_config=None,
    keep_checkpoint_max=None,
    keep_checkpoint_every_n_hours=None,
    log_step_count_steps=None,
    train_distribute=None,
    device_fn=None,
    protocol=None,
    eval_distribute=None,
    experimental_distribute=None,
    experimental_max_worker_delay_secs=None,
    session_creation_timeout_secs=None,
): ...


class RunConfig:
    @_scope_lsp.takes(_parameters_of_RunConfig)
    def __init__(self, model_dir=None, tf_random_seed=None, *rest, **options):
        self.model_dir = model_dir
        self.tf_random_seed = tf_random_seed
        self.is_chief = True
        self.num_worker_replicas = 1
        self.num_ps_replicas = 0
        self.task_type = "worker"
        self.task_id = 0
        self._options = options

    def __getattr__(self, name):
        if name[:1] == "_":
            raise AttributeError(name)
        return self._options.get(name, _scope_lsp.unknown("a setting of a RunConfig"))

    def replace(self, **options):
        config = copy.copy(self)
        config._options = {**self._options, **options}
        for name in options:
            if name in self.__dict__:
                setattr(config, name, options[name])
        return config


def _accepted(function, offered):
    """Those of the offered arguments that a function takes; as util/function_utils.py (fn_args)."""
    if isinstance(function, partial):
        bound = set(function.keywords)
        accepted = _accepted(function.func, offered)
        return {name: value for name, value in accepted.items() if name not in bound}
    spec = getfullargspec(function)
    if not _scope_lsp.is_known(spec):
        return {}
    return {
        name: value
        for name, value in offered.items()
        if name in spec.args or name in spec.kwonlyargs or spec.varkw
    }


def _with_folder(config, model_dir):
    """As estimator.py (maybe_overwrite_model_dir_and_session_config)."""
    if not _scope_lsp.is_a(config, RunConfig):
        return config
    if model_dir is not None and not _scope_lsp.is_known(model_dir):
        return config.replace(model_dir=model_dir)
    if model_dir:
        return config.replace(model_dir=model_dir)
    if config.model_dir is None:
        return config.replace(model_dir=tempfile.mkdtemp())
    return config


class Estimator:
    def __init__(self, model_fn, model_dir=None, config=None, params=None, warm_start_from=None):
        self._model_fn = model_fn
        self._config = _with_folder(RunConfig() if config is None else config, model_dir)
        self._params = {} if params is None else params
        self.model_dir = self._config.model_dir
        self._trained_to = None

    @property
    def config(self):
        return self._config

    @property
    def params(self):
        return self._params

    @property
    def model_fn(self):
        return lambda features, labels, mode, config: self._call_model_fn(
            features, labels, mode, config=config
        )

    def _call_input_fn(self, input_fn, mode):
        if not _scope_lsp.is_known(input_fn) or input_fn is None:
            return _scope_lsp.unknown("what an input function gives")
        result = input_fn(
            **_accepted(input_fn, {"mode": mode, "params": self._params, "config": self._config})
        )
        return (
            result.make_initializable_iterator().get_next()
            if _scope_lsp.is_a(result, Dataset)
            else result
        )

    def _call_model_fn(self, features, labels, mode, config):
        if not _scope_lsp.is_known(self._model_fn):
            return _scope_lsp.unknown("the model function of an estimator")
        given = _accepted(
            self._model_fn,
            {"labels": labels, "mode": mode, "params": self._params, "config": config},
        )
        return self._model_fn(features=features, **given)

    def _build(self, input_fn, mode):
        graph = Graph()
        with graph.as_default():
            get_or_create_global_step(graph)
            data = self._call_input_fn(input_fn, mode)
            if _scope_lsp.is_known(data) and isinstance(data, (tuple, list)) and len(data) == 2:
                features, labels = data
            elif _scope_lsp.is_known(data) and isinstance(data, dict):
                features, labels = data, None
            else:
                features = _scope_lsp.unknown("what an input function gives")
                labels = (
                    None
                    if mode == ModeKeys.PREDICT
                    else _scope_lsp.unknown("what an input function gives")
                )
            spec = self._call_model_fn(
                features, None if mode == ModeKeys.PREDICT else labels, mode, config=self._config
            )
            if mode == ModeKeys.EVAL and isinstance(spec, EstimatorSpec):
                _mean(spec.loss)
                metrics = spec.eval_metric_ops
                if _scope_lsp.is_a(metrics, dict) and "global_step" in metrics:
                    _scope_lsp.fail(
                        "Metric with name `global_step` is not allowed, because Estimator already "
                        "defines a default metric with the same name.",
                        when="awaited",
                    )
                get_or_create_eval_step()
        return spec

    def train(self, input_fn, hooks=None, steps=None, max_steps=None, saving_listeners=None):
        if steps is not None and max_steps is not None:
            _scope_lsp.fail("Can not provide both steps and max_steps.", when="awaited")
        for name, count in ("steps", steps), ("max_steps", max_steps):
            if _scope_lsp.is_number(count) and count <= 0:
                _scope_lsp.fail("Must specify %s > 0, given: %s" % (name, count), when="awaited")
        if _is_reached(max_steps, self._trained_to):
            if _scope_lsp.unknown("whether a checkpoint has as many steps already"):
                return self
        checked(hooks or (), "Hooks must be a SessionRunHook, given: %s")
        checked(
            saving_listeners or (),
            "saving_listeners must be a list of CheckpointSaverListener, given: %s",
        )
        self._build(input_fn, ModeKeys.TRAIN)
        self._trained_to = max_steps
        return self

    def evaluate(self, input_fn, steps=None, hooks=None, checkpoint_path=None, name=None):
        checked(hooks or (), "Hooks must be a SessionRunHook, given: %s")
        if _scope_lsp.is_number(steps) and steps <= 0:
            _scope_lsp.fail("Must specify steps > 0, given: %s" % steps, when="awaited")
        self._build(input_fn, ModeKeys.EVAL)
        return _scope_lsp.unknown("the results of an evaluation")

    def predict(
        self,
        input_fn,
        predict_keys=None,
        hooks=None,
        checkpoint_path=None,
        yield_single_examples=True,
    ):
        self._build(input_fn, ModeKeys.PREDICT)
        return _scope_lsp.unknown("the predictions of an estimator")

    def get_variable_names(self):
        return _scope_lsp.unknown("names in a checkpoint")

    def get_variable_value(self, name):
        return _scope_lsp.unknown("a value in a checkpoint")

    def latest_checkpoint(self):
        return _scope_lsp.unknown("the path of a checkpoint")

    def export_saved_model(
        self,
        export_dir_base,
        serving_input_receiver_fn,
        assets_extra=None,
        as_text=False,
        checkpoint_path=None,
        experimental_mode=ModeKeys.PREDICT,
    ):
        if serving_input_receiver_fn is None:
            _scope_lsp.fail("An input_receiver_fn must be defined.", when="awaited")
        return self._export({experimental_mode: serving_input_receiver_fn})

    def export_savedmodel(
        self,
        export_dir_base,
        serving_input_receiver_fn,
        assets_extra=None,
        as_text=False,
        checkpoint_path=None,
        strip_default_attrs=False,
    ):
        if serving_input_receiver_fn is None:
            _scope_lsp.fail("serving_input_receiver_fn must be defined.", when="awaited")
        return self._export({ModeKeys.PREDICT: serving_input_receiver_fn})

    def experimental_export_all_saved_models(
        self,
        export_dir_base,
        input_receiver_fn_map,
        assets_extra=None,
        as_text=False,
        checkpoint_path=None,
    ):
        return self._export(input_receiver_fn_map)

    def _export(self, receivers):
        """A graph for each mode in which a model is exported (_export_all_saved_models)."""
        for mode in (ModeKeys.TRAIN, ModeKeys.EVAL, ModeKeys.PREDICT):
            receiver = receivers.get(mode) if _scope_lsp.is_a(receivers, dict) else None
            if _scope_lsp.is_known(receiver) and receiver is not None:
                self._export_mode(receiver, mode)
        return _scope_lsp.unknown("the path of an export")

    def _export_mode(self, receiver, mode):
        """Estimator._add_meta_graph_for_mode."""
        graph = Graph()
        with graph.as_default():
            get_or_create_global_step(graph)
            received = receiver()
            features, labels = received.features, None
            if _scope_lsp.is_known(received):
                labels = getattr(received, "labels", None)
            self._call_model_fn(features, labels, mode, config=self._config)


def _is_reached(max_steps, trained_to):
    """Whether an estimator has been trained for so many steps before."""
    if not _scope_lsp.is_number(max_steps) or trained_to is None:
        return False
    return not _scope_lsp.is_number(trained_to) or max_steps <= trained_to


def train_and_evaluate(estimator, train_spec, eval_spec):
    estimator.train(train_spec.input_fn)
    estimator.evaluate(eval_spec.input_fn)
    return _scope_lsp.unknown("the results of an evaluation")


class inputs:
    @staticmethod
    def numpy_input_fn(
        x, y=None, batch_size=128, num_epochs=1, shuffle=None, queue_capacity=1000, num_threads=1
    ):
        def batch(array, name):
            dims, dtype = value_dims(array), value_dtype(array)
            first = as_dim(batch_size) if num_epochs is None else None
            full = _scope_lsp.new_op("QueueDequeueUpToV2", name)
            return Tensor(
                full,
                "QueueDequeueUpToV2",
                (first,) + dims[1:] if isinstance(dims, tuple) else dims,
                dtype=dtype,
            )

        def input_fn():
            if _scope_lsp.is_known(x) and isinstance(x, dict):
                features = {name: batch(x[name], "random_shuffle_queue_DequeueUpTo") for name in x}
            else:
                features = batch(x, "random_shuffle_queue_DequeueUpTo")
            if y is None:
                return features
            if _scope_lsp.is_known(y) and isinstance(y, dict):
                return features, {
                    name: batch(y[name], "random_shuffle_queue_DequeueUpTo") for name in y
                }
            return features, batch(y, "random_shuffle_queue_DequeueUpTo")

        return input_fn

    @staticmethod
    def pandas_input_fn(
        x,
        y=None,
        batch_size=128,
        num_epochs=1,
        shuffle=None,
        queue_capacity=1000,
        num_threads=1,
        target_column="target",
    ):
        return lambda: _scope_lsp.unknown("a batch of a data frame")


def __getattr__(name):
    if name == "export":
        return __import__("tensorflow._serving", fromlist=["*"])
    if name == "tpu":  # the same classes
        return __import__("tensorflow.contrib.tpu", fromlist=["*"])
    if name[:3] in ("DNN", "Lin", "Bas"):
        combined = name[:3] == "Bas" or name[:9] == "DNNLinear"
        module = "_combined_estimators" if combined else "_canned_estimators"
        canned = __import__("tensorflow." + module, fromlist=["*"])
        if hasattr(canned, name):
            return getattr(canned, name)
    if name[-4:] == "Head":
        from tensorflow import _estimator_heads_v2, _kinds_of_heads, _multi_heads  # few need them

        for module in _estimator_heads_v2, _kinds_of_heads, _multi_heads:
            if hasattr(module, name):
                return getattr(module, name)
    return _lookup("estimator." + name)
