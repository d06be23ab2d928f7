"""`tf.keras.layers`: normalisation.

Modelled on keras/layers/normalization.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import reshape
from tensorflow._math_ops import sqrt
from tensorflow._nn_ops import batch_normalization as nn_batch_normalization
from tensorflow._nn_ops import fused_batch_norm
from tensorflow._reductions import moments
from tensorflow._refusals import is_built_on_known, refuse
from tensorflow._shape import UNSURE, as_dims, is_int
from tensorflow._tensor import base_dtype, constant, convert, create, is_tensor_like, pop, push
from tensorflow.keras import _state, constraints, initializers, regularizers
from tensorflow.keras._inputs import InputSpec, check_broadcast
from tensorflow.keras._layer import Layer
from tensorflow.keras._norm_checks import check_arguments, check_axes
from tensorflow.keras._shapes import axis_dim, smart_cond, weight_dim


class BatchNormalization(Layer):
    supports_masking = True

    def __init__(
        self,
        axis=-1,
        momentum=0.99,
        epsilon=1e-3,
        center=True,
        scale=True,
        beta_initializer="zeros",
        gamma_initializer="ones",
        moving_mean_initializer="zeros",
        moving_variance_initializer="ones",
        beta_regularizer=None,
        gamma_regularizer=None,
        beta_constraint=None,
        gamma_constraint=None,
        renorm=False,
        renorm_clipping=None,
        renorm_momentum=0.99,
        fused=None,
        trainable=True,
        virtual_batch_size=None,
        adjustment=None,
        name=None,
        **kwargs,
    ):
        super(BatchNormalization, self).__init__(name=name, **kwargs)
        check_arguments(axis, renorm_clipping if renorm else None)
        self._trainable = trainable
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon
        self.center = center
        self.scale = scale
        self.beta_initializer = initializers.get(beta_initializer)
        self.gamma_initializer = initializers.get(gamma_initializer)
        self.moving_mean_initializer = initializers.get(moving_mean_initializer)
        self.moving_variance_initializer = initializers.get(moving_variance_initializer)
        self.beta_regularizer = regularizers.get(beta_regularizer)
        self.gamma_regularizer = regularizers.get(gamma_regularizer)
        self.beta_constraint = constraints.get(beta_constraint)
        self.gamma_constraint = constraints.get(gamma_constraint)
        self.renorm = renorm
        self.renorm_clipping = renorm_clipping or {}
        self.renorm_momentum = renorm_momentum
        self.virtual_batch_size = virtual_batch_size
        self.adjustment = adjustment
        self.fused = self._wanted_fused(fused)

    def _wanted_fused(self, fused):
        return True if fused is None else fused

    def build(self, input_shape):
        dims = as_dims(input_shape)
        axes = list(self.axis) if isinstance(self.axis, (list, tuple)) else [self.axis]
        known = isinstance(dims, tuple)
        rankless = _scope_lsp.is_known(dims) and dims is None and is_built_on_known(self)
        if rankless or _scope_lsp.is_a(dims, tuple) and dims == ():
            refuse("('Input has undefined rank:', %r)" % (input_shape,))
        if known:
            axes = [axis + len(dims) if is_int(axis) and axis < 0 else axis for axis in axes]
            self.input_spec = InputSpec(
                ndim=len(dims), axes={axis: axis_dim(input_shape, axis) for axis in axes}
            )
            check_axes(self, axes, input_shape, rank=len(dims))
        self.axis = axes
        plain = (
            not self.renorm
            and self.virtual_batch_size is None
            and self.adjustment is None
            and len(axes) == 1
        )
        # An input of unknown rank is most likely an image: four axes.
        self.fused = (
            bool(self.fused) and plain and (not known or len(dims) == 4) and axes[0] in (1, 3, -1)
        )
        if len(axes) == 1 and self.virtual_batch_size is None:
            shape = (weight_dim(axis_dim(input_shape, axes[0])),)
        elif known:
            shape = [
                weight_dim(axis_dim(input_shape, i)) if i in axes else 1 for i in range(len(dims))
            ]
            if self.virtual_batch_size is not None:
                shape.insert(1, 1)
                self.axis = [axis + 1 for axis in axes]
        else:
            shape = None
        dtype = (
            _dtypes.float32
            if self._dtype_name in (None, _dtypes.float16, _dtypes.bfloat16)
            else self._dtype_name
        )
        self._param_dtype = dtype
        self.gamma = self.beta = None
        if self.scale:
            self.gamma = self.add_weight(
                "gamma",
                shape,
                dtype,
                initializer=self.gamma_initializer,
                regularizer=self.gamma_regularizer,
                trainable=True,
                constraint=self.gamma_constraint,
            )
        elif self.fused:
            self._gamma = constant(1.0, dtype, shape)
        if self.center:
            self.beta = self.add_weight(
                "beta",
                shape,
                dtype,
                initializer=self.beta_initializer,
                regularizer=self.beta_regularizer,
                trainable=True,
                constraint=self.beta_constraint,
            )
        elif self.fused:
            self._beta = constant(0.0, dtype, shape)
        scope = getattr(self, "_scope", None)
        partitioner = scope.partitioner if scope else None
        if partitioner:
            scope.set_partitioner(None)
        try:
            self.moving_mean = self.add_weight(
                "moving_mean",
                shape,
                dtype,
                initializer=self.moving_mean_initializer,
                trainable=False,
            )
            self.moving_variance = self.add_weight(
                "moving_variance",
                shape,
                dtype,
                initializer=self.moving_variance_initializer,
                trainable=False,
            )
            if self.renorm:
                self._build_renorm(shape, dtype)
        finally:
            if partitioner:
                scope.set_partitioner(partitioner)
        self.built = True

    def _build_renorm(self, shape, dtype):
        def stddev_initializer(*args, **kwargs):
            return sqrt(self.moving_variance_initializer(*args, **kwargs))

        self.moving_stddev = self.add_weight(
            "moving_stddev", shape, dtype, initializer=stddev_initializer, trainable=False
        )
        self.renorm_mean = self.add_weight(
            "renorm_mean", shape, dtype, initializer=self.moving_mean_initializer, trainable=False
        )
        self.renorm_stddev = self.add_weight(
            "renorm_stddev", shape, dtype, initializer=stddev_initializer, trainable=False
        )

    def call(self, inputs, training=None):
        if training is None:
            training = _state.learning_phase()
        if self.virtual_batch_size is not None or self.adjustment is not None or self.renorm:
            return self._unusual(inputs, training)
        outputs = self._fused(inputs, training) if self.fused else self._plain(inputs, training)
        dims = as_dims(inputs.shape) if hasattr(inputs, "shape") else UNSURE
        outputs._dims = dims
        return outputs

    def _fused(self, inputs, training):
        gamma = self.gamma if self.scale else self._gamma
        beta = self.beta if self.center else self._beta
        layout = "NCHW" if self.axis == [1] else "NHWC"

        def train():
            return fused_batch_norm(inputs, gamma, beta, epsilon=self.epsilon, data_format=layout)

        def infer():
            return fused_batch_norm(
                inputs,
                gamma,
                beta,
                mean=self.moving_mean,
                variance=self.moving_variance,
                epsilon=self.epsilon,
                data_format=layout,
                is_training=False,
            )

        output, mean, variance = smart_cond(training, train, infer)
        undecided = is_tensor_like(training)
        if undecided:
            momentum = smart_cond(training, lambda: self.momentum, lambda: 1.0)
        else:
            momentum = convert(self.momentum)
        if undecided or training:
            self.add_update(lambda: _moving_average(self.moving_mean, mean, momentum))
            self.add_update(lambda: _moving_average(self.moving_variance, variance, momentum))
        return output

    def _plain(self, inputs, training):
        x = convert(inputs)
        dims = x._dims
        count = len(dims) if isinstance(dims, tuple) else 2
        axes = [i for i in range(count) if i not in self.axis and i - count not in self.axis]
        inner = axes == list(range(count - 1))

        def spread(v):
            if v is None or inner or not isinstance(dims, tuple):
                return v
            at = self.axis[0]
            return reshape(v, [dims[i] if i == at and is_int(dims[i]) else 1 for i in range(count)])

        scale, offset = spread(self.gamma), spread(self.beta)
        if not is_tensor_like(training) and _scope_lsp.is_known(training) and not training:
            mean, variance = self.moving_mean, self.moving_variance
        else:
            batch_mean, batch_variance = moments(x, axes, keep_dims=len(self.axis) > 1)
            moving_mean, moving_variance = self.moving_mean, self.moving_variance
            mean = smart_cond(training, lambda: batch_mean, lambda: convert(moving_mean))
            variance = smart_cond(
                training, lambda: batch_variance, lambda: convert(moving_variance)
            )
            new_mean, new_variance = mean, variance
            if is_tensor_like(training) or training:
                self.add_update(
                    lambda: smart_cond(
                        training,
                        lambda: _moving_average(moving_mean, new_mean, self.momentum),
                        lambda: moving_mean,
                    )
                )
                self.add_update(
                    lambda: smart_cond(
                        training,
                        lambda: _moving_average(moving_variance, new_variance, self.momentum),
                        lambda: moving_variance,
                    )
                )
        return nn_batch_normalization(
            x,
            spread(mean),
            spread(variance),
            offset=offset,
            scale=scale,
            variance_epsilon=self.epsilon,
        )

    def _unusual(self, inputs, training):
        """Renormalisation and the like: one op stands for all of them."""
        x = convert(inputs)
        inputs = [x] + [convert(weight) for weight in (self.gamma, self.beta) if weight is not None]
        result = create("AddV2", "batchnorm/add_1", x._dims, dtype=base_dtype(x), inputs=inputs)
        if is_tensor_like(training) or training:
            self.add_update(create("AssignSub", "AssignMovingAvg", None, dtype=None).op)
        return result

    def compute_output_shape(self, input_shape):
        return input_shape


def _moving_average(variable, value, momentum):
    """BatchNormalizationBase._assign_moving_average."""
    scope_name = push("AssignMovingAvg", None)
    decay = convert(1.0 - momentum, None, "decay")
    delta = (variable - value) * decay
    pop()
    return variable.assign_sub(delta, name=scope_name) if hasattr(variable, "assign_sub") else delta


class LayerNormalization(Layer):
    supports_masking = True

    def __init__(
        self,
        axis=-1,
        epsilon=0.001,
        center=True,
        scale=True,
        beta_initializer="zeros",
        gamma_initializer="ones",
        beta_regularizer=None,
        gamma_regularizer=None,
        beta_constraint=None,
        gamma_constraint=None,
        trainable=True,
        name=None,
        **kwargs,
    ):
        super(LayerNormalization, self).__init__(name=name, trainable=trainable, **kwargs)
        self.axis = axis
        self.epsilon = epsilon
        self.center = center
        self.scale = scale
        self.beta_initializer = initializers.get(beta_initializer)
        self.gamma_initializer = initializers.get(gamma_initializer)
        self.beta_regularizer = regularizers.get(beta_regularizer)
        self.gamma_regularizer = regularizers.get(gamma_regularizer)
        self.beta_constraint = constraints.get(beta_constraint)
        self.gamma_constraint = constraints.get(gamma_constraint)

    def build(self, input_shape):
        axes = list(self.axis) if isinstance(self.axis, (list, tuple)) else [self.axis]
        dims = as_dims(input_shape)
        if isinstance(dims, tuple) and _scope_lsp.ints(axes) is not None:
            axes = [axis + len(dims) if axis < 0 else axis for axis in axes]
            for axis in axes:
                if not 0 <= axis < len(dims):
                    refuse("Invalid axis: %d" % axis)
            if len(axes) != len(set(axes)):
                refuse("Duplicate axis: %s" % (tuple(axes),))
        shape = [weight_dim(axis_dim(input_shape, axis)) for axis in axes]
        self.axis = axes
        self.gamma = self.beta = None
        if self.scale:
            self.gamma = self.add_weight(
                "gamma",
                shape,
                None,
                initializer=self.gamma_initializer,
                regularizer=self.gamma_regularizer,
                trainable=True,
                constraint=self.gamma_constraint,
            )
        if self.center:
            self.beta = self.add_weight(
                "beta",
                shape,
                None,
                initializer=self.beta_initializer,
                regularizer=self.beta_regularizer,
                trainable=True,
                constraint=self.beta_constraint,
            )
        self.built = True

    def call(self, inputs):
        x = convert(inputs)
        mean, variance = moments(x, self.axis, keep_dims=True)
        outputs = nn_batch_normalization(
            x, mean, variance, offset=self.beta, scale=self.gamma, variance_epsilon=self.epsilon
        )
        dims = x._dims
        if self.gamma is not None and isinstance(dims, tuple) and self.axis == [len(dims) - 1]:
            # The input is multiplied by what was multiplied by the weights.
            scale = dims[:-1] + as_dims(self.gamma.shape)
            check_broadcast(
                outputs.op.name.rpartition("/")[0] + "/mul_1", "Mul", dims, theirs=scale
            )
        outputs._dims = dims
        return outputs

    def compute_output_shape(self, input_shape):
        return input_shape
