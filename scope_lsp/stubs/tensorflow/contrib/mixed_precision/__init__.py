"""`tf.contrib.mixed_precision`: an optimizer that scales losses, and what says by how much.

Modelled on contrib/mixed_precision/python/loss_scale_{optimizer,manager}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._control_flow import cond, group, no_op
from tensorflow._math_ops import is_finite
from tensorflow._maybe_gradients import in_place_of
from tensorflow._mixed_precision import scaled
from tensorflow._optimizer import Optimizer
from tensorflow._reductions import reduce_all
from tensorflow._tensor import convert
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variables import Variable


class LossScaleManager:
    def get_loss_scale(self):
        return None

    def update_loss_scale(self, finite_grads):
        return None


class FixedLossScaleManager(LossScaleManager):
    def __init__(self, loss_scale):
        if loss_scale < 1:
            raise ValueError("loss scale must be at least 1.")
        self._loss_scale = convert(float(loss_scale))

    def get_loss_scale(self):
        return self._loss_scale

    def update_loss_scale(self, finite_grads):
        return no_op()


class ExponentialUpdateLossScaleManager(LossScaleManager):
    def __init__(
        self,
        init_loss_scale,
        incr_every_n_steps,
        decr_every_n_nan_or_inf=2,
        incr_ratio=2,
        decr_ratio=0.8,
    ):
        self._loss_scale = Variable(
            name="loss_scale",
            initial_value=convert(init_loss_scale, _dtypes.float32),
            dtype=_dtypes.float32,
            trainable=False,
        )
        self._num_good_steps = _count("good_steps")
        self._num_bad_steps = _count("bad_steps")

    def get_loss_scale(self):
        return self._loss_scale

    def update_loss_scale(self, finite_grads):
        return cond(finite_grads, no_op, no_op)


def _count(name):
    return Variable(name=name, initial_value=0, dtype=_dtypes.int32, trainable=False)


class LossScaleOptimizer(Optimizer):
    def __init__(self, opt, loss_scale_manager):
        self._opt = opt
        self._loss_scale_manager = loss_scale_manager

    def compute_gradients(
        self,
        loss,
        var_list=None,
        gate_gradients=Optimizer.GATE_OP,
        aggregation_method=None,
        colocate_gradients_with_ops=False,
        grad_loss=None,
    ):
        factor = self._loss_scale_manager.get_loss_scale()
        pairs = self._opt.compute_gradients(
            scaled(loss, lambda loss: loss * factor),
            var_list=var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            colocate_gradients_with_ops=colocate_gradients_with_ops,
            grad_loss=grad_loss,
        )
        return _unscaled(pairs) if _scope_lsp.is_known(pairs) else pairs

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        if not _scope_lsp.is_known(grads_and_vars):
            return _scope_lsp.unknown("an op that trains unknown variables")
        pairs = tuple(grads_and_vars)
        are_finite = reduce_all([reduce_all(is_finite(grad)) for grad, _ in pairs])
        applied = cond(
            are_finite, lambda: self._opt.apply_gradients(pairs, global_step, name), no_op
        )
        return group(applied, self._loss_scale_manager.update_loss_scale(are_finite))


def _unscaled(pairs):
    return [
        (None if _scope_lsp.is_known(grad) and grad is None else in_place_of(grad, grad * 1.0), var)
        for grad, var in pairs
    ]


def __getattr__(name):
    return _lookup("contrib.mixed_precision." + name)
