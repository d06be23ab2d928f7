"""`tf.contrib.estimator`: the heads that are written without canned estimators.

Modelled on contrib/estimator and canned/head.py of the estimator that comes with TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import clip_by_global_norm
from tensorflow._estimator_heads import BinaryHead, MultiClassHead, RegressionHead
from tensorflow._optimizer import Optimizer
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.estimator._towers import TowerOptimizer, replicate_model_fn
from tensorflow.estimator import Estimator, ModeKeys, _accepted


def binary_classification_head(
    weight_column=None,
    thresholds=None,
    label_vocabulary=None,
    loss_reduction="weighted_sum_over_batch_size",
    loss_fn=None,
    name=None,
):
    return BinaryHead(1, thresholds, name)


def multi_class_head(
    n_classes,
    weight_column=None,
    label_vocabulary=None,
    loss_reduction="weighted_sum_over_batch_size",
    loss_fn=None,
    name=None,
):
    return MultiClassHead(n_classes, name=name)


def regression_head(
    weight_column=None,
    label_dimension=1,
    loss_reduction="weighted_sum_over_batch_size",
    loss_fn=None,
    inverse_link_fn=None,
    name=None,
):
    return RegressionHead(label_dimension, name=name)


def add_metrics(estimator, metric_fn):
    """An estimator that measures more when it is evaluated."""

    def new_model_fn(features, labels, mode, config):
        spec = estimator.model_fn(features, labels, mode, config)
        if mode != ModeKeys.EVAL or not _scope_lsp.is_known(spec):
            return spec
        given = _accepted(
            metric_fn,
            {
                "features": features,
                "labels": labels,
                "predictions": spec.predictions,
                "config": config,
            },
        )
        made = dict(spec.eval_metric_ops or {})
        made.update(metric_fn(**given) or {})
        return spec._replace(eval_metric_ops=made)

    return Estimator(new_model_fn, model_dir=estimator.model_dir, config=estimator.config)


class _ClippedOptimizer(Optimizer):
    """An optimizer that clips gradients before another one applies them (_TransformGradients)."""

    def __init__(self, optimizer, clip_norm):
        Optimizer.__init__(self, False, "TransformGradients")
        self._optimizer = optimizer
        self._clip_norm = clip_norm

    def compute_gradients(self, *args, **kwargs):
        return self._optimizer.compute_gradients(*args, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        pairs = list(grads_and_vars)
        clipped, _ = clip_by_global_norm([grad for grad, _ in pairs], self._clip_norm)
        return self._optimizer.apply_gradients(
            [(grad, pair[1]) for grad, pair in zip(clipped, pairs)], global_step, name
        )

    def get_slot(self, *args, **kwargs):
        return self._optimizer.get_slot(*args, **kwargs)

    def get_slot_names(self, *args, **kwargs):
        return self._optimizer.get_slot_names(*args, **kwargs)

    def variables(self):
        return self._optimizer.variables()


def clip_gradients_by_norm(optimizer, clip_norm):
    return _ClippedOptimizer(optimizer, clip_norm)


def __getattr__(name):
    return _lookup("contrib.estimator." + name)
