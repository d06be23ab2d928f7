"""`tf.keras.mixed_precision`: an optimizer of Keras around another that scales losses.

Not here: policies for dtypes.
Modelled on keras/mixed_precision/experimental/loss_scale_optimizer.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _loss_scales
from tensorflow._casts import cast
from tensorflow._control_flow import group, no_op
from tensorflow._layers_base import smart_cond
from tensorflow._mixed_precision import scaled, unscaled, unscaled_pairs
from tensorflow._nested_structures import flatten
from tensorflow.keras._optimizer_v2 import Optimizer


class LossScaleOptimizer(Optimizer):
    def __init__(self, opt, loss_scale):
        if not isinstance(opt, Optimizer):
            raise ValueError('"opt" must be an instance of OptimizerV2, but got: %s' % opt)
        for switch in ("clipnorm", "clipvalue"):
            if hasattr(opt, switch):
                value = getattr(opt, switch)
                raise ValueError(
                    "LossScaleOptimizer does not support wrapping optimizers with a %s. Optimizer "
                    "%s has %s %s" % (switch, opt, switch, value)
                )
        self._optimizer = opt
        self._loss_scale = _loss_scales.get(loss_scale)
        self._hyper = {}

    @property
    def loss_scale(self):
        return self._loss_scale

    def get_scaled_loss(self, loss):
        factor = self._loss_scale()
        return scaled(loss, lambda loss: loss * cast(factor, loss.dtype))

    def get_unscaled_gradients(self, grads):
        return unscaled(grads, self._loss_scale())

    def _compute_gradients(self, loss, var_list, grad_loss=None):
        pairs = self._optimizer._compute_gradients(self.get_scaled_loss(loss), var_list, grad_loss)
        return unscaled_pairs(pairs, self._loss_scale())

    def minimize(self, loss, var_list, grad_loss=None, name=None):
        return self.apply_gradients(self._compute_gradients(loss, var_list), name=name)

    def get_gradients(self, loss, params):
        grads = self._optimizer.get_gradients(self.get_scaled_loss(loss), params)
        return self.get_unscaled_gradients(grads)

    def get_updates(self, loss, params):
        params = flatten(params)
        return [self.apply_gradients(zip(self.get_gradients(loss, params), params))]

    def apply_gradients(self, grads_and_vars, name=None):
        if not _scope_lsp.is_known(grads_and_vars):
            return _scope_lsp.unknown("an op that trains unknown variables")
        pairs = list(grads_and_vars)
        update, are_finite = self._loss_scale.update([grad for grad, _ in pairs])
        applied = smart_cond(
            are_finite, lambda: self._optimizer.apply_gradients(pairs, name), no_op
        )
        return group(applied, update)

    @property
    def iterations(self):
        return self._optimizer.iterations

    @iterations.setter
    def iterations(self, variable):
        self._optimizer.iterations = variable

    @property
    def learning_rate(self):
        return self._optimizer.learning_rate

    @learning_rate.setter
    def learning_rate(self, value):
        self._optimizer.learning_rate = value

    lr = learning_rate

    def get_slot_names(self):
        return self._optimizer.get_slot_names()

    def get_config(self):
        raise NotImplementedError("get_config() is not yet implemented for LossScaleOptimizers")
