"""`tf.train.SyncReplicasOptimizer`: an optimizer around another one.

Modelled on training/sync_replicas_optimizer.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._control_flow import group, no_op
from tensorflow._graph import GraphKeys
from tensorflow._optimizer import Optimizer
from tensorflow._tensor import create, create_op, scope
from tensorflow._variable_functions import report_uninitialized_variables
from tensorflow._variables import Variable


class SyncReplicasOptimizer(Optimizer):
    def __init__(
        self,
        opt,
        replicas_to_aggregate,
        total_num_replicas=None,
        variable_averages=None,
        variables_to_average=None,
        use_locking=False,
        name="sync_replicas",
    ):
        Optimizer.__init__(self, use_locking, name)
        self._opt = opt
        self._replicas_to_aggregate = replicas_to_aggregate
        self._total_num_replicas = (
            replicas_to_aggregate if total_num_replicas is None else total_num_replicas
        )
        self._variable_averages = variable_averages
        self._variables_to_average = variables_to_average
        self._global_step = None
        self._gradients_applied = False

    def compute_gradients(self, *args, **kwargs):
        return self._opt.compute_gradients(*args, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        if not grads_and_vars:
            raise ValueError("Must supply at least one variable")
        if global_step is None:
            raise ValueError("Global step is required to check staleness")
        self._global_step = global_step
        no_op()
        dtype = global_step.dtype.base_dtype
        self._local_step = Variable(
            0,
            trainable=False,
            collections=[GraphKeys.LOCAL_VARIABLES],
            dtype=dtype,
            name="sync_rep_local_step",
        )
        self.local_step_init_op = self._local_step.assign(global_step)
        self.ready_for_local_init_op = report_uninitialized_variables()
        with scope(None, self._name):
            if _scope_lsp.is_known(grads_and_vars):
                grads_and_vars = list(grads_and_vars)
                for grad, _ in grads_and_vars:
                    if grad is not None:
                        create_op("ConditionalAccumulator", "conditional_accumulator")
            # The variables of the inner optimizer are at the root.
            with scope(""):
                self._opt.apply_gradients(grads_and_vars, global_step)
                create_op("FIFOQueueV2", "sync_token_q")
                create_op("FIFOQueueV2", "dummy_queue")
                token = create("QueueDequeueV2", "sync_token_q_Dequeue", (), dtype=dtype)
                train_op = self._local_step.assign(token)
                if self._variable_averages is not None:
                    self._variable_averages.apply(self._variables_to_average)
            self.chief_init_op = group()
        self._gradients_applied = True
        return train_op

    def get_chief_queue_runner(self):
        if not self._gradients_applied:
            raise ValueError("Should be called after apply_gradients().")
        return _scope_lsp.unknown("a queue runner")

    def get_slot(self, *args, **kwargs):
        return self._opt.get_slot(*args, **kwargs)

    def variables(self):
        return self._opt.variables()

    def get_slot_names(self, *args, **kwargs):
        return self._opt.get_slot_names(*args, **kwargs)

    def get_init_tokens_op(self, num_tokens=-1):
        if not self._gradients_applied:
            raise ValueError("get_init_tokens_op() should be called after apply_gradients().")
        return no_op(name="no_init_tokens")

    def make_session_run_hook(self, is_chief, num_tokens=-1):
        return _scope_lsp.unknown("a hook of a session")
