"""`tf.contrib.opt`: optimizers that are variations of those of `tf.train`.

Modelled on contrib/opt/python/training of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._graph import get_default_graph
from tensorflow._maybe_gradients import may_be_none
from tensorflow._moving_averages import ExponentialMovingAverage
from tensorflow._control_flow import group, no_op
from tensorflow._optimizer import Optimizer
from tensorflow._optimizers import (
    AdagradOptimizer,
    AdamOptimizer,
    MomentumOptimizer,
    first_variable,
)
from tensorflow._reductions import clip_by_global_norm
from tensorflow._tensor import scope
from tensorflow._savers_and_hooks import Saver
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.opt._distributed import (
    AGNCustomGetter,
    AGNOptimizer,
    DropStaleGradientOptimizer,
    ElasticAverageCustomGetter,
    ElasticAverageOptimizer,
    ModelAverageCustomGetter,
    ModelAverageOptimizer,
)
from tensorflow.contrib.opt._second_order import GGTOptimizer, ShampooOptimizer


class DecoupledWeightDecayExtension:
    def __init__(self, weight_decay, **kwargs):
        self._decay_var_list = None
        self._weight_decay = weight_decay
        self._weight_decay_tensor = None
        super(DecoupledWeightDecayExtension, self).__init__(**kwargs)

    def minimize(
        self,
        loss,
        global_step=None,
        var_list=None,
        gate_gradients=Optimizer.GATE_OP,
        aggregation_method=None,
        colocate_gradients_with_ops=False,
        name=None,
        grad_loss=None,
        decay_var_list=None,
    ):
        return super(DecoupledWeightDecayExtension, self).minimize(
            loss,
            global_step=global_step,
            var_list=var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            colocate_gradients_with_ops=colocate_gradients_with_ops,
            name=name,
            grad_loss=grad_loss,
        )

    def apply_gradients(self, grads_and_vars, global_step=None, name=None, decay_var_list=None):
        return super(DecoupledWeightDecayExtension, self).apply_gradients(
            grads_and_vars, global_step=global_step, name=name
        )

    def _prepare(self):
        self._weight_decay_tensor = self._tensor_of(self._weight_decay, "weight_decay")
        super(DecoupledWeightDecayExtension, self)._prepare()

    def _decay_weights_op(self, var):
        return no_op()


def extend_with_decoupled_weight_decay(base_optimizer):
    class OptimizerWithDecoupledWeightDecay(DecoupledWeightDecayExtension, base_optimizer):
        def __init__(self, weight_decay, *args, **kwargs):
            super(OptimizerWithDecoupledWeightDecay, self).__init__(weight_decay, *args, **kwargs)

    return OptimizerWithDecoupledWeightDecay


class MomentumWOptimizer(DecoupledWeightDecayExtension, MomentumOptimizer):
    def __init__(
        self,
        weight_decay,
        learning_rate,
        momentum,
        use_locking=False,
        name="MomentumW",
        use_nesterov=False,
    ):
        super(MomentumWOptimizer, self).__init__(
            weight_decay,
            learning_rate=learning_rate,
            momentum=momentum,
            use_locking=use_locking,
            name=name,
            use_nesterov=use_nesterov,
        )


class AdamWOptimizer(DecoupledWeightDecayExtension, AdamOptimizer):
    def __init__(
        self,
        weight_decay,
        learning_rate=0.001,
        beta1=0.9,
        beta2=0.999,
        epsilon=1e-8,
        use_locking=False,
        name="AdamW",
    ):
        super(AdamWOptimizer, self).__init__(
            weight_decay,
            learning_rate=learning_rate,
            beta1=beta1,
            beta2=beta2,
            epsilon=epsilon,
            use_locking=use_locking,
            name=name,
        )


class LazyAdamOptimizer(AdamOptimizer):
    """Adam that leaves alone the rows that a gather did not take."""


class NadamOptimizer(AdamOptimizer):
    """Adam with Nesterov's momentum."""


class AdaMaxOptimizer(AdamOptimizer):
    def __init__(
        self,
        learning_rate=0.001,
        beta1=0.9,
        beta2=0.999,
        epsilon=1e-8,
        use_locking=False,
        name="AdaMax",
    ):
        AdamOptimizer.__init__(
            self,
            learning_rate,
            beta1,
            beta2=beta2,
            epsilon=epsilon,
            use_locking=use_locking,
            name=name,
        )

    def _get_beta_accumulators(self):
        return self._get_non_slot_variable("beta1_power", graph=get_default_graph())

    def _create_slots(self, var_list):
        self._create_non_slot_variable(
            initial_value=self._beta1, name="beta1_power", colocate_with=first_variable(var_list)
        )
        for var in var_list:
            self._zeros_slot(var, "m", self._name)
            self._zeros_slot(var, "v", self._name)

    def _finish(self, update_ops, name_scope):
        power = self._get_beta_accumulators()
        power.assign(power * self._beta1_t)
        return group(*update_ops, name=name_scope)


class AdamGSOptimizer(AdamOptimizer):
    def __init__(
        self,
        global_step=0,
        learning_rate=0.001,
        beta1=0.9,
        beta2=0.999,
        epsilon=1e-8,
        use_locking=False,
        name="Adam",
    ):
        AdamOptimizer.__init__(
            self,
            learning_rate,
            beta1,
            beta2=beta2,
            epsilon=epsilon,
            use_locking=use_locking,
            name=name,
        )
        self._global_step = global_step

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "m", self._name)
            self._zeros_slot(var, "v", self._name)


class LazyAdamGSOptimizer(AdamGSOptimizer):
    """The lazy Adam whose powers follow the global step."""


class RegAdagradOptimizer(AdagradOptimizer):
    def __init__(
        self, learning_rate, initial_accumulator_value=0.1, use_locking=False, name="RegAdagrad"
    ):
        AdagradOptimizer.__init__(
            self, learning_rate, initial_accumulator_value, use_locking=use_locking, name=name
        )


class _SignOptimizer(Optimizer):
    """One slot for each variable (PowerSignOptimizer, AddSignOptimizer)."""

    def __init__(self, learning_rate, beta, sign_decay_fn, use_locking, name):
        Optimizer.__init__(self, use_locking, name)
        self._lr = learning_rate
        self._beta = beta
        self._sign_decay_fn = sign_decay_fn

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        if self._sign_decay_fn is not None:
            self._sign_decay_t = self._tensor_of(self._sign_decay_fn(global_step), "sign_decay")
        return Optimizer.apply_gradients(self, grads_and_vars, global_step, name=name)

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "m", self._name)


class PowerSignOptimizer(_SignOptimizer):
    def __init__(
        self,
        learning_rate=0.1,
        base=2.718281828459045,
        beta=0.9,
        sign_decay_fn=None,
        use_locking=False,
        name="PowerSignOptimizer",
    ):
        _SignOptimizer.__init__(
            self,
            learning_rate,
            beta,
            sign_decay_fn=sign_decay_fn,
            use_locking=use_locking,
            name=name,
        )


class AddSignOptimizer(_SignOptimizer):
    def __init__(
        self,
        learning_rate=0.1,
        alpha=1.0,
        beta=0.9,
        sign_decay_fn=None,
        use_locking=False,
        name="AddSignOptimizer",
    ):
        _SignOptimizer.__init__(
            self,
            learning_rate,
            beta,
            sign_decay_fn=sign_decay_fn,
            use_locking=use_locking,
            name=name,
        )


class LARSOptimizer(Optimizer):
    def __init__(
        self,
        learning_rate,
        momentum=0.9,
        weight_decay=0.0001,
        eeta=0.001,
        epsilon=0.0,
        name="LARSOptimizer",
        skip_list=None,
        use_nesterov=False,
    ):
        Optimizer.__init__(self, False, name)
        self._learning_rate = learning_rate
        self._momentum = momentum

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "momentum", self._name)


class VariableClippingOptimizer(Optimizer):
    def __init__(
        self,
        opt,
        vars_to_clip_dims,
        max_norm,
        use_locking=False,
        colocate_clip_ops_with_vars=False,
        name="VariableClipping",
    ):
        Optimizer.__init__(self, use_locking, name)
        self._opt = opt

    def compute_gradients(self, *args, **kwargs):
        return self._opt.compute_gradients(*args, **kwargs)

    def get_slot(self, *args, **kwargs):
        return self._opt.get_slot(*args, **kwargs)

    def get_slot_names(self, *args, **kwargs):
        return self._opt.get_slot_names(*args, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        with scope(name, self._name) as scope_name:
            update = self._opt.apply_gradients(grads_and_vars, global_step=global_step)
            return group(update, name=scope_name)


class MovingAverageOptimizer(Optimizer):
    def __init__(self, opt, average_decay=0.9999, num_updates=None, sequential_update=True):
        self._optimizer = opt
        self._ema = ExponentialMovingAverage(average_decay, num_updates=num_updates)
        self._swapped_variable_name_map = None

    def compute_gradients(self, *args, **kwargs):
        return self._optimizer.compute_gradients(*args, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        train_op = self._optimizer.apply_gradients(
            grads_and_vars, global_step=global_step, name=name
        )
        trained = [
            var for grad, var in grads_and_vars if not may_be_none(grad, var) and grad is not None
        ]
        unsure = [var for grad, var in grads_and_vars if may_be_none(grad, var)]
        self._ema.apply(trained)
        if unsure and _scope_lsp.unknown("whether a gradient reaches a variable"):
            self._ema.apply(unsure)
        self._swapped_variable_name_map = {}
        for var in trained:
            average = self._ema.average(var)
            self._swapped_variable_name_map[var.op.name] = average.op.name
            self._swapped_variable_name_map[average.op.name] = var.op.name
        return group(train_op, name="train_with_avg")

    def swapping_saver(self, var_list=None, name="swapping_saver", **kwargs):
        return Saver(var_list, name=name)


class MultitaskOptimizerWrapper:
    """Trains by another optimizer, but where a gradient is all zeros."""

    def __init__(self, opt):
        if not isinstance(opt, Optimizer):
            raise TypeError("Supplied optimizer must be an instance of tf.train.Optimizer")
        self._opt = opt

    def __getattr__(self, name):
        return getattr(self._opt, name)


def clip_gradients_by_global_norm(gradients_variables, clip_norm=20.0):
    gradients = [pair[0] for pair in gradients_variables]
    clipped, norm = clip_by_global_norm(gradients, clip_norm)
    return list(zip(clipped, [pair[1] for pair in gradients_variables])), norm


def __getattr__(name):
    return _lookup("contrib.opt." + name)
