"""Batch normalisation of tf.contrib.layers and slim.

Modelled on contrib/layers/python/layers/layers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, _layers_norm
from tensorflow._array_ops import identity, reshape, shape
from tensorflow._graph import add_to_collections
from tensorflow._init_ops import Ones, Zeros
from tensorflow._layers_base import axis_dim, smart_cond, weight_dim
from tensorflow._nn_ops import batch_normalization, fused_batch_norm
from tensorflow._reductions import moments
from tensorflow._refusals import check_format, has_no_rank, lacks_size, refuse
from tensorflow._shape import reveal
from tensorflow._tensor import base_dtype, constant, convert, is_tensor_like
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow.contrib.framework._arg_scope import add_arg_scope
from tensorflow.contrib.framework._variables import model_variable
from tensorflow.contrib.layers._utils import (
    add_variable_to_collections,
    assign_moving_average,
    build_variable_getter,
    collect_named_outputs,
    variable_collections,
)


@add_arg_scope
def batch_norm(
    inputs,
    decay=0.999,
    center=True,
    scale=False,
    epsilon=0.001,
    activation_fn=None,
    param_initializers=None,
    param_regularizers=None,
    updates_collections="update_ops",
    is_training=True,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    batch_weights=None,
    fused=None,
    data_format="NHWC",
    zero_debias_moving_mean=False,
    scope=None,
    renorm=False,
    renorm_clipping=None,
    renorm_decay=0.99,
    adjustment=None,
):
    check_format(data_format, "NCHW", "NHWC")
    x = convert(inputs)
    rank = len(x._dims) if isinstance(x._dims, tuple) else 4
    fused = True if fused is None else fused
    by_layer = updates_collections == "update_ops" and not zero_debias_moving_mean
    initializers = param_initializers or {}
    regularizers = param_regularizers or {}
    fusible = (
        fused and batch_weights is None and not renorm and rank in (2, 4) and adjustment is None
    )
    if fusible and (rank == 2 or not by_layer):
        with variable_scope(scope, "BatchNorm", [x], reuse=reuse) as sc:
            outputs = _by_hand(
                x,
                rank,
                True,
                decay=decay,
                center=center,
                scale=scale,
                epsilon=epsilon,
                initializers=initializers,
                regularizers=regularizers,
                updates_collections=updates_collections,
                is_training=is_training,
                variables_collections=variables_collections,
                trainable=trainable,
                data_format=data_format,
                zero_debias=zero_debias_moving_mean,
            )
            return _finished(outputs, activation_fn, outputs_collections, scope=sc)
    with variable_scope(
        scope, "BatchNorm", [x], reuse=reuse, custom_getter=build_variable_getter()
    ) as sc:
        if by_layer and batch_weights is None:
            outputs = _by_layer(
                x,
                sc,
                reuse,
                decay=decay,
                center=center,
                scale=scale,
                epsilon=epsilon,
                initializers=initializers,
                regularizers=regularizers,
                is_training=is_training,
                variables_collections=variables_collections,
                trainable=trainable,
                fused=fused,
                data_format=data_format,
                renorm=renorm,
                renorm_clipping=renorm_clipping,
                renorm_decay=renorm_decay,
                adjustment=adjustment,
            )
        else:
            if _scope_lsp.is_known(renorm) and renorm:
                refuse(
                    "renorm is not supported with batch_weights, updates_collections or "
                    "zero_debias_moving_mean"
                )
            outputs = _by_hand(
                x,
                rank,
                False,
                decay=decay,
                center=center,
                scale=scale,
                epsilon=epsilon,
                initializers=initializers,
                regularizers={},
                updates_collections=updates_collections,
                is_training=is_training,
                variables_collections=variables_collections,
                trainable=trainable,
                data_format=data_format,
                zero_debias=zero_debias_moving_mean,
            )
        return _finished(outputs, activation_fn, outputs_collections, scope=sc)


def _finished(outputs, activation_fn, collections, scope):
    if activation_fn is not None:
        outputs = activation_fn(outputs)
    return collect_named_outputs(collections, scope.name, outputs)


def _by_layer(
    x,
    sc,
    reuse,
    decay,
    center,
    scale,
    epsilon,
    initializers,
    regularizers,
    is_training,
    variables_collections,
    trainable,
    fused,
    data_format,
    renorm,
    renorm_clipping,
    renorm_decay,
    adjustment,
):
    layer = _layers_norm.BatchNormalization(
        axis=1 if data_format == "NCHW" else -1,
        momentum=decay,
        epsilon=epsilon,
        center=center,
        scale=scale,
        beta_initializer=initializers.get("beta", Zeros()),
        gamma_initializer=initializers.get("gamma", Ones()),
        moving_mean_initializer=initializers.get("moving_mean", Zeros()),
        moving_variance_initializer=initializers.get("moving_variance", Ones()),
        beta_regularizer=regularizers.get("beta"),
        gamma_regularizer=regularizers.get("gamma"),
        trainable=trainable,
        renorm=renorm,
        renorm_clipping=renorm_clipping,
        renorm_momentum=renorm_decay,
        adjustment=adjustment,
        name=sc.name,
        _scope=sc,
        _reuse=reuse,
        fused=fused,
    )
    outputs = layer.apply(x, training=is_training)
    add_variable_to_collections(layer.moving_mean, variables_collections, "moving_mean")
    add_variable_to_collections(layer.moving_variance, variables_collections, "moving_variance")
    if layer.beta is not None:
        add_variable_to_collections(layer.beta, variables_collections, "beta")
    if layer.gamma is not None:
        add_variable_to_collections(layer.gamma, variables_collections, "gamma")
    return outputs


def _by_hand(
    x,
    rank,
    fused,
    decay,
    center,
    scale,
    epsilon,
    initializers,
    regularizers,
    updates_collections,
    is_training,
    variables_collections,
    trainable,
    data_format,
    zero_debias,
):
    """_fused_batch_norm, and batch_norm where it does without a layer."""
    original = x
    first = data_format == "NCHW"
    axis = 1 if first and rank > 2 else -1
    if lacks_size(x, axis):
        undefined = reveal((None,))
        if fused:
            refuse(
                "`C` dimension must be known but is None"
                if rank == 2
                else "Inputs %s has undefined `C` dimension %s." % (x.name, undefined)
            )
        else:
            refuse("Inputs %s has undefined channels dimension %s." % (x.name, undefined))
    elif has_no_rank(x):
        refuse("Inputs %s has undefined rank." % x.name)
    channels = weight_dim(axis_dim(reveal(x._dims), axis))
    if fused and rank == 2:
        x = reshape(x, [-1, channels, 1, 1] if first else [-1, 1, 1, channels])
    dtype = _dtypes.float32 if fused else base_dtype(x) or _dtypes.float32
    beta = gamma = None

    def parameter(name, default, **kwargs):
        return model_variable(
            name,
            shape=[channels],
            dtype=dtype,
            initializer=initializers.get(name, default),
            collections=variable_collections(variables_collections, name),
            **kwargs,
        )

    if center:
        beta = parameter("beta", Zeros(), regularizer=regularizers.get("beta"), trainable=trainable)
    elif fused:
        beta = constant(0.0, dtype, [channels])
    if scale:
        gamma = parameter(
            "gamma", Ones(), regularizer=regularizers.get("gamma"), trainable=trainable
        )
    elif fused:
        gamma = constant(1.0, dtype, [channels])
    with variable_scope(get_variable_scope()) as local_scope:
        local_scope.set_partitioner(None)
        moving_mean = parameter("moving_mean", Zeros(), trainable=False)
        moving_variance = parameter("moving_variance", Ones(), trainable=False)
    if fused:
        outputs, mean, variance = smart_cond(
            is_training,
            lambda: fused_batch_norm(x, gamma, beta, epsilon=epsilon, data_format=data_format),
            lambda: fused_batch_norm(
                x,
                gamma,
                beta,
                mean=moving_mean,
                variance=moving_variance,
                epsilon=epsilon,
                data_format=data_format,
                is_training=False,
            ),
        )
        outputs = _updated(
            outputs,
            moving_mean,
            moving_variance,
            mean=mean,
            variance=variance,
            decay=decay,
            zero_debias=zero_debias,
            updates_collections=updates_collections,
            is_training=is_training,
        )
        outputs._dims = x._dims
        if rank == 2:
            outputs = reshape(outputs, shape(original))
            outputs._dims = original._dims
        return outputs
    axes = [0] + list(range(2, rank)) if first else list(range(rank - 1))
    mean, variance = moving_mean, moving_variance
    if is_tensor_like(is_training) or not _scope_lsp.is_known(is_training) or is_training:
        mean, variance = moments(x, axes, keep_dims=first)
        _updated(
            mean,
            moving_mean,
            moving_variance,
            mean=mean,
            variance=variance,
            decay=decay,
            zero_debias=zero_debias,
            updates_collections=updates_collections,
            is_training=is_training,
        )
    outputs = batch_normalization(
        x, mean, variance, offset=beta, scale=gamma, variance_epsilon=epsilon
    )
    outputs._dims = x._dims
    return outputs


def _updated(
    outputs,
    moving_mean,
    moving_variance,
    mean,
    variance,
    decay,
    zero_debias,
    updates_collections,
    is_training,
):
    """Make the ops that update the moving averages."""
    if not is_tensor_like(is_training) and not is_training:
        return outputs

    def update():
        new_mean = assign_moving_average(moving_mean, mean, decay, zero_debias=zero_debias)
        return new_mean, assign_moving_average(moving_variance, variance, decay, zero_debias=False)

    if updates_collections is None:

        def force():
            update()
            return identity(outputs)

        return smart_cond(is_training, force, lambda: outputs)
    updates = smart_cond(is_training, update, lambda: (moving_mean, moving_variance))
    for made in updates:
        add_to_collections(updates_collections, made)
    return outputs
