"""Attention mechanisms that never look back.

Modelled on contrib/seq2seq/python/ops/attention_wrapper.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_ops import one_hot, zeros
from tensorflow._rnn_cells import run_ops
from tensorflow._tensor import base_dtype, convert, create, dtype_of, pop, push
from tensorflow.contrib.seq2seq._attention import (
    _Bahdanau,
    _BaseAttentionMechanism,
    _dense,
    _Luong,
)


def safe_cumprod(x, *args, **kwargs):
    push(None, "SafeCumprod")
    x = convert(x, None, "x")
    result = create("Exp", None, x._dims, dtype=base_dtype(x), inputs=(x,))
    pop()
    return result


def monotonic_attention(p_choose_i, previous_attention, mode):
    x = convert(p_choose_i, None, "p_choose_i")
    previous = convert(previous_attention, None, "previous_attention")
    if _scope_lsp.is_known(mode) and mode not in ("recursive", "parallel", "hard"):
        raise ValueError("mode must be 'recursive', 'parallel', or 'hard'.")
    return create("Mul", "mul", x._dims, dtype=base_dtype(x), inputs=(x, previous))


def _monotonic_probability_fn(score, previous_alignments, sigmoid_noise, mode, seed=None):
    run_ops("Sigmoid")
    return monotonic_attention(score, previous_alignments, mode)


class _BaseMonotonicAttentionMechanism(_BaseAttentionMechanism):
    def initial_alignments(self, batch_size, dtype):
        return one_hot(
            zeros((batch_size,), dtype=_dtypes.int32), self._alignments_size, dtype=dtype_of(dtype)
        )


class BahdanauMonotonicAttention(_BaseMonotonicAttentionMechanism, _Bahdanau):
    _default_scope = "bahdanau_monotonic_attention"

    def __init__(
        self,
        num_units,
        memory,
        memory_sequence_length=None,
        normalize=False,
        score_mask_value=None,
        sigmoid_noise=0.0,
        sigmoid_noise_seed=None,
        score_bias_init=0.0,
        mode="parallel",
        dtype=None,
        name="BahdanauMonotonicAttention",
    ):
        query_layer = _dense(num_units, "query_layer", dtype)
        _BaseAttentionMechanism.__init__(
            self,
            query_layer,
            memory,
            probability_fn=lambda score, prev: _monotonic_probability_fn(
                score, prev, sigmoid_noise, mode=mode
            ),
            memory_sequence_length=memory_sequence_length,
            memory_layer=_dense(num_units, "memory_layer", dtype),
            check_inner_dims_defined=True,
            score_mask_value=score_mask_value,
            custom_key_value_fn=None,
            name=name,
        )
        self._num_units = num_units
        self._normalize = normalize
        self._score_bias_init = score_bias_init
        self._name = name

    def __call__(self, query, state):
        return self._attend(query, state, self._score_bias_init)


class LuongMonotonicAttention(_BaseMonotonicAttentionMechanism, _Luong):
    _default_scope = "luong_monotonic_attention"

    def __init__(
        self,
        num_units,
        memory,
        memory_sequence_length=None,
        scale=False,
        score_mask_value=None,
        sigmoid_noise=0.0,
        sigmoid_noise_seed=None,
        score_bias_init=0.0,
        mode="parallel",
        dtype=None,
        name="LuongMonotonicAttention",
    ):
        _BaseAttentionMechanism.__init__(
            self,
            None,
            memory,
            probability_fn=lambda score, prev: _monotonic_probability_fn(
                score, prev, sigmoid_noise, mode=mode
            ),
            memory_sequence_length=memory_sequence_length,
            memory_layer=_dense(num_units, "memory_layer", dtype),
            check_inner_dims_defined=True,
            score_mask_value=score_mask_value,
            custom_key_value_fn=None,
            name=name,
        )
        self._num_units = num_units
        self._scale = scale
        self._score_bias_init = score_bias_init
        self._name = name

    def __call__(self, query, state):
        return self._attend(query, state, self._score_bias_init)
