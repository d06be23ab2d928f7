"""Model functions of which each device has its own copy, which share their variables.

Modelled on contrib/estimator/replicate_model_fn.py of the estimator that comes with TensorFlow
1.15.5.  The machine is taken to have one device, as long as a program names no others.
"""

import _scope_lsp

from tensorflow._array_joins import split
from tensorflow._math_ops import add_n
from tensorflow._optimizer import Optimizer
from tensorflow._tensor import create_op, scope
from tensorflow._variable_scope import variable_scope
from tensorflow.estimator import ModeKeys, _accepted


class _Towers:
    """What the copies of one model function know of each other."""

    def __init__(self, count):
        self.count = count
        self.index = 0
        self.first = None
        self.collected = [[] for _ in range(count)]


_RUNNING = []


def replicate_model_fn(model_fn, loss_reduction="weighted_sum_by_nonzero_weights", devices=None):
    if _scope_lsp.is_a(loss_reduction, str) and loss_reduction == "none":
        raise ValueError(
            "Tower losses need to be reduced in some way, yet %s reduction is specified."
            % loss_reduction
        )
    count = len(devices) if _scope_lsp.is_a(devices, (list, tuple)) and devices else 1

    def replicated_model_fn(features, labels, mode, params=None, config=None):
        if count == 1:
            return _in_towers(
                model_fn, [features], [labels], mode=mode, params=params, config=config
            )[0]
        with scope("split_inputs"):
            features = _shards(features, count)
            labels = [None] * count if labels is None else _shards(labels, count)
        specs = _in_towers(model_fn, features, labels, mode=mode, params=params, config=config)
        if not _scope_lsp.is_known(specs[0]) or not _scope_lsp.is_known(specs[-1]):
            return specs[-1]
        if mode == ModeKeys.TRAIN:
            return specs[-1]._replace(loss=add_n([spec.loss for spec in specs], name="loss"))
        return specs[0]

    return replicated_model_fn


def _shards(values, count):
    """A part of a batch for each tower: of each tensor where there are several."""
    if _scope_lsp.is_a(values, dict):
        parts = {name: split(values[name], count) for name in values}
        return [{name: parts[name][index] for name in parts} for index in range(count)]
    return split(values, count)


def _in_towers(model_fn, features, labels, mode, params, config):
    towers = _Towers(len(features))
    _RUNNING.append(towers)
    specs = []
    for index in range(towers.count):
        with variable_scope("", reuse=index > 0) as var_scope:
            with scope("" if index == 0 else "tower_" + str(index)) as name_scope:
                towers.index = index
                if index == 0:
                    towers.first = var_scope, name_scope
                given = {"params": params, "config": config}
                specs.append(
                    model_fn(
                        mode=mode,
                        features=features[index],
                        labels=labels[index],
                        **_accepted(model_fn, given),
                    )
                )
    _RUNNING.pop()
    return specs


class TowerOptimizer(Optimizer):
    """The gradients of all towers, which another optimizer applies in the last one."""

    @_scope_lsp.takes(lambda self, optimizer_or_optimizer_fn: 0)
    def __init__(self, optimizer_or_optimizer_fn):
        self._optimizer_or_optimizer_fn = optimizer_or_optimizer_fn

    @staticmethod
    def has_been_used():
        return _scope_lsp.unknown("whether an optimizer of towers was used")

    def _get_optimizer(self):
        if callable(self._optimizer_or_optimizer_fn):
            self._optimizer_or_optimizer_fn = self._optimizer_or_optimizer_fn()
        return self._optimizer_or_optimizer_fn

    def get_slot(self, *args, **kwargs):
        return self._get_optimizer().get_slot(*args, **kwargs)

    def get_slot_names(self, *args, **kwargs):
        return self._get_optimizer().get_slot_names(*args, **kwargs)

    def get_name(self, *args, **kwargs):
        return self._get_optimizer().get_name(*args, **kwargs)

    def variables(self, *args, **kwargs):
        return self._get_optimizer().variables(*args, **kwargs)

    def compute_gradients(self, loss, *args, **kwargs):
        return self._get_optimizer().compute_gradients(loss, *args, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, **kwargs):
        optimizer = self._get_optimizer()
        if not _RUNNING or _RUNNING[-1].count == 1:
            return optimizer.apply_gradients(grads_and_vars, global_step, **kwargs)
        towers = _RUNNING[-1]
        towers.collected[towers.index].append(list(grads_and_vars))
        if towers.index < towers.count - 1:
            return create_op("NoOp", "train_op_placeholder")
        at = len(towers.collected[towers.index]) - 1
        lists = {}
        for pairs in towers.collected:
            for grad, var in pairs[at]:
                if grad is not None:
                    lists.setdefault(var, []).append(grad)
        var_scope, name_scope = towers.first
        with variable_scope(var_scope):
            with scope(name_scope):
                with scope("gradient_aggregating"):
                    pairs = [(add_n(grads), var) for var, grads in lists.items()]
                return optimizer.apply_gradients(pairs, global_step=global_step, **kwargs)
