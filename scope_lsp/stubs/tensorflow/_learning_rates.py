"""Schedules of learning rates: scalar tensors, by the name of the scope that each opens.

Modelled on training/learning_rate_decay.py and
keras/optimizer_v2/learning_rate_schedule.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._casts import cast
from tensorflow._tensor import base_dtype, convert, create, scope, unknown_tensor


def _schedule(op_type, default, learning_rate, name, inner=None):
    """The rate: the op that has the scope's name, or one inside of it."""
    with scope(name or default) as scope_name:
        rate = convert(learning_rate, None, "initial_learning_rate")
        return create(op_type, inner or scope_name, (), dtype=base_dtype(rate) or _dtypes.float32)


def exponential_decay(
    learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None
):
    return _schedule("Mul", "ExponentialDecay", learning_rate, name=name)


def natural_exp_decay(
    learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None
):
    from tensorflow._math_ops import exp, negative  # few programs need it

    exp(negative(decay_rate))
    return _schedule("Mul", "ExponentialDecay", learning_rate, name=name)


def inverse_time_decay(
    learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None
):
    return _schedule("RealDiv", "InverseTimeDecay", learning_rate, name=name)


def polynomial_decay(
    learning_rate,
    global_step,
    decay_steps,
    end_learning_rate=0.0001,
    power=1.0,
    cycle=False,
    name=None,
):
    return _schedule("Add", "PolynomialDecay", learning_rate, name=name)


def cosine_decay(learning_rate, global_step, decay_steps, alpha=0.0, name=None):
    return _schedule("Mul", "CosineDecay", learning_rate, name=name, inner="Mul")


def cosine_decay_restarts(
    learning_rate, global_step, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, name=None
):
    return _schedule("Mul", "SGDRDecay", learning_rate, name=name)


def linear_cosine_decay(
    learning_rate, global_step, decay_steps, num_periods=0.5, alpha=0.0, beta=0.001, name=None
):
    return _schedule("Mul", "LinearCosineDecay", learning_rate, name=name)


def noisy_linear_cosine_decay(
    learning_rate,
    global_step,
    decay_steps,
    initial_variance=1.0,
    variance_decay=0.55,
    num_periods=0.5,
    alpha=0.0,
    beta=0.001,
    name=None,
):
    return _schedule("Mul", "NoisyLinearCosineDecay", learning_rate, name=name)


def _is_list(values):
    return _scope_lsp.is_known(values) and isinstance(values, (list, tuple))


@_scope_lsp.takes(True, "piecewise_constant")
def piecewise_constant(x, boundaries, values, name=None):
    x = convert(x)
    bounds = [convert(bound) for bound in boundaries] if _is_list(boundaries) else []
    rates = [convert(value) for value in values] if _is_list(values) else []
    if base_dtype(x) is _dtypes.int64:
        bounds = [cast(b, _dtypes.int64) if base_dtype(b) is _dtypes.int32 else b for b in bounds]
    rate = rates[0] if rates else unknown_tensor()
    with scope(name or "PiecewiseConstant"):
        return create("Merge", "case/cond/Merge", (), dtype=base_dtype(rate) or _dtypes.float32)


piecewise_constant_decay = piecewise_constant
