"""`tf.keras.layers`: attention.

Modelled on keras/layers/dense_attention.py of TensorFlow 1.15.5.
"""

from tensorflow import _init_ops
from tensorflow._casts import cast
from tensorflow._array_ops import expand_dims
from tensorflow._math_ops import logical_not, matmul, tanh
from tensorflow._nn_ops import softmax
from tensorflow._reductions import reduce_sum
from tensorflow._tensor import base_dtype, convert
from tensorflow.keras._layer import Layer
from tensorflow.keras._shapes import axis_dim, weight_dim


class _DenseAttention(Layer):
    supports_masking = True

    def __init__(self, causal=False, **kwargs):
        super(_DenseAttention, self).__init__(**kwargs)
        self.causal = causal
        self.scale = None

    def call(self, inputs, mask=None):
        if not isinstance(inputs, list):
            raise ValueError(
                "{} layer must be called on a list of inputs, namely [query, value] or [query, "
                "value, key].".format(self.__class__.__name__)
            )
        query, value = convert(inputs[0]), convert(inputs[1])
        scores = self._calculate_scores(query, convert(inputs[2]) if len(inputs) > 2 else value)
        if mask and mask[1] is not None:
            padding = logical_not(expand_dims(mask[1], axis=-2))
            scores = scores - 1000000000.0 * cast(padding, base_dtype(scores))
        result = matmul(softmax(scores), value)
        if mask and mask[0] is not None:
            result = result * cast(expand_dims(mask[0], axis=-1), base_dtype(result))
        return result

    def compute_mask(self, inputs, mask=None):
        return convert(mask[0]) if mask and mask[0] is not None else None


class Attention(_DenseAttention):
    def __init__(self, use_scale=False, **kwargs):
        super(Attention, self).__init__(**kwargs)
        self.use_scale = use_scale

    def build(self, input_shape):
        if self.use_scale:
            self.scale = self.add_weight(
                "scale", (), None, initializer=_init_ops.Ones(), trainable=True
            )
        self.built = True

    def _calculate_scores(self, query, key):
        scores = matmul(query, key, transpose_b=True)
        return scores if self.scale is None else scores * self.scale


class AdditiveAttention(_DenseAttention):
    def __init__(self, use_scale=True, **kwargs):
        super(AdditiveAttention, self).__init__(**kwargs)
        self.use_scale = use_scale

    def build(self, input_shape):
        if self.use_scale:
            self.scale = self.add_weight(
                "scale",
                [weight_dim(axis_dim(input_shape[1], -1))],
                None,
                initializer=_init_ops.GlorotUniform(),
                trainable=True,
            )
        self.built = True

    def _calculate_scores(self, query, key):
        scale = self.scale if self.use_scale else 1.0
        return reduce_sum(
            scale * tanh(expand_dims(query, axis=-2) + expand_dims(key, axis=-3)), axis=-1
        )
