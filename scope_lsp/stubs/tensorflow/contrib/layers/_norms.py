"""The normalisations of tf.contrib.layers beside batch_norm: by instance, by group, GDN.

Modelled on contrib/layers/python/layers/normalization.py and layers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import reshape
from tensorflow._convolutions import convolution
from tensorflow._init_ops import Ones, Zeros
from tensorflow._layers_base import InputSpec, Layer, axis_dim, weight_dim
from tensorflow._math_ops import rsqrt, sqrt, square
from tensorflow._nn_ops import batch_normalization
from tensorflow._nn_ops import bias_add as nn_bias_add
from tensorflow._reductions import moments
from tensorflow._refusals import check_format, has_no_rank, is_undefined, lacks_size, refuse
from tensorflow._shape import is_int, reveal
from tensorflow._tensor import base_dtype, constant, convert, create, pop, push
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.framework._arg_scope import add_arg_scope
from tensorflow.contrib.framework._variables import model_variable
from tensorflow.contrib.layers._utils import collect_named_outputs, variable_collections


def _beta_and_gamma(x, channels, center, scale, initializers, variables_collections, trainable):
    initializers = initializers or {}
    made = []
    for name, wanted, default in (("beta", center, Zeros), ("gamma", scale, Ones)):
        variable = None
        if wanted:
            variable = model_variable(
                name,
                shape=[channels],
                dtype=base_dtype(x) or _dtypes.float32,
                initializer=initializers.get(name, default()),
                collections=variable_collections(variables_collections, name),
                trainable=trainable,
            )
        made.append(variable)
    return made


def _finished(x, outputs, activation_fn, outputs_collections, scope):
    outputs._dims = x._dims
    if activation_fn is not None:
        outputs = activation_fn(outputs)
    return collect_named_outputs(outputs_collections, scope.name, outputs)


@add_arg_scope
def instance_norm(
    inputs,
    center=True,
    scale=True,
    epsilon=1e-06,
    activation_fn=None,
    param_initializers=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    data_format="NHWC",
    scope=None,
):
    x = convert(inputs)
    if has_no_rank(x):
        refuse("Inputs %s has undefined rank." % x.name)
    check_format(data_format, "NCHW", "NHWC")
    with variable_scope(scope, "InstanceNorm", [x], reuse=reuse) as sc:
        first = data_format == "NCHW"
        if lacks_size(x, 1 if first else -1):
            refuse("Inputs %s has undefined channels dimension %s." % (x.name, reveal((None,))))
        channels = weight_dim(axis_dim(reveal(x._dims), 1 if first else -1))
        beta, gamma = _beta_and_gamma(
            x,
            channels,
            center,
            scale=scale,
            initializers=param_initializers,
            variables_collections=variables_collections,
            trainable=trainable,
        )
        rank = len(x._dims) if isinstance(x._dims, tuple) else 4
        if first:
            beta, gamma = [
                part if part is None else reshape(part, [1, channels] + [1] * (rank - 2))
                for part in (beta, gamma)
            ]
        mean, variance = moments(
            x, list(range(2, rank)) if first else list(range(1, rank - 1)), keep_dims=True
        )
        outputs = batch_normalization(
            x,
            mean,
            variance,
            offset=beta,
            scale=gamma,
            variance_epsilon=epsilon,
            name="instancenorm",
        )
        return _finished(
            x, outputs, activation_fn, outputs_collections=outputs_collections, scope=sc
        )


def _check_groups(x, groups, channels_axis, reduction_axes):
    """What group_norm asks of its inputs."""
    dims = x._dims
    if has_no_rank(x):
        refuse("Inputs %s has undefined rank." % x.name)
    if not _scope_lsp.is_a(dims, tuple) or not is_int(channels_axis):
        return
    rank = len(dims)
    if channels_axis > rank - 1:
        refuse("Axis is out of bounds.")
        return
    axis = channels_axis + rank if channels_axis < 0 else channels_axis
    channels = dims[axis]
    if lacks_size(x, axis):
        refuse("Inputs %s has undefined channel dimension: %d." % (x.name, axis))
    for reduced in _scope_lsp.ints(reduction_axes) or ():
        reduced = reduced + rank if reduced < 0 else reduced
        if reduced == axis:
            refuse("reduction_axis must be mutually exclusive with channels_axis")
        elif lacks_size(x, reduced):
            refuse("Inputs %s has undefined dimensions %d." % (x.name, reduced))
    if is_int(channels) and is_int(groups):
        if groups > channels:
            refuse("Invalid groups %d for %d channels." % (groups, channels))
        elif channels % groups:
            refuse("%d channels is not commensurate with %d groups." % (channels, groups))


@add_arg_scope
def group_norm(
    inputs,
    groups=32,
    channels_axis=-1,
    reduction_axes=(-3, -2),
    center=True,
    scale=True,
    epsilon=1e-06,
    activation_fn=None,
    param_initializers=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    scope=None,
    mean_close_to_zero=False,
):
    given = convert(inputs)
    _check_groups(given, groups, channels_axis, reduction_axes=reduction_axes)
    create("Shape", None, (), dtype=_dtypes.int32)
    channels = weight_dim(axis_dim(reveal(given._dims), channels_axis))
    x = create("Reshape", None, None, dtype=base_dtype(given), inputs=(given,))
    with variable_scope(scope, "GroupNorm", [x], reuse=reuse) as sc:
        made = _beta_and_gamma(
            given,
            channels,
            center,
            scale=scale,
            initializers=param_initializers,
            variables_collections=variables_collections,
            trainable=trainable,
        )
        beta, gamma = [part if part is None else reshape(part, [-1]) for part in made]
        push(None, "moments")
        pop()
        outputs = x
        for part in (gamma, beta):
            if part is not None:
                outputs = outputs * part
        return _finished(
            given,
            reshape(outputs, [-1]),
            activation_fn,
            outputs_collections=outputs_collections,
            scope=sc,
        )


class GDN(Layer):
    def __init__(
        self,
        inverse=False,
        beta_min=1e-06,
        gamma_init=0.1,
        reparam_offset=2**-18,
        data_format="channels_last",
        activity_regularizer=None,
        trainable=True,
        name=None,
        **kwargs,
    ):
        super(GDN, self).__init__(
            trainable=trainable, name=name, activity_regularizer=activity_regularizer, **kwargs
        )
        self.inverse = inverse
        self.data_format = data_format
        if _scope_lsp.is_known(data_format) and data_format not in (
            "channels_first",
            "channels_last",
        ):
            refuse("Unsupported `data_format` for GDN layer: %s." % data_format)
        self.input_spec = InputSpec(min_ndim=3, max_ndim=5)
        self._offset = reparam_offset
        self._gamma_init = gamma_init

    def build(self, input_shape):
        axis = 1 if self.data_format == "channels_first" else -1
        if is_undefined(self, input_shape, axis):
            refuse("The channel dimension of the inputs to `GDN` must be defined.")
        channels = weight_dim(axis_dim(input_shape, axis))
        for _ in range(3):
            constant(self._offset)
        self.beta = self._parameter("reparam_beta", [channels])
        self.gamma = self._parameter("reparam_gamma", [channels, channels])
        self.built = True

    def _parameter(self, name, shape):
        variable = self.add_variable(
            name, shape=shape, initializer=Ones(), dtype=self.dtype, trainable=True
        )
        push(None, "GDNLowerBound")
        pop()
        return square(variable) - self._offset

    def call(self, inputs):
        x = convert(inputs)
        pool = convolution(square(x), reshape(self.gamma, [1, 1] + list(self.gamma.shape)), "VALID")
        pool = sqrt(nn_bias_add(pool, self.beta))
        outputs = x * pool if self.inverse else x / pool
        outputs._dims = x._dims
        return outputs

    def compute_output_shape(self, input_shape):
        return input_shape


def gdn(
    inputs,
    inverse=False,
    beta_min=1e-06,
    gamma_init=0.1,
    reparam_offset=2**-18,
    data_format="channels_last",
    activity_regularizer=None,
    trainable=True,
    name=None,
    reuse=None,
):
    layer = GDN(
        inverse,
        beta_min,
        gamma_init,
        reparam_offset=reparam_offset,
        data_format=data_format,
        activity_regularizer=activity_regularizer,
        trainable=trainable,
        name=name,
        dtype=base_dtype(convert(inputs)),
        _scope=name,
        _reuse=reuse,
    )
    return layer.apply(inputs)
