"""`tf.contrib.tpu`: the estimator for TPUs, as it runs on a machine that has none.

Not here: anything that only a TPU would do, and wrappers of optimizers (`tf.tpu`).

Modelled on tensorflow_estimator/python/estimator/tpu/{tpu_estimator,tpu_config}.py of
TensorFlow 1.15.5.
"""

from collections import namedtuple

import _scope_lsp

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.estimator import Estimator, EstimatorSpec, ModeKeys
from tensorflow.estimator import RunConfig as _RunConfig
from tensorflow.tpu import CrossShardOptimizer, bfloat16_scope, outside_compilation


class InputPipelineConfig:
    PER_SHARD_V1 = 1
    PER_HOST_V1 = 2
    PER_HOST_V2 = 3
    BROADCAST = 4


def _parameters_of_TPUConfig(
    cls,
    iterations_per_loop=None,
    num_shards=None,
    num_cores_per_replica=None,
    per_host_input_for_training=None,
    tpu_job_name=None,
    initial_infeed_sleep_secs=None,
    input_partition_dims=None,
    eval_training_input_configuration=None,
    experimental_host_call_every_n_steps=None,
): ...


class TPUConfig(namedtuple("TPUConfig", ["iterations_per_loop", "num_shards"])):
    @_scope_lsp.takes(_parameters_of_TPUConfig)
    def __new__(cls, iterations_per_loop=2, num_shards=None, *rest, **options):
        return super().__new__(cls, iterations_per_loop, num_shards)


class RunConfig(_RunConfig):
    def __init__(
        self, tpu_config=None, evaluation_master=None, master=None, cluster=None, **options
    ):
        super().__init__(**options)
        self.tpu_config = TPUConfig() if tpu_config is None else tpu_config
        self.cluster = cluster


_SPEC = (
    "mode predictions loss train_op eval_metrics export_outputs scaffold_fn host_call "
    "training_hooks evaluation_hooks prediction_hooks"
)


def _call_host(call):
    """_OutfeedHostCall.create_cpu_hostcall: a function and what it is given."""
    if call is None:
        return None
    function, tensors = call
    return function(**tensors) if isinstance(tensors, dict) else function(*tensors)


class TPUEstimatorSpec(namedtuple("TPUEstimatorSpec", _SPEC)):
    def __new__(
        cls,
        mode,
        predictions=None,
        loss=None,
        train_op=None,
        eval_metrics=None,
        export_outputs=None,
        scaffold_fn=None,
        host_call=None,
        training_hooks=None,
        evaluation_hooks=None,
        prediction_hooks=None,
    ):
        return super().__new__(
            cls,
            mode,
            predictions,
            loss=loss,
            train_op=train_op,
            eval_metrics=eval_metrics,
            export_outputs=export_outputs,
            scaffold_fn=scaffold_fn,
            host_call=host_call,
            training_hooks=training_hooks,
            evaluation_hooks=evaluation_hooks,
            prediction_hooks=prediction_hooks,
        )

    def as_estimator_spec(self):
        metrics = _call_host(self.eval_metrics)
        _call_host(self.host_call)
        scaffold = None if self.scaffold_fn is None else self.scaffold_fn()
        return EstimatorSpec(
            self.mode,
            self.predictions,
            self.loss,
            train_op=self.train_op,
            eval_metric_ops=metrics,
            export_outputs=self.export_outputs,
            scaffold=scaffold,
        )


def _parameters_of_TPUEstimator(
    self,
    model_fn=None,
    model_dir=None,
    config=None,
    params=None,
    use_tpu=None,
    train_batch_size=None,
    eval_batch_size=None,
    predict_batch_size=None,
    batch_axis=None,
    eval_on_tpu=None,
    export_to_tpu=None,
    export_to_cpu=None,
    warm_start_from=None,
    embedding_config_spec=None,
    export_saved_model_api_version=None,
): ...


class TPUEstimator(Estimator):
    @_scope_lsp.takes(_parameters_of_TPUEstimator)
    def __init__(
        self,
        model_fn=None,
        model_dir=None,
        config=None,
        params=None,
        use_tpu=True,
        train_batch_size=None,
        eval_batch_size=None,
        predict_batch_size=None,
        batch_axis=None,
        *rest,
        **options,
    ):
        super().__init__(model_fn, model_dir, config, params={} if params is None else params)
        self._batch_sizes = {
            ModeKeys.TRAIN: train_batch_size,
            ModeKeys.EVAL: eval_batch_size or train_batch_size,
            ModeKeys.PREDICT: predict_batch_size or train_batch_size,
        }
        self._own_params = self._params

    def _build(self, input_fn, mode):
        params = self._own_params
        if isinstance(params, dict) and _scope_lsp.is_known(params):
            params = dict(params)
            if self._batch_sizes[mode] is not None:
                params["batch_size"] = self._batch_sizes[mode]
        self._params = params
        return super()._build(input_fn, mode)

    def _call_model_fn(self, features, labels, mode, config):
        spec = super()._call_model_fn(features, labels, mode, config=config)
        return (
            spec.as_estimator_spec()
            if _scope_lsp.is_known(spec) and isinstance(spec, TPUEstimatorSpec)
            else spec
        )


def __getattr__(name):
    return _lookup("contrib.tpu." + name)
