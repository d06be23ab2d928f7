"""Optimizers of tf.contrib.opt that keep matrices: Shampoo and GGT.

Modelled on contrib/opt/python/training/{shampoo,ggt}.py and
contrib/optimizer_v2/optimizer_v2.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._casts import cast
from tensorflow._constant_ops import eye, zeros, zeros_like
from tensorflow._control_flow import cond, group
from tensorflow._dtypes import float32
from tensorflow._graph import GraphKeys, add_to_collection
from tensorflow._optimizer import Optimizer
from tensorflow._shape import as_dims
from tensorflow._tensor import convert, scope
from tensorflow._variables import Variable


class ShampooOptimizer(Optimizer):
    def __init__(
        self,
        global_step=0,
        max_matrix_size=768,
        gbar_decay=0.0,
        gbar_weight=1.0,
        mat_gbar_decay=1.0,
        mat_gbar_weight=1.0,
        learning_rate=1.0,
        svd_interval=1,
        precond_update_interval=1,
        epsilon=1e-4,
        alpha=0.5,
        use_iterative_root=False,
        use_locking=False,
        name="Shampoo",
    ):
        Optimizer.__init__(self, use_locking, name)
        self._global_step = cast(global_step, float32)
        self._max_matrix_size = max_matrix_size
        self._svd_interval = svd_interval

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "gbar", self._name)
            dims = var._dims
            for i, size in enumerate(dims if isinstance(dims, tuple) else ()):
                if not _scope_lsp.is_known(size) or not isinstance(size, int):
                    start = zeros(_scope_lsp.unknown("the shape of a slot"))
                elif size <= self._max_matrix_size:
                    start = zeros_like(eye(size))
                    if not _scope_lsp.is_known(self._svd_interval) or self._svd_interval > 1:
                        self._get_or_make_slot(var, eye(size), "H_%d" % i, op_name=self._name)
                else:
                    start = zeros([size])
                self._get_or_make_slot(var, start, "Gbar_%d" % i, op_name=self._name)

    def _apply_dense(self, grad, var):
        return var.assign_sub(grad)

    _resource_apply_dense = _apply_dense


class GGTOptimizer(Optimizer):
    """Variables of its own for all that it trains; their names do not tell of it."""

    def __init__(
        self,
        learning_rate=0.001,
        beta1=0.9,
        use_locking=False,
        name="GGT",
        window=10,
        eps=1e-4,
        svd_eps=1e-6,
        sigma_eps=1e-2,
    ):
        Optimizer.__init__(self, use_locking, name)
        self._window = window
        self._made = {}

    def minimize(
        self,
        loss,
        global_step=None,
        var_list=None,
        gate_gradients=1,
        aggregation_method=None,
        name=None,
        grad_loss=None,
        stop_gradients=None,
        scale_loss_by_num_replicas=False,
    ):
        found = self.compute_gradients(
            loss,
            var_list,
            gate_gradients,
            aggregation_method=aggregation_method,
            grad_loss=grad_loss,
        )
        return self.apply_gradients(found, global_step=global_step, name=name)

    def compute_gradients(
        self,
        loss,
        var_list=None,
        gate_gradients=1,
        aggregation_method=None,
        grad_loss=None,
        stop_gradients=None,
        scale_loss_by_num_replicas=False,
    ):
        return Optimizer.compute_gradients(
            self,
            loss,
            var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            colocate_gradients_with_ops=False,
            grad_loss=grad_loss,
        )

    def _apply(self, pairs, global_step, name):
        self._create_vars([var for _, var in pairs])
        with scope(name, self._name) as name:
            for _, var in pairs:
                with scope("update_" + var._op_name):
                    pass
            if global_step is None:
                train_op = group(name=name)
            else:
                group(name="update")
                train_op = global_step.assign_add(1, name=name, read_value=False).op
            add_to_collection(GraphKeys.TRAIN_OP, train_op)
            return train_op

    def _create_vars(self, variables):
        dtype = variables[0].dtype.base_dtype
        size = 0
        for var in variables:
            count = var.shape.num_elements()
            size = _scope_lsp.unknown("the size of a variable") if count is None else size + count
        for name, shape in (
            ("global_step", []),
            ("grad_buffer", [self._window, size]),
            ("moment1", [size]),
            ("flat_grad", [size]),
        ):
            if (name, variables[0].graph) not in self._made:
                self._made[name, variables[0].graph] = Variable(
                    zeros(shape, dtype), name=name, trainable=False, _slot=True
                )

    def variables(self):
        return list(self._made.values())
