"""`tf.contrib.optimizer_v2`: optimizers that keep their variables per graph, in a state.

Modelled on contrib/optimizer_v2/*.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._casts import cast
from tensorflow._constant_ops import ones_like
from tensorflow._control_flow import group
from tensorflow._graph import get_default_graph
from tensorflow._init_ops import Constant
from tensorflow._optimizer import Optimizer, collected, constrained
from tensorflow._slots import (
    create_slot,
    create_slot_with_initializer,
    create_zeros_slot,
    is_defined,
)
from tensorflow._tensor import convert, create, create_op, scope
from tensorflow._variables import Variable


class _State:
    """What an optimizer keeps for one graph: hyperparameters, slots and other variables."""

    def __init__(self, optimizer):
        self._optimizer = optimizer
        self._op_name = optimizer._name
        self._hyper = {
            name: {None: convert(value, None, name)}
            for name, (is_dynamic, value) in sorted(optimizer._hyper.items())
            if not is_dynamic
        }
        self._slots = {}
        self._non_slot_dict = {}

    def _add_dynamic(self, hyper):
        for name, (is_dynamic, value) in sorted(hyper.items()):
            if is_dynamic:
                self._hyper[name] = {None: convert(value(), None, name)}

    def _slot(self, var, slot_name, create, *args):
        slots = self._slots.setdefault(slot_name, {})
        return self._optimizer._made_once(slots, var, create, *args)

    def create_slot(self, var, val, slot_name, optional_op_name=None):
        return self._slot(var, slot_name, create_slot, val, optional_op_name or self._op_name)

    def create_slot_with_initializer(
        self, var, initializer, shape, dtype, slot_name, optional_op_name=None
    ):
        op_name = optional_op_name or self._op_name
        return self._slot(
            var, slot_name, create_slot_with_initializer, initializer, shape, dtype, op_name
        )

    def zeros_slot(self, var, slot_name, optional_op_name=None):
        return self._slot(var, slot_name, create_zeros_slot, optional_op_name or self._op_name)

    def get_slot(self, var, name):
        slots = self._slots.get(name)
        return slots.get(var) if slots else None

    def get_slot_names(self):
        return sorted(self._slots)

    def create_non_slot(self, initial_value, name, colocate_with=None):
        if name not in self._non_slot_dict:
            self._non_slot_dict[name] = Variable(
                initial_value, trainable=False, name=name, _slot=True
            )
        return self._non_slot_dict[name]

    def get_non_slot(self, name):
        return self._non_slot_dict.get(name)

    def get_hyper(self, name, dtype=None):
        found = self._hyper[name]
        if dtype not in found:
            found[dtype] = cast(found[None], dtype)
        return found[dtype]

    def _variables(self):
        found = list(self._non_slot_dict.values())
        for slots in self._slots.values():
            found.extend(slots.values())
        return sorted(found, key=lambda var: var.name)


class OptimizerV2(Optimizer):
    def __init__(self, use_locking, name):
        if type(self)._create_slots is not OptimizerV2._create_slots:
            raise RuntimeError(
                "Override _create_vars instead of _create_slots when descending from OptimizerV2 "
                "(class %s)" % self.__class__.__name__
            )
        if not name:
            raise ValueError("Must specify the optimizer name")
        self._use_locking = use_locking
        self._name = name
        self._per_graph_state = {}
        self._hyper = {}

    def _set_hyper(self, name, value):
        self._hyper[name] = (_scope_lsp.is_known(value) and callable(value), value)

    def minimize(
        self,
        loss,
        global_step=None,
        var_list=None,
        gate_gradients=Optimizer.GATE_OP,
        aggregation_method=None,
        name=None,
        grad_loss=None,
        stop_gradients=None,
        scale_loss_by_num_replicas=False,
    ):
        pairs = self.compute_gradients(
            loss,
            var_list=var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            grad_loss=grad_loss,
            stop_gradients=stop_gradients,
            scale_loss_by_num_replicas=scale_loss_by_num_replicas,
        )
        return self.apply_gradients(pairs, global_step=global_step, name=name)

    def compute_gradients(
        self,
        loss,
        var_list=None,
        gate_gradients=Optimizer.GATE_OP,
        aggregation_method=None,
        grad_loss=None,
        stop_gradients=None,
        scale_loss_by_num_replicas=False,
    ):
        return Optimizer.compute_gradients(
            self, loss, var_list, gate_gradients, aggregation_method, grad_loss=grad_loss
        )

    def _apply(self, pairs, global_step, name):
        variables = [var for _, var in pairs]
        with scope(name, self._name) as name:
            state = self._get_or_create_state(variables)
            state._add_dynamic(self._hyper)
        self._create_vars(variables, state)
        with scope(name):
            self._prepare(state)
            updates = []
            for grad, var in pairs:
                with scope("update_" + var._op_name):
                    updates.append(self._update_in(state, grad, var))
            self._finish(state)
            if global_step is None:
                train_op = group(*updates, name=name)
            else:
                train_op = global_step.assign_add(1, name=name, read_value=False)
            return collected(train_op)

    def _update_in(self, state, grad, var):
        apply = self._resource_apply_dense if var._resource else self._apply_dense
        return constrained(apply(grad, var, state), var)

    # The state.

    def _get_or_create_state(self, var_list=None):
        graph = var_list[0].graph if var_list else get_default_graph()
        if graph not in self._per_graph_state:
            self._per_graph_state[graph] = _State(self)
        return self._per_graph_state[graph]

    def _get_per_graph_state(self):
        return self._per_graph_state.get(get_default_graph())

    def get_slot(self, var, name):
        state = self._per_graph_state.get(var.graph)
        return None if state is None else state.get_slot(var, name)

    def get_slot_names(self):
        state = self._get_per_graph_state()
        return [] if state is None else state.get_slot_names()

    def variables(self):
        state = self._get_per_graph_state()
        return [] if state is None else state._variables()

    # For subclasses.

    def _create_vars(self, var_list, state):
        return None

    def _prepare(self, state):
        return None

    def _apply_dense(self, grad, var, state):
        return create_op("Apply" + self.__class__.__name__[:-9], None)

    def _resource_apply_dense(self, grad, handle, state):
        return create_op("ResourceApply" + self.__class__.__name__[:-9], None)

    def _apply_sparse(self, grad, var, state):
        return self._apply_dense(grad, var, state)

    def _resource_apply_sparse(self, grad, handle, indices, state):
        return self._resource_apply_dense(grad, handle, state)

    def _finish(self, state):
        return None


class GradientDescentOptimizer(OptimizerV2):
    def __init__(self, learning_rate, use_locking=False, name="GradientDescent"):
        super(GradientDescentOptimizer, self).__init__(use_locking, name)
        self._set_hyper("learning_rate", learning_rate)


class MomentumOptimizer(OptimizerV2):
    def __init__(
        self, learning_rate, momentum, use_locking=False, name="Momentum", use_nesterov=False
    ):
        super(MomentumOptimizer, self).__init__(use_locking, name)
        self._set_hyper("learning_rate", learning_rate)
        self._set_hyper("momentum", momentum)
        self._use_nesterov = use_nesterov

    def _create_vars(self, var_list, state):
        for var in var_list:
            state.zeros_slot(var, "momentum")


class AdamOptimizer(OptimizerV2):
    def __init__(
        self,
        learning_rate=0.001,
        beta1=0.9,
        beta2=0.999,
        epsilon=1e-8,
        use_locking=False,
        name="Adam",
    ):
        super(AdamOptimizer, self).__init__(use_locking, name)
        self._set_hyper("learning_rate", learning_rate)
        self._set_hyper("beta1", beta1)
        self._set_hyper("beta2", beta2)
        self._set_hyper("epsilon", epsilon)

    def _get_beta_accumulators(self, state=None):
        if state is None:
            state = self._get_per_graph_state()
        return state.get_non_slot("beta1_power"), state.get_non_slot("beta2_power")

    def _create_vars(self, var_list, state):
        state.create_non_slot(lambda: state.get_hyper("beta1"), "beta1_power")
        state.create_non_slot(lambda: state.get_hyper("beta2"), "beta2_power")
        for var in var_list:
            state.zeros_slot(var, "m")
            state.zeros_slot(var, "v")

    def _finish(self, state):
        power1, power2 = self._get_beta_accumulators(state)
        power1.assign(power1 * state.get_hyper("beta1"))
        power2.assign(power2 * state.get_hyper("beta2"))


class AdagradOptimizer(OptimizerV2):
    def __init__(
        self, learning_rate, initial_accumulator_value=0.1, use_locking=False, name="Adagrad"
    ):
        if initial_accumulator_value <= 0.0:
            raise ValueError(
                "initial_accumulator_value must be positive: %s" % initial_accumulator_value
            )
        super(AdagradOptimizer, self).__init__(use_locking, name)
        self._set_hyper("learning_rate", learning_rate)
        self._initial_accumulator_value = initial_accumulator_value

    def _create_vars(self, var_list, state):
        for var in var_list:
            dtype = var.dtype.base_dtype
            initializer = Constant(self._initial_accumulator_value, dtype=dtype)
            if not is_defined(var._dims):
                initializer = self._filled_like(var, dtype)
            state.create_slot_with_initializer(
                var, initializer, var.get_shape(), dtype=dtype, slot_name="accumulator"
            )

    def _filled_like(self, var, dtype):
        return lambda: create("Cast", None, var._dims, dtype=dtype, inputs=())


class AdadeltaOptimizer(OptimizerV2):
    def __init__(
        self, learning_rate=0.001, rho=0.95, epsilon=1e-8, use_locking=False, name="Adadelta"
    ):
        super(AdadeltaOptimizer, self).__init__(use_locking, name)
        self._set_hyper("learning_rate", learning_rate)
        self._set_hyper("rho", rho)
        self._set_hyper("epsilon", epsilon)

    def _create_vars(self, var_list, state):
        for var in var_list:
            state.zeros_slot(var, "accum")
            state.zeros_slot(var, "accum_update")


class RMSPropOptimizer(OptimizerV2):
    def __init__(
        self,
        learning_rate,
        decay=0.9,
        momentum=0.0,
        epsilon=1e-10,
        use_locking=False,
        centered=False,
        name="RMSProp",
    ):
        super(RMSPropOptimizer, self).__init__(use_locking, name)
        self._set_hyper("learning_rate", learning_rate)
        self._set_hyper("decay", decay)
        self._set_hyper("momentum", momentum)
        self._set_hyper("epsilon", epsilon)
        self._centered = centered

    def _create_vars(self, var_list, state):
        for var in var_list:
            dtype = var.dtype.base_dtype
            initial = state.get_hyper("epsilon", dtype) * ones_like(var)
            state.create_slot_with_initializer(
                var, initial, var.get_shape(), dtype=dtype, slot_name="rms"
            )
            if self._centered:
                state.zeros_slot(var, "mg")
            state.zeros_slot(var, "momentum")
