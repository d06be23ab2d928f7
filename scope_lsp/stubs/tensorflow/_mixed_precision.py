"""Optimizers around others that scale losses, and the switch for mixed precision.

Not here: that of Keras (`keras/_loss_scale_optimizer`), and the factors (`_loss_scales`).
Modelled on training/experimental/{loss_scale_optimizer,mixed_precision}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _loss_scales
from tensorflow._control_flow import group, no_op
from tensorflow._layers_base import smart_cond
from tensorflow._maybe_gradients import in_place_of
from tensorflow._optimizer import Optimizer


class MixedPrecisionLossScaleOptimizer(Optimizer):
    def __init__(self, opt, loss_scale):
        if not isinstance(opt, Optimizer):
            raise ValueError('"opt" must be an instance of Optimizer, but got: %s' % type(opt))
        self._optimizer = opt
        super(MixedPrecisionLossScaleOptimizer, self).__init__(opt._use_locking, opt._name)
        self._loss_scale = _loss_scales.get(loss_scale)

    def _doing_dynamic_loss_scaling(self):
        return isinstance(self._loss_scale, _loss_scales.DynamicLossScale)

    def compute_gradients(
        self,
        loss,
        var_list=None,
        gate_gradients=Optimizer.GATE_OP,
        aggregation_method=None,
        colocate_gradients_with_ops=False,
        grad_loss=None,
    ):
        pairs = self._optimizer.compute_gradients(
            loss=self._scale_loss(loss),
            var_list=var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            colocate_gradients_with_ops=colocate_gradients_with_ops,
            grad_loss=grad_loss,
        )
        return unscaled_pairs(pairs, self._loss_scale()) if _scope_lsp.is_known(pairs) else pairs

    def _scale_loss(self, loss):
        factor = self._loss_scale()
        return scaled(loss, lambda loss: loss * factor)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        if not self._doing_dynamic_loss_scaling():
            return self._optimizer.apply_gradients(grads_and_vars, global_step, name)
        if not _scope_lsp.is_known(grads_and_vars):
            return _scope_lsp.unknown("an op that trains unknown variables")
        pairs = tuple(grads_and_vars)
        name = name if name is not None else self.get_name()
        update, are_finite = self._loss_scale.update([grad for grad, _ in pairs])
        applied = smart_cond(
            are_finite,
            lambda: self._optimizer.apply_gradients(pairs, global_step, name + "-wrapped"),
            no_op,
        )
        return group(applied, update, name=name)


def scaled(loss, times):
    """A loss, or a function that gives one, times a factor."""
    if _scope_lsp.is_known(loss) and callable(loss):
        return lambda: times(loss())
    return times(loss)


def unscaled_pairs(pairs, factor):
    """The same gradients as without the factor, with their variables."""
    return list(zip(unscaled([grad for grad, _ in pairs], factor), [var for _, var in pairs]))


def unscaled(grads, factor):
    reciprocal = 1.0 / factor
    return [
        None if _scope_lsp.is_known(grad) and grad is None else in_place_of(grad, grad * reciprocal)
        for grad in grads
    ]


def _wrapped(opt, loss_scale):
    for wrapper in ("MixedPrecisionLossScaleOptimizer", "LossScaleOptimizer"):
        if opt.__class__.__name__ == wrapper:
            raise ValueError(
                '"opt" must not already be an instance of a %s. '
                "`enable_mixed_precision_graph_rewrite` will automatically wrap the optimizer with "
                "a %s." % (wrapper, wrapper)
            )
    if isinstance(opt, Optimizer):
        return MixedPrecisionLossScaleOptimizer(opt, loss_scale)
    from tensorflow.keras._optimizer_v2 import Optimizer as OptimizerOfKeras  # few programs need it

    if isinstance(opt, OptimizerOfKeras):
        from tensorflow.keras._loss_scale_optimizer import LossScaleOptimizer  # as above

        return LossScaleOptimizer(opt, loss_scale)
    raise ValueError(
        '"opt" must be an instance of a tf.train.Optimizer or a tf.keras.optimizers.Optimizer, but '
        "got: %s" % opt
    )


def enable_mixed_precision_graph_rewrite(opt, loss_scale="dynamic"):
    if not _scope_lsp.is_known(opt):
        return _scope_lsp.unknown_code("an optimizer that scales losses", True)
    return _wrapped(opt, loss_scale)


enable_mixed_precision_graph_rewrite_v1 = enable_mixed_precision_graph_rewrite


def disable_mixed_precision_graph_rewrite():
    return None
