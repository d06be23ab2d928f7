"""Attention mechanisms: how the states of an encoder are weighted.

Modelled on contrib/seq2seq/python/ops/attention_wrapper.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, _init_ops
from tensorflow._array_ops import shape as shape_of
from tensorflow._constant_ops import one_hot
from tensorflow._nested_structures import map_structure
from tensorflow._get_variable import get_variable
from tensorflow._layers_base import Layer
from tensorflow._layers_core import Dense
from tensorflow._nn_ops import softmax
from tensorflow._reductions import argmax
from tensorflow._rnn_cells import run_ops, zero_states
from tensorflow._shape import UNSURE, is_int, merge_dim
from tensorflow._tensor import base_dtype, convert, create, scope
from tensorflow._variable_scope import variable_scope


def static_or_dynamic(tensor, axis):
    """A dimension of a tensor: an int where it is known, else a tensor."""
    dims = tensor._dims
    if isinstance(dims, tuple) and axis < len(dims) and is_int(dims[axis]) and dims[axis]:
        return dims[axis]
    return shape_of(tensor)[axis]


def _prepare_memory(
    memory, memory_sequence_length=None, memory_mask=None, check_inner_dims_defined=True
):
    def prepared(value):
        x = convert(value, None, "memory")
        if check_inner_dims_defined and isinstance(x._dims, tuple) and None in x._dims[2:]:
            raise ValueError(
                "Expected memory %s to have fully defined inner dims, but saw shape: %s"
                % (x.name, x.shape)
            )
        if memory_sequence_length is None and memory_mask is None:
            return x
        return create("Mul", "mul", x._dims, dtype=base_dtype(x), inputs=(x,))

    if memory_sequence_length is not None:
        convert(memory_sequence_length, None, "memory_sequence_length")
        run_ops("SequenceMask")
    return map_structure(prepared, memory)


def _maybe_mask_score(score, memory_sequence_length=None, score_mask_value=None):
    if memory_sequence_length is None:
        return score
    with scope("assert_positive"):
        run_ops("assert_less")
    with scope("SequenceMask"):
        run_ops("Less")
    run_ops("ones_like mul")
    return create("Select", "Select", score._dims, dtype=base_dtype(score), inputs=(score,))


class AttentionMechanism:
    @property
    def alignments_size(self):
        raise NotImplementedError

    @property
    def state_size(self):
        raise NotImplementedError


class _BaseAttentionMechanism(AttentionMechanism):
    def __init__(
        self,
        query_layer,
        memory,
        probability_fn,
        memory_sequence_length=None,
        memory_layer=None,
        check_inner_dims_defined=True,
        score_mask_value=None,
        custom_key_value_fn=None,
        name=None,
    ):
        for layer, what in ((query_layer, "query_layer"), (memory_layer, "memory_layer")):
            if _scope_lsp.is_known(layer) and layer is not None and not isinstance(layer, Layer):
                raise TypeError("%s is not a Layer: %s" % (what, type(layer).__name__))
        self._query_layer = query_layer
        self._memory_layer = memory_layer
        self.dtype = memory_layer.dtype
        self._probability_fn = lambda score, prev: probability_fn(
            _maybe_mask_score(score, memory_sequence_length, score_mask_value), prev
        )
        with scope(name, "BaseAttentionMechanismInit"):
            self._values = _prepare_memory(
                memory,
                memory_sequence_length,
                None,
                check_inner_dims_defined=check_inner_dims_defined,
            )
            self._keys = self._values if memory_layer is None else memory_layer(self._values)
            if custom_key_value_fn is not None:
                self._keys, self._values = custom_key_value_fn(self._keys, self._values)
            keys = convert(self._keys)
            self._batch_size = static_or_dynamic(keys, 0)
            self._alignments_size = static_or_dynamic(keys, 1)
            self._time = (
                keys._dims[1] if isinstance(keys._dims, tuple) and len(keys._dims) > 1 else UNSURE
            )

    @property
    def memory_layer(self):
        return self._memory_layer

    @property
    def query_layer(self):
        return self._query_layer

    @property
    def values(self):
        return self._values

    @property
    def keys(self):
        return self._keys

    @property
    def batch_size(self):
        return self._batch_size

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

    def _score(self, op_type, query, variables):
        query = convert(query)
        keys = convert(self._keys)
        batch = UNSURE
        if (
            isinstance(query._dims, tuple)
            and isinstance(keys._dims, tuple)
            and query._dims
            and keys._dims
        ):
            batch = merge_dim(query._dims[0], keys._dims[0])
        return create(
            op_type,
            None,
            (batch, self._time),
            dtype=base_dtype(query) or base_dtype(keys),
            inputs=(query, keys, *variables),
        )

    def _biased(self, score, bias, dtype):
        """A score to which a variable is added, if there is to be one."""
        if bias is None:
            return score
        added = get_variable("attention_score_bias", dtype=dtype, initializer=bias)
        return create("AddV2", "add", score._dims, dtype=base_dtype(score), inputs=(score, added))


def _dense(num_units, name, dtype):
    return Dense(
        num_units, name=name, use_bias=False, dtype=_dtypes.float32 if dtype is None else dtype
    )


def _unstated(probability_fn):
    """A function of a score as one of a score and the previous state."""
    function = softmax if probability_fn is None else probability_fn
    return lambda score, _: function(score)


class _Luong(_BaseAttentionMechanism):
    _default_scope = "luong_attention"

    def _attend(self, query, state, bias):
        with variable_scope(None, self._default_scope):
            query = convert(query)
            variables = []
            if self._scale:
                scale = get_variable(
                    "attention_g", dtype=query.dtype, initializer=_init_ops.Ones(), shape=()
                )
                variables.append(scale)
            self._check_depth(query)
            run_ops("ExpandDims MatMul")
            score = self._score("Squeeze", query, variables)
            score = self._biased(score, bias, query.dtype)
        alignments = self._probability_fn(score, state)
        return alignments, alignments

    def _check_depth(self, query):
        keys = convert(self._keys)
        for x in (query, keys):
            if not isinstance(x._dims, tuple) or not x._dims or not is_int(x._dims[-1]):
                return
        if query._dims[-1] != keys._dims[-1]:
            units = keys._dims[-1]
            raise ValueError(
                "Incompatible or unknown inner dimensions between query and keys.  Query (%s) has "
                "units: %s.  Keys (%s) have units: %s.  Perhaps you need to set num_units to the "
                "keys' dimension (%s)?" % (query, query._dims[-1], keys, units, units)
            )


class LuongAttention(_Luong):
    def __init__(
        self,
        num_units,
        memory,
        memory_sequence_length=None,
        scale=False,
        probability_fn=None,
        score_mask_value=None,
        dtype=None,
        custom_key_value_fn=None,
        name="LuongAttention",
    ):
        _BaseAttentionMechanism.__init__(
            self,
            None,
            memory,
            probability_fn=_unstated(probability_fn),
            memory_sequence_length=memory_sequence_length,
            memory_layer=_dense(num_units, "memory_layer", dtype),
            check_inner_dims_defined=True,
            score_mask_value=score_mask_value,
            custom_key_value_fn=custom_key_value_fn,
            name=name,
        )
        self._num_units = num_units
        self._scale = scale
        self._name = name

    def __call__(self, query, state):
        return self._attend(query, state, None)


class _Bahdanau(_BaseAttentionMechanism):
    _default_scope = "bahdanau_attention"

    def _attend(self, query, state, bias):
        with variable_scope(None, self._default_scope):
            query = convert(query)
            processed = query if self.query_layer is None else self.query_layer(query)
            variables = [get_variable("attention_v", [self._num_units], dtype=query.dtype)]
            if self._normalize:
                scale = get_variable(
                    "attention_g", dtype=query.dtype, initializer=_init_ops.Constant(1.0), shape=()
                )
                shift = get_variable(
                    "attention_b",
                    [self._num_units],
                    dtype=query.dtype,
                    initializer=_init_ops.Zeros(),
                )
                variables += [scale, shift]
            run_ops("ExpandDims add Tanh mul")
            score = self._score("Sum", processed, variables)
            score = self._biased(score, bias, processed.dtype)
        alignments = self._probability_fn(score, state)
        return alignments, alignments


class BahdanauAttention(_Bahdanau):
    def __init__(
        self,
        num_units,
        memory,
        memory_sequence_length=None,
        normalize=False,
        probability_fn=None,
        score_mask_value=None,
        dtype=None,
        custom_key_value_fn=None,
        name="BahdanauAttention",
    ):
        query_layer = _dense(num_units, "query_layer", dtype)
        _BaseAttentionMechanism.__init__(
            self,
            query_layer,
            memory,
            probability_fn=_unstated(probability_fn),
            memory_sequence_length=memory_sequence_length,
            memory_layer=_dense(num_units, "memory_layer", dtype),
            check_inner_dims_defined=True,
            score_mask_value=score_mask_value,
            custom_key_value_fn=custom_key_value_fn,
            name=name,
        )
        self._num_units = num_units
        self._normalize = normalize
        self._name = name

    def __call__(self, query, state):
        return self._attend(query, state, None)


# Monotonic attention.


def hardmax(logits, name=None):
    with scope(name, "Hardmax"):
        x = convert(logits, None, "logits")
        dims = x._dims
        result = one_hot(
            argmax(x, -1),
            dims[-1] if isinstance(dims, tuple) and dims and is_int(dims[-1]) else shape_of(x)[-1],
            dtype=base_dtype(x),
        )
        result._dims = dims
        return result
