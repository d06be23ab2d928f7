"""`tf.keras.layers`: embeddings, activations that are layers, and noise.

Modelled on keras/layers/{embeddings,advanced_activations,noise}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._casts import cast
from tensorflow._array_ops import shape
from tensorflow._math_ops import greater, not_equal
from tensorflow._embedding_ops import embedding_lookup
from tensorflow._nn_ops import relu as nn_relu
from tensorflow._random_ops import random_normal
from tensorflow._refusals import refuse
from tensorflow._shape import as_dims, is_int
from tensorflow._tensor import base_dtype, convert, create, is_tensor
from tensorflow.keras import _state, activations, constraints, initializers, regularizers
from tensorflow.keras._inputs import InputSpec, check_broadcast
from tensorflow.keras._layer import Layer
from tensorflow.keras._shapes import smart_cond, weight_dim


class Embedding(Layer):
    def __init__(
        self,
        input_dim,
        output_dim,
        embeddings_initializer="uniform",
        embeddings_regularizer=None,
        activity_regularizer=None,
        embeddings_constraint=None,
        mask_zero=False,
        input_length=None,
        **kwargs,
    ):
        if "input_shape" not in kwargs:
            kwargs["input_shape"] = (input_length,) if input_length else (None,)
        super(Embedding, self).__init__(dtype=kwargs.pop("dtype", _state.floatx()), **kwargs)
        self._autocast = False  # indices that are floats are not to be rounded
        self.input_dim = input_dim
        self.output_dim = output_dim
        self.embeddings_initializer = initializers.get(embeddings_initializer)
        self.embeddings_regularizer = regularizers.get(embeddings_regularizer)
        self._activity_regularizer = regularizers.get(activity_regularizer)
        self.embeddings_constraint = constraints.get(embeddings_constraint)
        self.mask_zero = mask_zero
        self.supports_masking = mask_zero
        self.input_length = input_length

    def build(self, input_shape):
        self.embeddings = self.add_weight(
            "embeddings",
            (self.input_dim, self.output_dim),
            None,
            initializer=self.embeddings_initializer,
            regularizer=self.embeddings_regularizer,
            trainable=None,
            constraint=self.embeddings_constraint,
        )
        self.built = True

    def compute_mask(self, inputs, mask=None):
        return not_equal(inputs, 0) if self.mask_zero else None

    def call(self, inputs):
        x = convert(inputs)
        if base_dtype(x) not in (None, _dtypes.int32, _dtypes.int64):
            x = cast(x, _dtypes.int32)
        return embedding_lookup(self.embeddings, x)


class LeakyReLU(Layer):
    supports_masking = True

    def __init__(self, alpha=0.3, **kwargs):
        super(LeakyReLU, self).__init__(**kwargs)
        self.alpha = alpha

    def call(self, inputs):
        return activations.relu(inputs, alpha=self.alpha)


class PReLU(Layer):
    supports_masking = True

    def __init__(
        self,
        alpha_initializer="zeros",
        alpha_regularizer=None,
        alpha_constraint=None,
        shared_axes=None,
        **kwargs,
    ):
        super(PReLU, self).__init__(**kwargs)
        self.alpha_initializer = initializers.get(alpha_initializer)
        self.alpha_regularizer = regularizers.get(alpha_regularizer)
        self.alpha_constraint = constraints.get(alpha_constraint)
        self.shared_axes = (
            shared_axes
            if shared_axes is None or isinstance(shared_axes, (list, tuple))
            else [shared_axes]
        )

    def build(self, input_shape):
        dims = as_dims(input_shape)
        if isinstance(dims, tuple):
            shared = self.shared_axes or ()
            wanted = [1 if i + 1 in shared else weight_dim(dim) for i, dim in enumerate(dims[1:])]
        else:
            wanted = _scope_lsp.unknown("a shape that is not modelled")
        self.alpha = self.add_weight(
            "alpha",
            wanted,
            None,
            initializer=self.alpha_initializer,
            regularizer=self.alpha_regularizer,
            trainable=None,
            constraint=self.alpha_constraint,
        )
        if isinstance(dims, tuple):
            axes = (
                {i: dim for i, dim in enumerate(dims) if i and i not in self.shared_axes}
                if self.shared_axes
                else {}
            )
            self.input_spec = InputSpec(ndim=len(dims), axes=axes)
        self.built = True

    def call(self, inputs):
        positive = nn_relu(inputs)
        negative = -self.alpha * nn_relu(-inputs)
        if is_tensor(inputs) and is_tensor(negative):
            check_broadcast(negative.op.name, "Mul", as_dims(self.alpha.shape), theirs=inputs._dims)
        return positive + negative


class ELU(Layer):
    supports_masking = True

    def __init__(self, alpha=1.0, **kwargs):
        super(ELU, self).__init__(**kwargs)
        self.alpha = alpha

    def call(self, inputs):
        return activations.elu(inputs, self.alpha)


class ThresholdedReLU(Layer):
    supports_masking = True

    def __init__(self, theta=1.0, **kwargs):
        super(ThresholdedReLU, self).__init__(**kwargs)
        self.theta = theta

    def call(self, inputs):
        return inputs * cast(greater(inputs, self.theta), _state.floatx())


class Softmax(Layer):
    supports_masking = True

    def __init__(self, axis=-1, **kwargs):
        super(Softmax, self).__init__(**kwargs)
        self.axis = axis

    def call(self, inputs):
        return activations.softmax(inputs, axis=self.axis)


class ReLU(Layer):
    def __init__(self, max_value=None, negative_slope=0, threshold=0, **kwargs):
        super(ReLU, self).__init__(**kwargs)
        for name, number in (("max_value", max_value), ("negative_slope", negative_slope)):
            if _scope_lsp.is_number(number) and number < 0:
                refuse("%s of Relu layer cannot be negative value: %s" % (name, number))
        self.max_value = max_value
        self.negative_slope = negative_slope
        self.threshold = threshold

    def call(self, inputs):
        return activations.relu(
            inputs, self.negative_slope, self.max_value, threshold=self.threshold
        )


class _Noise(Layer):
    supports_masking = True

    def call(self, inputs, training=None):
        x = convert(inputs)
        training = _state.learning_phase() if training is None else training
        return smart_cond(training, lambda: self._noised(x), lambda: x)

    def _noised(self, x):
        noise = random_normal(shape(x))
        return create("Add", "add", x._dims, dtype=base_dtype(x), inputs=(x, noise))


class GaussianNoise(_Noise):
    def __init__(self, stddev, **kwargs):
        super(GaussianNoise, self).__init__(**kwargs)
        self.stddev = stddev


class GaussianDropout(_Noise):
    def __init__(self, rate, **kwargs):
        super(GaussianDropout, self).__init__(**kwargs)
        self.rate = rate


class AlphaDropout(_Noise):
    def __init__(self, rate, noise_shape=None, seed=None, **kwargs):
        super(AlphaDropout, self).__init__(**kwargs)
        self.rate = rate
        self.noise_shape = noise_shape
        self.seed = seed
