"""The optimizers of `tf.train`: the slots and other variables that each keeps.

Modelled on training/{gradient_descent,momentum,adam,adagrad,adagrad_da,adadelta,
rmsprop,ftrl,proximal_gradient_descent,proximal_adagrad}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_ops import identity
from tensorflow._constant_ops import ones_like
from tensorflow._control_flow import group
from tensorflow._init_ops import Constant, Ones
from tensorflow._optimizer import Optimizer
from tensorflow._slots import is_defined
from tensorflow._tensor import base_dtype, constant, create
from tensorflow._graph import get_default_graph


class GradientDescentOptimizer(Optimizer):
    def __init__(self, learning_rate, use_locking=False, name="GradientDescent"):
        Optimizer.__init__(self, use_locking, name)
        self._learning_rate = learning_rate
        self._learning_rate_tensor = None

    def _prepare(self):
        self._learning_rate_tensor = self._tensor_of(self._learning_rate, "learning_rate")


class MomentumOptimizer(Optimizer):
    def __init__(
        self, learning_rate, momentum, use_locking=False, name="Momentum", use_nesterov=False
    ):
        Optimizer.__init__(self, use_locking, name)
        self._learning_rate = learning_rate
        self._momentum = momentum
        self._use_nesterov = use_nesterov

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "momentum", self._name)

    def _prepare(self):
        self._learning_rate_tensor = self._tensor_of(self._learning_rate, "learning_rate")
        self._momentum_tensor = self._tensor_of(self._momentum, "momentum")


def first_variable(variables):
    """The one with the least name, by which the beta powers are placed."""
    for var in variables:
        if var._resource != variables[0]._resource:
            return min(variables, key=lambda var: var.name)
    return variables[0]


class AdamOptimizer(Optimizer):
    def __init__(
        self,
        learning_rate=0.001,
        beta1=0.9,
        beta2=0.999,
        epsilon=1e-8,
        use_locking=False,
        name="Adam",
    ):
        Optimizer.__init__(self, use_locking, name)
        self._lr = learning_rate
        self._beta1 = beta1
        self._beta2 = beta2
        self._epsilon = epsilon
        self._lr_t = None
        self._beta1_t = None
        self._beta2_t = None
        self._epsilon_t = None

    def _get_beta_accumulators(self):
        graph = get_default_graph()
        return self._get_non_slot_variable("beta1_power", graph=graph), self._get_non_slot_variable(
            "beta2_power", graph=graph
        )

    def _create_slots(self, var_list):
        first = first_variable(var_list)
        self._create_non_slot_variable(
            initial_value=self._beta1, name="beta1_power", colocate_with=first
        )
        self._create_non_slot_variable(
            initial_value=self._beta2, name="beta2_power", colocate_with=first
        )
        for var in var_list:
            self._zeros_slot(var, "m", self._name)
            self._zeros_slot(var, "v", self._name)

    def _prepare(self):
        self._lr_t = self._tensor_of(self._lr, "learning_rate")
        self._beta1_t = self._tensor_of(self._beta1, "beta1")
        self._beta2_t = self._tensor_of(self._beta2, "beta2")
        self._epsilon_t = self._tensor_of(self._epsilon, "epsilon")

    def _finish(self, update_ops, name_scope):
        power1, power2 = self._get_beta_accumulators()
        if power1 is not None and power2 is not None:
            power1.assign(power1 * self._beta1_t)
            power2.assign(power2 * self._beta2_t)
        return group(*update_ops, name=name_scope)


class AdagradOptimizer(Optimizer):
    def __init__(
        self, learning_rate, initial_accumulator_value=0.1, use_locking=False, name="Adagrad"
    ):
        Optimizer.__init__(self, use_locking, name)
        self._learning_rate = learning_rate
        self._initial_accumulator_value = initial_accumulator_value
        self._learning_rate_tensor = None

    def _create_slots(self, var_list):
        for var in var_list:
            dtype = var.dtype.base_dtype
            initializer = Constant(self._initial_accumulator_value, dtype=dtype)
            if not is_defined(var._dims):
                initializer = self._init_constant_op(var, dtype)
            self._get_or_make_slot_with_initializer(
                var,
                initializer,
                var.get_shape(),
                dtype=dtype,
                slot_name="accumulator",
                op_name=self._name,
            )

    def _init_constant_op(self, var, dtype):
        return lambda: create("Fill", None, var._dims, dtype=dtype, inputs=())

    def _prepare(self):
        self._learning_rate_tensor = self._tensor_of(self._learning_rate, "learning_rate")


class AdagradDAOptimizer(Optimizer):
    def __init__(
        self,
        learning_rate,
        global_step,
        initial_gradient_squared_accumulator_value=0.1,
        l1_regularization_strength=0.0,
        l2_regularization_strength=0.0,
        use_locking=False,
        name="AdagradDA",
    ):
        Optimizer.__init__(self, use_locking, name)
        self._learning_rate = learning_rate
        self._initial_gradient_squared_accumulator_value = (
            initial_gradient_squared_accumulator_value
        )
        self._l1_regularization_strength = l1_regularization_strength
        self._l2_regularization_strength = l2_regularization_strength
        self._global_step = global_step
        self._learning_rate_tensor = None
        self._global_step_on_worker = None

    def _create_slots(self, var_list):
        for var in var_list:
            sums = constant(0.0, base_dtype(var), var.shape)
            squares = constant(
                self._initial_gradient_squared_accumulator_value, base_dtype(var), var.shape
            )
            self._get_or_make_slot(var, sums, "gradient_accumulator", op_name=self._name)
            self._get_or_make_slot(var, squares, "gradient_squared_accumulator", op_name=self._name)

    def _prepare(self):
        self._learning_rate_tensor = self._tensor_of(self._learning_rate, "learning_rate")
        self._global_step_on_worker = identity(self._global_step) + 1


class AdadeltaOptimizer(Optimizer):
    def __init__(
        self, learning_rate=0.001, rho=0.95, epsilon=1e-8, use_locking=False, name="Adadelta"
    ):
        Optimizer.__init__(self, use_locking, name)
        self._lr = learning_rate
        self._rho = rho
        self._epsilon = epsilon
        self._lr_t = None
        self._rho_t = None
        self._epsilon_t = None

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "accum", self._name)
            self._zeros_slot(var, "accum_update", self._name)

    def _prepare(self):
        self._lr_t = self._tensor_of(self._lr, "lr")
        self._rho_t = self._tensor_of(self._rho, "rho")
        self._epsilon_t = self._tensor_of(self._epsilon, "epsilon")


class RMSPropOptimizer(Optimizer):
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
        Optimizer.__init__(self, use_locking, name)
        self._learning_rate = learning_rate
        self._decay = decay
        self._momentum = momentum
        self._epsilon = epsilon
        self._centered = centered
        self._learning_rate_tensor = None
        self._decay_tensor = None
        self._momentum_tensor = None
        self._epsilon_tensor = None

    def _create_slots(self, var_list):
        for var in var_list:
            dtype = var.dtype.base_dtype
            ones = Ones(dtype=dtype) if is_defined(var._dims) else ones_like(var)
            self._get_or_make_slot_with_initializer(
                var, ones, var.get_shape(), dtype=dtype, slot_name="rms", op_name=self._name
            )
            if self._centered:
                self._zeros_slot(var, "mg", self._name)
            self._zeros_slot(var, "momentum", self._name)

    def _prepare(self):
        self._learning_rate_tensor = self._tensor_of(self._learning_rate, "learning_rate")
        self._decay_tensor = self._tensor_of(self._decay, "decay")
        self._momentum_tensor = self._tensor_of(self._momentum, "momentum")
        self._epsilon_tensor = self._tensor_of(self._epsilon, "epsilon")


def _is_positive(value):
    """What cannot be known is taken for right."""
    return not _scope_lsp.is_known(value) or not isinstance(value, (int, float)) or value > 0


class FtrlOptimizer(Optimizer):
    def __init__(
        self,
        learning_rate,
        learning_rate_power=-0.5,
        initial_accumulator_value=0.1,
        l1_regularization_strength=0.0,
        l2_regularization_strength=0.0,
        use_locking=False,
        name="Ftrl",
        accum_name=None,
        linear_name=None,
        l2_shrinkage_regularization_strength=0.0,
    ):
        Optimizer.__init__(self, use_locking, name)
        self._learning_rate = learning_rate
        self._learning_rate_power = learning_rate_power
        self._initial_accumulator_value = initial_accumulator_value
        self._l1_regularization_strength = l1_regularization_strength
        self._l2_regularization_strength = l2_regularization_strength
        self._l2_shrinkage_regularization_strength = l2_shrinkage_regularization_strength
        self._accum_name = accum_name
        self._linear_name = linear_name

    def _create_slots(self, var_list):
        for var in var_list:
            value = constant(self._initial_accumulator_value, base_dtype(var), var.shape)
            self._get_or_make_slot(var, value, "accum", op_name=self._accum_name or self._name)
            self._zeros_slot(var, "linear", self._linear_name or self._name)

    def _prepare(self):
        self._learning_rate_tensor = self._tensor_of(self._learning_rate, "learning_rate")
        self._l1_regularization_strength_tensor = self._tensor_of(
            self._l1_regularization_strength, "l1_regularization_strength"
        )
        self._l2_regularization_strength_tensor = self._tensor_of(
            self._l2_regularization_strength, "l2_regularization_strength"
        )
        self._l2_shrinkage_regularization_strength_tensor = self._tensor_of(
            self._l2_shrinkage_regularization_strength, "l2_shrinkage_regularization_strength"
        )
        self._learning_rate_power_tensor = self._tensor_of(
            self._learning_rate_power, "learning_rate_power"
        )


class ProximalGradientDescentOptimizer(Optimizer):
    def __init__(
        self,
        learning_rate,
        l1_regularization_strength=0.0,
        l2_regularization_strength=0.0,
        use_locking=False,
        name="ProximalGradientDescent",
    ):
        Optimizer.__init__(self, use_locking, name)
        self._learning_rate = learning_rate
        self._l1_regularization_strength = l1_regularization_strength
        self._l2_regularization_strength = l2_regularization_strength

    def _prepare(self):
        self._learning_rate_tensor = self._tensor_of(self._learning_rate, "learning_rate")
        self._l1_regularization_strength_tensor = self._tensor_of(
            self._l1_regularization_strength, "l1_regularization_strength"
        )
        self._l2_regularization_strength_tensor = self._tensor_of(
            self._l2_regularization_strength, "l2_regularization_strength"
        )


class ProximalAdagradOptimizer(ProximalGradientDescentOptimizer):
    def __init__(
        self,
        learning_rate,
        initial_accumulator_value=0.1,
        l1_regularization_strength=0.0,
        l2_regularization_strength=0.0,
        use_locking=False,
        name="ProximalAdagrad",
    ):
        if not _is_positive(initial_accumulator_value):
            raise ValueError(
                "initial_accumulator_value must be positive: %s" % initial_accumulator_value
            )
        ProximalGradientDescentOptimizer.__init__(
            self,
            learning_rate,
            l1_regularization_strength,
            l2_regularization_strength=l2_regularization_strength,
            use_locking=use_locking,
            name=name,
        )
        self._initial_accumulator_value = initial_accumulator_value

    def _create_slots(self, var_list):
        for var in var_list:
            value = constant(self._initial_accumulator_value, base_dtype(var), var.shape)
            self._get_or_make_slot(var, value, "accumulator", op_name=self._name)
