"""Functions that train a loss in one call: optimize_loss, create_train_op.

Modelled on contrib/layers/python/layers/optimizers.py,
contrib/training/python/training/training.py and contrib/slim/python/slim/learning.py
of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_layout import check_numerics as _check_numerics
from tensorflow._casts import cast
from tensorflow._control_flow import no_op, with_dependencies
from tensorflow._get_variable import get_variable
from tensorflow._global_step import (
    assert_global_step,
    get_global_step,
    get_or_create_global_step,
)
from tensorflow._graph import GraphKeys, add_to_collection, get_collection
from tensorflow._init_ops import Constant, Zeros
from tensorflow._maybe_gradients import in_place_of
from tensorflow._optimizer import Optimizer
from tensorflow._optimizers import (
    AdagradOptimizer,
    AdamOptimizer,
    FtrlOptimizer,
    GradientDescentOptimizer,
    MomentumOptimizer,
    RMSPropOptimizer,
)
from tensorflow._reductions import clip_by_global_norm, clip_by_norm, global_norm
from tensorflow._refusals import refuse
from tensorflow._tensor import convert, scope
from tensorflow._variable_functions import trainable_variables
from tensorflow._variable_scope import variable_scope

OPTIMIZER_CLS_NAMES = {
    "Adagrad": AdagradOptimizer,
    "Adam": AdamOptimizer,
    "Ftrl": FtrlOptimizer,
    "Momentum": lambda learning_rate: MomentumOptimizer(learning_rate, momentum=0.9),
    "RMSProp": RMSPropOptimizer,
    "SGD": GradientDescentOptimizer,
}
OPTIMIZER_SUMMARIES = [
    "learning_rate",
    "loss",
    "gradients",
    "gradient_norm",
    "global_gradient_norm",
]


def optimize_loss(
    loss,
    global_step,
    learning_rate,
    optimizer,
    gradient_noise_scale=None,
    gradient_multipliers=None,
    clip_gradients=None,
    learning_rate_decay_fn=None,
    update_ops=None,
    variables=None,
    name=None,
    summaries=None,
    colocate_gradients_with_ops=False,
    increment_global_step=True,
):
    if _scope_lsp.is_known(loss) and loss is None:
        raise ValueError("None values not supported.")
    loss = convert(loss)
    if _scope_lsp.is_a(loss._dims, tuple) and len(loss._dims) > 0:
        refuse("Expected scalar shape for %s, saw shape: %s." % (loss.name, loss.shape))
    with scope("assert_scalar"):
        pass
    if global_step is None:
        global_step = get_global_step()
    else:
        assert_global_step(global_step)
    with variable_scope(name, "OptimizeLoss", [loss, global_step]):
        if update_ops is None:
            update_ops = get_collection(GraphKeys.UPDATE_OPS)
        if update_ops:
            loss = with_dependencies(update_ops, loss)
        rate = learning_rate
        if _scope_lsp.is_known(learning_rate) and isinstance(learning_rate, float):
            if learning_rate < 0.0:
                refuse("('Invalid learning_rate %%s.', %s)" % learning_rate)
            rate = get_variable(
                "learning_rate", [], trainable=False, initializer=Constant(learning_rate)
            )
        elif _scope_lsp.is_a(learning_rate, (int, str)):
            raise ValueError(
                "Learning rate should be 0d Tensor or float. Got %s of type %s"
                % (learning_rate, type(learning_rate))
            )
        if _scope_lsp.is_known(summaries):
            for one in summaries or ():
                if _scope_lsp.is_known(one) and one not in OPTIMIZER_SUMMARIES:
                    raise ValueError(
                        "Summaries should be one of [%s], you provided %s."
                        % (", ".join(OPTIMIZER_SUMMARIES), one)
                    )
        if learning_rate is not None and learning_rate_decay_fn is not None:
            rate = learning_rate_decay_fn(rate, global_step)
        chosen = _optimizer(optimizer, rate)
        pairs = chosen.compute_gradients(
            loss, trainable_variables() if variables is None else variables
        )
        if not _scope_lsp.is_known(pairs):
            chosen.apply_gradients(
                pairs, global_step=global_step if increment_global_step else None, name="train"
            )
            return with_dependencies([], loss)
        if gradient_multipliers is not None:
            pairs = _multiplied(pairs, gradient_multipliers)
        if summaries is None or "global_gradient_norm" in summaries or "gradient_norm" in summaries:
            with scope("global_norm"):
                pass
        if clip_gradients is not None:
            if callable(clip_gradients):
                pairs = clip_gradients(pairs)
            elif pairs:
                clipped, _ = clip_by_global_norm([grad for grad, _ in pairs], clip_gradients)
                pairs = list(zip(clipped, [var for _, var in pairs]))
        chosen.apply_gradients(
            pairs, global_step=global_step if increment_global_step else None, name="train"
        )
        return with_dependencies([], loss)


def _optimizer(optimizer, rate):
    if not _scope_lsp.is_known(optimizer):
        return optimizer
    if isinstance(optimizer, str):
        if optimizer not in OPTIMIZER_CLS_NAMES:
            raise ValueError(
                "Optimizer name should be one of [%s], you provided %s."
                % (", ".join(OPTIMIZER_CLS_NAMES), optimizer)
            )
        return OPTIMIZER_CLS_NAMES[optimizer](learning_rate=rate)
    if isinstance(optimizer, type) and issubclass(optimizer, Optimizer):
        return optimizer(learning_rate=rate)
    if isinstance(optimizer, Optimizer):
        return optimizer
    if not callable(optimizer):
        raise ValueError(
            "Unrecognized optimizer: should be string, subclass of Optimizer, instance of "
            "subclass of Optimizer or function with one argument. Got %s." % (optimizer,)
        )
    made = optimizer(rate) if rate is not None else optimizer()
    if _scope_lsp.is_known(made) and not isinstance(made, Optimizer):
        raise ValueError(
            "Unrecognized optimizer: function should return subclass of Optimizer. Got %s."
            % (made,)
        )
    return made


def _multiplied(pairs, multipliers):
    result = []
    for grad, var in pairs:
        key = var if var in multipliers else var.name
        if grad is not None and key in multipliers:
            grad = in_place_of(grad, grad * cast(multipliers[key], grad._dtype))
        result.append((grad, var))
    return result


def adaptive_clipping_fn(
    std_factor=2.0,
    decay=0.95,
    static_max_norm=None,
    global_step=None,
    report_summary=False,
    epsilon=1e-8,
    name=None,
):
    def gradient_clipping(grads_and_vars):
        pairs = list(grads_and_vars)
        norm = global_norm([grad for grad, _ in pairs])
        with variable_scope(name, "AdaptiveMaxNorm", [norm]):
            for average in ("mean", "sq_mean"):
                get_variable(
                    average,
                    shape=norm.get_shape(),
                    dtype=norm.dtype,
                    initializer=Zeros(),
                    trainable=False,
                )
        return [
            (None if grad is None else in_place_of(grad, grad * norm), var) for grad, var in pairs
        ]

    return gradient_clipping


# tf.contrib.training and slim.learning.


def clip_gradient_norms(gradients_to_variables, max_norm):
    return [
        (None if grad is None else in_place_of(grad, clip_by_norm(grad, max_norm)), var)
        for grad, var in gradients_to_variables
    ]


def clip_gradient_norms_fn(max_norm):
    return lambda gradients_to_variables: clip_gradient_norms(gradients_to_variables, max_norm)


def multiply_gradients(grads_and_vars, gradient_multipliers):
    result = []
    for grad, var in grads_and_vars:
        key = var if var in gradient_multipliers else var.op.name
        if key in gradient_multipliers:
            if grad is None:
                raise ValueError("Requested multiple of `None` gradient.")
            grad = grad * convert(gradient_multipliers[key], grad._dtype)
        result.append((grad, var))
    return result


def add_gradients_summaries(grads_and_vars):
    return []


_USE_GLOBAL_STEP = 0


def create_train_op(
    total_loss,
    optimizer,
    global_step=_USE_GLOBAL_STEP,
    update_ops=None,
    variables_to_train=None,
    transform_grads_fn=None,
    summarize_gradients=False,
    gate_gradients=Optimizer.GATE_OP,
    aggregation_method=None,
    colocate_gradients_with_ops=False,
    check_numerics=True,
):
    if _scope_lsp.is_known(global_step) and global_step is _USE_GLOBAL_STEP:
        global_step = get_or_create_global_step()
    if update_ops is None:
        update_ops = get_collection(GraphKeys.UPDATE_OPS)
    if update_ops:
        total_loss = with_dependencies([no_op(name="update_barrier")], total_loss)
    if variables_to_train is None:
        variables_to_train = trainable_variables()
    pairs = optimizer.compute_gradients(
        total_loss,
        variables_to_train,
        gate_gradients=gate_gradients,
        aggregation_method=aggregation_method,
        colocate_gradients_with_ops=colocate_gradients_with_ops,
    )
    if transform_grads_fn:
        pairs = transform_grads_fn(pairs)
    if summarize_gradients:
        with scope("summarize_grads"):
            add_gradients_summaries(pairs)
    optimizer.apply_gradients(pairs, global_step=global_step)
    with scope("train_op"):
        if check_numerics:
            total_loss = _check_numerics(total_loss, "LossTensor is inf or nan")
        train_op = with_dependencies([], total_loss)
    add_to_collection(GraphKeys.TRAIN_OP, train_op)
    return train_op


@_scope_lsp.takes(True, "create_train_op")
def create_slim_train_op(
    total_loss,
    optimizer,
    global_step=_USE_GLOBAL_STEP,
    update_ops=None,
    variables_to_train=None,
    clip_gradient_norm=0,
    summarize_gradients=False,
    gate_gradients=Optimizer.GATE_OP,
    aggregation_method=None,
    colocate_gradients_with_ops=False,
    gradient_multipliers=None,
    check_numerics=True,
):
    def transform(pairs):
        if not _scope_lsp.is_known(pairs):
            return pairs
        if gradient_multipliers:
            with scope("multiply_grads"):
                pairs = multiply_gradients(pairs, gradient_multipliers)
        if _scope_lsp.is_known(clip_gradient_norm) and clip_gradient_norm > 0:
            with scope("clip_grads"):
                pairs = clip_gradient_norms(pairs, clip_gradient_norm)
        return pairs

    return create_train_op(
        total_loss,
        optimizer,
        global_step,
        update_ops=update_ops,
        variables_to_train=variables_to_train,
        transform_grads_fn=transform,
        summarize_gradients=summarize_gradients,
        gate_gradients=gate_gradients,
        aggregation_method=aggregation_method,
        colocate_gradients_with_ops=colocate_gradients_with_ops,
        check_numerics=check_numerics,
    )
