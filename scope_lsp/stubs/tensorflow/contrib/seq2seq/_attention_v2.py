"""Attention mechanisms that are layers of Keras.

Modelled on the classes with V2 in their names in contrib/seq2seq/python/ops/attention_wrapper.py of
TensorFlow 1.15.5.
"""

from tensorflow import _dtypes, _init_ops
from tensorflow._constant_ops import one_hot, zeros
from tensorflow._nn_ops import softmax
from tensorflow._rnn_cells import run_ops, zero_states
from tensorflow._tensor import base_dtype, convert, create, dtype_of, scope
from tensorflow.contrib.seq2seq._attention import (
    AttentionMechanism,
    _prepare_memory,
    hardmax,
    static_or_dynamic,
)
from tensorflow.contrib.seq2seq._monotonic_attention import _monotonic_probability_fn
from tensorflow.keras import initializers
from tensorflow.keras._core import Dense
from tensorflow.keras._layer import Layer
from tensorflow.keras._serialization import deserialize, serialize
from tensorflow._shape import UNSURE, merge_dim

_FUNCTIONS = {"softmax": softmax, "hardmax": hardmax}


class _BaseAttentionMechanismV2(AttentionMechanism, Layer):
    _has_query_layer = False

    def __init__(self, units, memory, memory_sequence_length, name, dtype, kwargs):
        dtype = _dtypes.float32 if dtype is None else dtype
        layers = {}
        for kind in ("query_layer", "memory_layer"):
            layers[kind] = kwargs.pop(kind, None)
            if not layers[kind] and (kind == "memory_layer" or self._has_query_layer):
                layers[kind] = Dense(units, name=kind, use_bias=False, dtype=dtype)
        Layer.__init__(self, name=name, dtype=dtype, **kwargs)
        self.units = units
        self.query_layer, self.memory_layer = layers["query_layer"], layers["memory_layer"]
        self.supports_masking = True
        self.keys = self.values = self.batch_size = None
        self._memory_initialized = False
        for weight in ("attention_v", "attention_g", "attention_b", "attention_score_bias"):
            setattr(self, weight, None)
        self.memory = memory
        self._lengths = memory_sequence_length

    def _take_memory(self):
        """Set the memory up that the constructor was given."""
        memory, lengths = self.memory, self._lengths
        if memory is not None:
            inputs = memory if lengths is None else [memory, lengths]
            self.values = Layer.__call__(self, inputs, setup_memory=True)

    def _weight(self, name, shape, initializer):
        if getattr(self, name) is None:
            setattr(self, name, self.add_weight(name, shape, initializer=initializer))

    def build(self, input_shape):
        layer = self.query_layer if self._memory_initialized else self.memory_layer
        if layer is not None and not layer.built:
            first = self._memory_initialized or isinstance(input_shape, list)
            layer.build(input_shape[0] if first else input_shape)
        self._add_weights()
        self.built = True

    def __call__(self, inputs, **kwargs):
        if self._memory_initialized:
            if len(inputs) not in (2, 3):
                raise ValueError("Expect the inputs to have 2 or 3 tensors, got %d" % len(inputs))
            if len(inputs) == 2:
                inputs.append(self.values)
        return Layer.__call__(self, inputs, **kwargs)

    def call(self, inputs, mask=None, setup_memory=False, **kwargs):
        if setup_memory:
            several = isinstance(inputs, list)
            lengths = inputs[1] if several and len(inputs) == 2 else None
            self._setup_memory(inputs[0] if several else inputs, lengths, mask)
            self.built = False
            return self.values
        if not self._memory_initialized:
            raise ValueError("Cannot query the attention before the setup of memory")
        return self._calculate_attention(inputs[0], inputs[1])

    def _setup_memory(self, memory, memory_sequence_length=None, memory_mask=None):
        if self._memory_initialized:
            raise ValueError("The memory for the attention has already been setup.")
        with scope(self.name, "BaseAttentionMechanismInit"):
            self.values = _prepare_memory(memory, memory_sequence_length, memory_mask)
            self.keys = self.values
            if self.memory_layer is not None:
                self.keys = self.memory_layer(self.values)
            keys = convert(self.keys)
            self.batch_size = static_or_dynamic(keys, 0)
            self._alignments_size = static_or_dynamic(keys, 1)
        self._memory_initialized = True

    def _calculate_attention(self, query, state):
        query = convert(query)
        if self.query_layer is not None:
            query = self.query_layer(query)
        run_ops("ExpandDims MatMul")
        dims = convert(self.keys)._dims
        if isinstance(dims, tuple) and isinstance(query._dims, tuple) and len(dims) > 1:
            dims = (merge_dim(query._dims[0], dims[0]), dims[1])
        else:
            dims = UNSURE
        score = create(
            "Squeeze", None, dims, dtype=base_dtype(query), inputs=(query, convert(self.keys))
        )
        alignments = self._probability_fn(score, state)
        return alignments, alignments

    def compute_mask(self, inputs, mask=None):
        return None, None

    def get_config(self):
        config = dict(Layer.get_config(self), memory=None)
        for kind in ("query_layer", "memory_layer"):
            config.pop(kind, None)
            if getattr(self, kind) is not None:
                config[kind] = serialize(getattr(self, kind))
        return config

    @classmethod
    def from_config(cls, config, custom_objects=None):
        config = dict(config)
        for kind in ("query_layer", "memory_layer"):
            if config.get(kind):
                config[kind] = deserialize(config[kind], custom_objects)
        return cls(**config)

    @property
    def alignments_size(self):
        return self._alignments_size

    @property
    def state_size(self):
        return self._alignments_size

    def initial_alignments(self, batch_size, dtype):
        return zero_states(self._alignments_size, batch_size, dtype)

    def initial_state(self, batch_size, dtype):
        return self.initial_alignments(batch_size, dtype)


class _Stateless:
    """Mechanisms whose weights do not depend on what was attended to before."""

    def _set_probability(self, probability_fn):
        if probability_fn not in _FUNCTIONS:
            raise ValueError(
                "Invalid probability function: %s, options are %s"
                % (probability_fn, _FUNCTIONS.keys())
            )
        self.probability_fn = self.probability_fn_name = probability_fn
        self._probability_fn = lambda score, state: _FUNCTIONS[probability_fn](score)


class _Monotonic:
    def _set_probability(self, sigmoid_noise, sigmoid_noise_seed, score_bias_init, mode):
        self.sigmoid_noise, self.sigmoid_noise_seed = sigmoid_noise, sigmoid_noise_seed
        self.score_bias_init, self.mode = score_bias_init, mode
        self._probability_fn = lambda score, state: _monotonic_probability_fn(
            score, state, sigmoid_noise, mode=mode
        )

    def _add_score_bias(self):
        self._weight("attention_score_bias", (), _init_ops.Constant(self.score_bias_init))

    def initial_alignments(self, batch_size, dtype):
        return one_hot(
            zeros((batch_size,), dtype=_dtypes.int32), self._alignments_size, dtype=dtype_of(dtype)
        )


class LuongAttentionV2(_Stateless, _BaseAttentionMechanismV2):
    def __init__(
        self,
        units,
        memory,
        memory_sequence_length=None,
        scale=False,
        probability_fn="softmax",
        dtype=None,
        name="LuongAttention",
        **kwargs,
    ):
        super(LuongAttentionV2, self).__init__(
            units, memory, memory_sequence_length, name=name, dtype=dtype, kwargs=kwargs
        )
        self._set_probability(probability_fn)
        self.scale = scale
        self._take_memory()

    def _add_weights(self):
        if self.scale:
            self._weight("attention_g", (), _init_ops.Ones())


class BahdanauAttentionV2(_Stateless, _BaseAttentionMechanismV2):
    _has_query_layer = True

    def __init__(
        self,
        units,
        memory,
        memory_sequence_length=None,
        normalize=False,
        probability_fn="softmax",
        kernel_initializer="glorot_uniform",
        dtype=None,
        name="BahdanauAttention",
        **kwargs,
    ):
        super(BahdanauAttentionV2, self).__init__(
            units, memory, memory_sequence_length, name=name, dtype=dtype, kwargs=kwargs
        )
        self._set_probability(probability_fn)
        self.normalize = normalize
        self.kernel_initializer = initializers.get(kernel_initializer)
        self._take_memory()

    def _add_weights(self):
        self._weight("attention_v", [self.units], self.kernel_initializer)
        self._add_normalizing()

    def _add_normalizing(self):
        if self.normalize:
            self._weight("attention_g", (), _init_ops.Constant(1.0))
            self._weight("attention_b", [self.units], _init_ops.Zeros())


class BahdanauMonotonicAttentionV2(_Monotonic, _BaseAttentionMechanismV2):
    _has_query_layer = True
    _add_normalizing = BahdanauAttentionV2._add_normalizing

    def __init__(
        self,
        units,
        memory,
        memory_sequence_length=None,
        normalize=False,
        sigmoid_noise=0.0,
        sigmoid_noise_seed=None,
        score_bias_init=0.0,
        mode="parallel",
        kernel_initializer="glorot_uniform",
        dtype=None,
        name="BahdanauMonotonicAttention",
        **kwargs,
    ):
        super(BahdanauMonotonicAttentionV2, self).__init__(
            units, memory, memory_sequence_length, name=name, dtype=dtype, kwargs=kwargs
        )
        self._set_probability(sigmoid_noise, sigmoid_noise_seed, score_bias_init, mode=mode)
        self.normalize = normalize
        self.kernel_initializer = initializers.get(kernel_initializer)
        self._take_memory()

    def _add_weights(self):
        self._weight("attention_v", [self.units], self.kernel_initializer)
        self._add_score_bias()
        self._add_normalizing()


class LuongMonotonicAttentionV2(_Monotonic, _BaseAttentionMechanismV2):
    def __init__(
        self,
        units,
        memory,
        memory_sequence_length=None,
        scale=False,
        sigmoid_noise=0.0,
        sigmoid_noise_seed=None,
        score_bias_init=0.0,
        mode="parallel",
        dtype=None,
        name="LuongMonotonicAttention",
        **kwargs,
    ):
        super(LuongMonotonicAttentionV2, self).__init__(
            units, memory, memory_sequence_length, name=name, dtype=dtype, kwargs=kwargs
        )
        self._set_probability(sigmoid_noise, sigmoid_noise_seed, score_bias_init, mode=mode)
        self.scale = scale
        self._take_memory()

    def _add_weights(self):
        if self.scale:
            self._weight("attention_g", (), _init_ops.Ones())
        self._add_score_bias()
