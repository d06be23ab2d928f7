"""Optimizers of tf.contrib.opt that average over workers, and the custom getters beside them.

They keep local copies of each variable; that these are in other collections is seen by
programs that list variables.

Modelled on contrib/opt/python/training/{elastic_average,model_average,agn,
drop_stale_gradient}_optimizer.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._control_flow import cond, group, no_op
from tensorflow._get_variable import get_variable
from tensorflow._global_step import get_global_step
from tensorflow._graph import GraphKeys, add_to_collection, get_collection_ref
from tensorflow._init_ops import Zeros
from tensorflow._math_ops import multiply, subtract
from tensorflow._optimizer import Optimizer
from tensorflow._savers_and_hooks import Saver, SessionRunHook
from tensorflow._variable_functions import global_variables, trainable_variables
from tensorflow._variables import Variable

_CENTER = "global_center_variable/"
_LOCAL = [GraphKeys.LOCAL_VARIABLES]
_GLOBAL = [GraphKeys.GLOBAL_VARIABLES]


def _untrained(asks_collections, getter, name, trainable, collections, args, kwargs):
    if asks_collections and collections is None:
        raise TypeError("argument of type 'NoneType' is not iterable")
    return getter(name, *args, trainable=trainable, collections=collections, **kwargs)


class _CopyingGetter:
    """Makes two more variables for each that is trained, one of them local."""

    _second = ""
    _asks_collections = True

    def __init__(self, worker_device):
        self._worker_device = worker_device
        self._global_map = {}
        self._local_map = {}

    def __call__(self, getter, name, trainable, collections, *args, **kwargs):
        if not trainable:
            return _untrained(
                self._asks_collections,
                getter,
                name,
                trainable=trainable,
                collections=collections,
                args=args,
                kwargs=kwargs,
            )
        local = getter(name, *args, trainable=True, collections=list(_LOCAL), **kwargs)
        if kwargs["reuse"] is True:
            return local
        center = getter(
            *args, name=_CENTER + name, trainable=False, collections=list(_GLOBAL), **kwargs
        )
        second = getter(
            *args, name=self._second + name, trainable=False, collections=list(_LOCAL), **kwargs
        )
        if kwargs["partitioner"] is None:
            self._global_map[local] = center
            self._local_map[local] = second
        else:
            for part, of_center, of_second in zip(list(local), list(center), list(second)):
                self._global_map[part] = of_center
                self._local_map[part] = of_second
        return local


class ElasticAverageCustomGetter(_CopyingGetter):
    _second = "local_center_variable/"


class AGNCustomGetter(_CopyingGetter):
    _second = "grad_variable/"
    _asks_collections = False


class ModelAverageCustomGetter:
    def __init__(self, worker_device):
        self._worker_device = worker_device
        self._global_map = {}

    def __call__(self, getter, name, trainable, collections, *args, **kwargs):
        if not trainable:
            return _untrained(
                True,
                getter,
                name,
                trainable=trainable,
                collections=collections,
                args=args,
                kwargs=kwargs,
            )
        local = getter(name, *args, trainable=True, collections=list(_LOCAL), **kwargs)
        self._global_map[local] = Variable(
            local.initialized_value(),
            name=_CENTER + name,
            trainable=False,
            collections=list(_GLOBAL),
        )
        return local


class _Averaging(Optimizer):
    """Trains by another optimizer and, every so many steps, averages."""

    def __init__(self, opt, use_locking, name):
        Optimizer.__init__(self, use_locking, name)
        self._opt = opt
        self._local_step = get_variable(
            initializer=0, trainable=False, collections=list(_LOCAL), name="local_step"
        )
        self._opt._prepare()

    def _counted(self, update):
        self._local_step.assign_add(1)
        return cond(_scope_lsp.unknown("is it time to average?"), update, no_op)

    def _trained(self, grads_and_vars):
        return [pair[1] for pair in grads_and_vars if pair[0] is not None]

    def get_init_op(self, task_index):
        return group()

    def make_session_run_hook(self, is_chief, task_index):
        return SessionRunHook()


def _moved_to_local(before):
    """Variables that came since `before` are no longer global, but local."""
    kept = get_collection_ref(GraphKeys.GLOBAL_VARIABLES)
    if not _scope_lsp.is_known(kept):
        return
    for var in [var for var in list(kept) if var.op.name not in before]:
        add_to_collection(GraphKeys.LOCAL_VARIABLES, var)
        kept.remove(var)


class ElasticAverageOptimizer(_Averaging):
    BETA = 0.9

    def __init__(
        self,
        opt,
        num_worker,
        ea_custom_getter,
        communication_period=10,
        moving_rate=None,
        rho=None,
        use_locking=True,
        synchronous=False,
        name="ElasticAverageOptimizer",
    ):
        _Averaging.__init__(self, opt, use_locking, name=name)
        self._local_map = ea_custom_getter._local_map
        self._global_map = ea_custom_getter._global_map
        self._moving_rate = (
            self.BETA / communication_period / num_worker if moving_rate is None else moving_rate
        )

    def compute_gradients(
        self,
        loss,
        var_list=None,
        gate_gradients=Optimizer.GATE_OP,
        aggregation_method=None,
        colocate_gradients_with_ops=False,
        grad_loss=None,
    ):
        trained = trainable_variables()
        chosen = var_list or trained
        for var in chosen:
            loss = loss + _scope_lsp.unknown("a distance")
        return self._opt.compute_gradients(
            loss,
            chosen,
            gate_gradients,
            aggregation_method=aggregation_method,
            colocate_gradients_with_ops=colocate_gradients_with_ops,
            grad_loss=grad_loss,
        )

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        before = {var.op.name for var in global_variables()}
        self._opt.apply_gradients(grads_and_vars)
        _moved_to_local(before)

        def update():
            for var in self._trained(grads_and_vars):
                self._local_map[var].assign(self._global_map[var])
            return group()

        return self._counted(update)

    def swapping_saver(self, var_list=None, name="swapping_saver", **kwargs):
        return Saver(var_list, name=name)


class ModelAverageOptimizer(_Averaging):
    def __init__(
        self,
        opt,
        num_worker,
        is_chief,
        ma_custom_getter,
        interval_steps=100,
        use_locking=True,
        name="ModelAverageOptimizer",
    ):
        _Averaging.__init__(self, opt, use_locking, name=name)
        self._global_map = ma_custom_getter._global_map

    def compute_gradients(self, *args, **kwargs):
        return self._opt.compute_gradients(*args, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        if not grads_and_vars:
            raise ValueError("Must supply at least one variable")
        if global_step is None:
            raise ValueError("Global step is required")
        self._opt.apply_gradients(grads_and_vars)
        return self._counted(group)

    def get_init_op(self):
        return group()

    def make_session_run_hook(self):
        return SessionRunHook()


class AGNOptimizer(_Averaging):
    def __init__(
        self,
        optimizer,
        num_worker,
        custom_getter,
        communication_period=10,
        use_locking=True,
        name="AGNOptimizer",
    ):
        _Averaging.__init__(self, optimizer, use_locking, name=name)
        self._global_map = custom_getter._global_map
        self._grad_map = custom_getter._local_map

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        before = {var.op.name for var in global_variables()}
        self._opt.apply_gradients(grads_and_vars)
        _moved_to_local(before)

        def update():
            trained = self._trained(grads_and_vars)
            return self._opt.apply_gradients(
                [(self._grad_map[var], self._global_map[var]) for var in trained]
            )

        return self._counted(update)


class DropStaleGradientOptimizer(Optimizer):
    def __init__(self, opt, staleness, use_locking=False, name="DropStaleGradient"):
        Optimizer.__init__(self, use_locking, name)
        self._opt = opt
        self._staleness = staleness

    def compute_gradients(self, loss, *args, **kwargs):
        self._local_step = get_global_step() + 0
        return self._opt.compute_gradients(loss, *args, **kwargs)

    def get_slot(self, *args, **kwargs):
        return self._opt.get_slot(*args, **kwargs)

    def get_slot_names(self, *args, **kwargs):
        return self._opt.get_slot_names(*args, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        counter = get_variable("stale_counter", [], initializer=Zeros(), trainable=False)

        def accept():
            self._opt.apply_gradients(grads_and_vars, global_step=global_step, name=name)
            return 0.0

        return counter.assign_add(cond(_scope_lsp.unknown("is it stale?"), accept, lambda: 1.0))
