"""Regularizers and the initializers of tf.contrib.layers.

Modelled on contrib/layers/python/layers/{regularizers,initializers}.py of
TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._init_ops import Initializer
from tensorflow._math_ops import abs_, add_n, multiply
from tensorflow._random_ops import random_uniform, truncated_normal
from tensorflow._reductions import l2_loss, reduce_sum
from tensorflow._tensor import base_dtype, constant, convert, dtype_of, pop, push


def _is_zero(scale):
    return _scope_lsp.is_known(scale) and isinstance(scale, (int, float)) and scale == 0


def _check_whole(scale, name="scale"):
    if _scope_lsp.is_a(scale, int):  # numbers.Integral: numpy's integers too
        _scope_lsp.fail("%s cannot be an integer: %s" % (name, scale))


def _check(scale, end=""):
    _check_whole(scale)
    if _scope_lsp.is_a(scale, float) and scale < 0.0:
        _scope_lsp.fail("Setting a scale less than 0 on a regularizer: %g%s" % (scale, end))


def l1_regularizer(scale, scope=None):
    _check(scale)
    if _is_zero(scale):
        return lambda _: None

    def l1(weights, name=None):
        name = push(scope, "l1_regularizer")
        factor = constant(scale, base_dtype(convert(weights)), None, name="scale")
        result = multiply(factor, reduce_sum(abs_(weights)), name)
        pop()
        return result

    return l1


def l2_regularizer(scale, scope=None):
    _check(scale, ".")
    if _is_zero(scale):
        return lambda _: None

    def l2(weights):
        name = push(scope, "l2_regularizer")
        factor = constant(scale, base_dtype(convert(weights)), None, name="scale")
        result = multiply(factor, l2_loss(weights), name)
        pop()
        return result

    return l2


def l1_l2_regularizer(scale_l1=1.0, scale_l2=1.0, scope=None):
    _check_whole(scale_l1, "scale_l1")
    _check_whole(scale_l2, "scale_l2")
    scope = scope or "l1_l2_regularizer"
    if _is_zero(scale_l1):
        return l2_regularizer(scale_l2, scope)
    if _is_zero(scale_l2):
        return l1_regularizer(scale_l1, scope)
    return sum_regularizer([l1_regularizer(scale_l1), l2_regularizer(scale_l2)], scope=scope)


def sum_regularizer(regularizer_list, scope=None):
    regularizers = [regularizer for regularizer in regularizer_list if regularizer is not None]
    if not regularizers:
        return None

    def sum_reg(weights):
        name = push(scope, "sum_regularizer")
        losses = [regularizer(weights) for regularizer in regularizers]
        result = add_n([loss for loss in losses if loss is not None], name)
        pop()
        return result

    return sum_reg


def apply_regularization(regularizer, weights_list=None):
    from tensorflow._graph import add_to_collection, get_collection  # few programs need it

    if not weights_list:
        weights_list = get_collection("weights")
    if not weights_list:
        raise ValueError("No weights to regularize.")
    push("get_regularization_penalty", None)
    penalties = [regularizer(weights) for weights in weights_list]
    penalties = [constant(0.0) if penalty is None else penalty for penalty in penalties]
    total = add_n(penalties)
    pop()
    add_to_collection("regularization_losses", total)
    return total


class variance_scaling_initializer(Initializer):
    @_scope_lsp.takes(True, "variance_scaling_initializer")
    def __init__(self, factor=2.0, mode="FAN_IN", uniform=False, seed=None, dtype=_dtypes.float32):
        self.factor = factor
        self.mode = mode
        self.uniform = uniform
        self.seed = seed
        self.dtype = dtype
        # In TensorFlow this is a plain function: it has no configuration.

    def __call__(self, shape, dtype=None, partition_info=None):
        dtype = dtype or self.dtype
        if _scope_lsp.is_known(dtype) and not dtype_of(dtype).is_floating:
            raise TypeError("Cannot create initializer for non-floating point type.")
        if self.uniform:
            return random_uniform(shape, -1.0, 1.0, dtype=dtype, seed=self.seed)
        return truncated_normal(shape, 0.0, 1.0, dtype=dtype, seed=self.seed)


@_scope_lsp.takes(True, "xavier_initializer")
def xavier_initializer(uniform=True, seed=None, dtype=_dtypes.float32):
    return variance_scaling_initializer(1.0, "FAN_AVG", uniform, seed=seed, dtype=dtype)


xavier_initializer_conv2d = xavier_initializer
