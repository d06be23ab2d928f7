"""The layers of tf.contrib.layers and slim that have weights.

Modelled on contrib/layers/python/layers/layers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, _layers_core, _layers_pool
from tensorflow._init_ops import Ones, Zeros
from tensorflow._layers_base import axis_dim, weight_dim
from tensorflow._nn_ops import batch_normalization, relu
from tensorflow._nn_ops import bias_add as nn_bias_add
from tensorflow._reductions import moments
from tensorflow._refusals import (
    check_format,
    has_no_rank,
    is_tensorflows,
    lacks_size,
    refuse,
)
from tensorflow._regularizers import xavier_initializer
from tensorflow._shape import Dimension, is_int, reveal
from tensorflow._tensor import base_dtype, convert, pop, push
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.framework._arg_scope import add_arg_scope
from tensorflow.contrib.framework._variables import model_variable
from tensorflow.contrib.layers._utils import (
    add_variable_to_collections,
    build_variable_getter,
    channels_last,
    collect_named_outputs,
    model_variable_getter,
    variable_collections,
)

_xavier = xavier_initializer()
_zeros = Zeros()
_RENAMED = {"bias": "biases", "kernel": "weights"}


def _finished(outputs, normalizer_fn, normalizer_params, activation_fn, collections, scope):
    if normalizer_fn is not None:
        outputs = normalizer_fn(outputs, **(normalizer_params or {}))
    if activation_fn is not None:
        outputs = activation_fn(outputs)
    return collect_named_outputs(collections, scope.name, outputs)


def _collected(layer, collections):
    add_variable_to_collections(layer.kernel, collections, "weights")
    if layer.bias is not None:
        add_variable_to_collections(layer.bias, collections, "biases")


def _named(function, name):
    function.__name__ = name
    return add_arg_scope(function)


def _fitting(function, name):
    """One of several functions that are written once; a call has to fit it under its own name."""
    return _named(_scope_lsp.takes(True, name)(function), name)


@add_arg_scope
def fully_connected(
    inputs,
    num_outputs,
    activation_fn=relu,
    normalizer_fn=None,
    normalizer_params=None,
    weights_initializer=_xavier,
    weights_regularizer=None,
    biases_initializer=_zeros,
    biases_regularizer=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    scope=None,
):
    if _scope_lsp.is_known(num_outputs) and (
        not isinstance(num_outputs, int) or hasattr(num_outputs, "dtype")
    ):
        _refuse_outputs(num_outputs)
    with variable_scope(
        scope,
        "fully_connected",
        [inputs],
        reuse=reuse,
        custom_getter=build_variable_getter(_RENAMED),
    ) as sc:
        x = convert(inputs)
        use_bias = not normalizer_fn and biases_initializer is not None
        layer = _layers_core.Dense(
            num_outputs,
            None,
            use_bias,
            kernel_initializer=weights_initializer,
            bias_initializer=biases_initializer,
            kernel_regularizer=weights_regularizer,
            bias_regularizer=biases_regularizer,
            trainable=trainable,
            name=sc.name,
            dtype=base_dtype(x),
            _scope=sc,
            _reuse=reuse,
        )
        outputs = layer.apply(x)
        _collected(layer, variables_collections)
        return _finished(
            outputs,
            normalizer_fn,
            normalizer_params,
            activation_fn=activation_fn,
            collections=outputs_collections,
            scope=sc,
        )


def _refuse_outputs(num_outputs):
    if num_outputs is None or isinstance(num_outputs, (int, float, str, Dimension)):
        refuse("num_outputs type should be one of [<class 'int'>], got %s." % type(num_outputs))


@add_arg_scope
def bias_add(
    inputs,
    activation_fn=None,
    initializer=_zeros,
    regularizer=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    data_format="NHWC",
    scope=None,
):
    check_format(data_format, "NCHW", "NHWC")
    with variable_scope(scope, "BiasAdd", [inputs], reuse=reuse) as sc:
        x = convert(inputs)
        axis = 1 if _scope_lsp.is_known(data_format) and data_format == "NCHW" else -1
        if has_no_rank(x):
            refuse("Dims of shape must be known but is None")
        elif axis == 1 and _scope_lsp.is_a(x._dims, tuple) and len(x._dims) != 4:
            refuse("Data format NCHW only supports 4D Tensor")
        elif lacks_size(x, axis):
            refuse("`C` dimension must be known but is None")
        count = weight_dim(axis_dim(reveal(x._dims), 1 if data_format == "NCHW" else -1))
        biases = model_variable(
            "biases",
            shape=[count],
            dtype=base_dtype(x),
            initializer=initializer,
            regularizer=regularizer,
            collections=variable_collections(variables_collections, "biases"),
            trainable=trainable,
        )
        return _finished(
            nn_bias_add(x, biases, data_format=data_format),
            None,
            None,
            activation_fn=activation_fn,
            collections=outputs_collections,
            scope=sc,
        )


def _check_norm_axes(x, begin_norm_axis, begin_params_axis):
    """What layer_norm asks of its axes."""
    dims = x._dims
    if has_no_rank(x):
        refuse("Inputs %s has undefined rank." % x.name)
    if (
        not _scope_lsp.is_a(dims, tuple)
        or not is_int(begin_norm_axis)
        or not is_int(begin_params_axis)
    ):
        return
    rank = len(dims)
    first = begin_norm_axis + rank if begin_norm_axis < 0 else begin_norm_axis
    if begin_params_axis >= rank or first >= rank:
        refuse(
            "begin_params_axis (%d) and begin_norm_axis (%d) must be < rank(inputs) (%d)"
            % (begin_params_axis, first, rank)
        )
    elif None in dims[begin_params_axis:] and is_tensorflows([x]):
        refuse(
            "Inputs %s: shape(inputs)[%s:] is not fully defined: %s"
            % (x.name, begin_params_axis, reveal(dims))
        )


@add_arg_scope
def layer_norm(
    inputs,
    center=True,
    scale=True,
    activation_fn=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    begin_norm_axis=1,
    begin_params_axis=-1,
    scope=None,
):
    with variable_scope(scope, "LayerNorm", [inputs], reuse=reuse) as sc:
        x = convert(inputs)
        dims = x._dims
        _check_norm_axes(x, begin_norm_axis, begin_params_axis)
        shape = (
            reveal(dims[begin_params_axis:])
            if isinstance(dims, tuple)
            else [weight_dim(axis_dim(None, -1))]
        )
        beta = gamma = None
        if center:
            beta = model_variable(
                "beta",
                shape=shape,
                dtype=base_dtype(x) or _dtypes.float32,
                initializer=Zeros(),
                collections=variable_collections(variables_collections, "beta"),
                trainable=trainable,
            )
        if scale:
            gamma = model_variable(
                "gamma",
                shape=shape,
                dtype=base_dtype(x) or _dtypes.float32,
                initializer=Ones(),
                collections=variable_collections(variables_collections, "gamma"),
                trainable=trainable,
            )
        rank = len(dims) if isinstance(dims, tuple) else 2
        first = begin_norm_axis + rank if begin_norm_axis < 0 else begin_norm_axis
        mean, variance = moments(x, list(range(first, rank)), keep_dims=True)
        outputs = batch_normalization(
            x, mean, variance, offset=beta, scale=gamma, variance_epsilon=1e-12
        )
        outputs._dims = dims
        return _finished(
            outputs,
            None,
            None,
            activation_fn=activation_fn,
            collections=outputs_collections,
            scope=sc,
        )


@add_arg_scope
def dropout(
    inputs,
    keep_prob=0.5,
    noise_shape=None,
    is_training=True,
    outputs_collections=None,
    scope=None,
    seed=None,
):
    with variable_scope(scope, "Dropout", [inputs], custom_getter=model_variable_getter) as sc:
        layer = _layers_core.Dropout(1 - keep_prob, noise_shape, seed, name=sc.name, _scope=sc)
        outputs = layer.apply(convert(inputs), training=is_training)
        return collect_named_outputs(outputs_collections, sc.name, outputs)


@add_arg_scope
def flatten(inputs, outputs_collections=None, scope=None):
    name = push(scope, "Flatten")
    outputs = _layers_core.flatten(convert(inputs))
    pop()
    return collect_named_outputs(outputs_collections, name, outputs)


def _pool(cls, default, formats):
    def pool(
        inputs,
        kernel_size,
        stride=2,
        padding="VALID",
        data_format=formats[-1],
        outputs_collections=None,
        scope=None,
    ):
        check_format(data_format, *formats)
        name = push(scope, default)
        layer = cls(
            kernel_size, stride, padding, data_format=channels_last(data_format), _scope=name
        )
        outputs = layer.apply(convert(inputs))
        pop()
        return collect_named_outputs(outputs_collections, name, outputs)

    return pool


max_pool2d = _fitting(_pool(_layers_pool.MaxPooling2D, "MaxPool2D", ("NCHW", "NHWC")), "max_pool2d")
avg_pool2d = _fitting(
    _pool(_layers_pool.AveragePooling2D, "AvgPool2D", ("NCHW", "NHWC")), "avg_pool2d"
)
max_pool3d = _fitting(
    _pool(_layers_pool.MaxPooling3D, "MaxPool3D", ("NCDHW", "NDHWC")), "max_pool3d"
)
avg_pool3d = _fitting(
    _pool(_layers_pool.AveragePooling3D, "AvgPool3D", ("NCDHW", "NDHWC")), "avg_pool3d"
)
