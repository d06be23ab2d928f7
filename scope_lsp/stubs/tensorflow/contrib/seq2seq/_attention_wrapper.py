"""A cell that attends.

Modelled on contrib/seq2seq/python/ops/attention_wrapper.py of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import identity
from tensorflow._array_joins import concat
from tensorflow._constant_ops import zeros
from tensorflow._nested_structures import map_structure
from tensorflow._layers_core import Dense
from tensorflow._rnn_cells import RNNCell, assert_like_rnncell, run_ops, zero_states
from tensorflow._shape import UNSURE, TensorShape, is_int
from tensorflow._tensor import base_dtype, convert, create, scope
from tensorflow._tensor_array import TensorArray
from tensorflow.contrib.seq2seq._attention import AttentionMechanism
from tensorflow.keras._layer import Layer


class AttentionWrapperState(
    collections.namedtuple(
        "AttentionWrapperState",
        ("cell_state", "attention", "time", "alignments", "alignment_history", "attention_state"),
    )
):
    def clone(self, **kwargs):
        return self._replace(**kwargs)


def _compute_attention(attention_mechanism, cell_output, attention_state, attention_layer):
    if isinstance(attention_mechanism, Layer):
        found = attention_mechanism([cell_output, attention_state])
    else:
        found = attention_mechanism(cell_output, state=attention_state)
    alignments, next_attention_state = found
    output, values = convert(cell_output), convert(attention_mechanism.values)
    run_ops("ExpandDims MatMul")
    dims = UNSURE
    if (
        isinstance(values._dims, tuple)
        and isinstance(output._dims, tuple)
        and output._dims
        and values._dims
    ):
        dims = (output._dims[0], values._dims[-1])
    parts = (convert(alignments), values)
    attention = create("Squeeze", None, dims, dtype=base_dtype(values), inputs=parts)
    if attention_layer is not None:
        attention = attention_layer(concat([output, attention], 1))
    return attention, alignments, next_attention_state


def layer_units(layer, size):
    """The last dimension of what a layer makes of vectors of a size."""
    if _scope_lsp.is_known(layer) and hasattr(layer, "units"):
        return layer.units
    return layer.compute_output_shape([None, size])[-1]


def _depth(mechanism):
    dims = convert(mechanism.values)._dims
    if isinstance(dims, tuple) and dims and is_int(dims[-1]):
        return dims[-1]
    return _scope_lsp.unknown("the depth of a memory")


def _tuple_of(value):
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


class AttentionWrapper(RNNCell):
    def __init__(
        self,
        cell,
        attention_mechanism,
        attention_layer_size=None,
        alignment_history=False,
        cell_input_fn=None,
        output_attention=True,
        initial_cell_state=None,
        name=None,
        attention_layer=None,
        attention_fn=None,
        dtype=None,
    ):
        RNNCell.__init__(self, name=name, dtype=dtype)
        assert_like_rnncell("cell", cell)
        self._is_multi = isinstance(attention_mechanism, (list, tuple))
        mechanisms = tuple(attention_mechanism) if self._is_multi else (attention_mechanism,)
        self._check(mechanisms)
        self._attention_mechanisms = mechanisms
        self._cell = cell
        self._cell_input_fn = _joined if cell_input_fn is None else cell_input_fn
        self._output_attention = output_attention
        self._alignment_history = alignment_history
        self._attention_fn = _compute_attention if attention_fn is None else attention_fn
        sized = not _scope_lsp.is_known(attention_layer_size) or attention_layer_size is not None
        if sized and _scope_lsp.is_known(attention_layer) and attention_layer is not None:
            raise ValueError("Only one of attention_layer_size and attention_layer should be set")
        self._attention_layers = None
        if sized:
            sizes = (
                _tuple_of(attention_layer_size)
                if _scope_lsp.is_known(attention_layer_size)
                else (attention_layer_size,) * len(mechanisms)
            )
            if len(sizes) != len(mechanisms):
                raise ValueError(
                    "If provided, attention_layer_size must contain exactly one integer per "
                    "attention_mechanism, saw: %d vs %d" % (len(sizes), len(mechanisms))
                )
            self._attention_layers = tuple(
                [
                    Dense(size, name="attention_layer", use_bias=False, dtype=mechanism.dtype)
                    for size, mechanism in zip(sizes, mechanisms)
                ]
            )
            self._attention_layer_size = sum(sizes)
        elif attention_layer is not None:
            layers = _tuple_of(attention_layer)
            if len(layers) != len(mechanisms):
                raise ValueError(
                    "If provided, attention_layer must contain exactly one layer per "
                    "attention_mechanism, saw: %d vs %d" % (len(layers), len(mechanisms))
                )
            self._attention_layers = layers
            self._attention_layer_size = sum(
                [
                    layer_units(layer, cell.output_size + _depth(mechanism))
                    for layer, mechanism in zip(layers, mechanisms)
                ]
            )
        else:
            self._attention_layer_size = sum([_depth(mechanism) for mechanism in mechanisms])
        self._initial_cell_state = None
        with scope(name, "AttentionWrapperInit"):
            if initial_cell_state is not None:
                self._initial_cell_state = map_structure(
                    lambda part: identity(part, "check_initial_cell_state"), initial_cell_state
                )

    def _check(self, mechanisms):
        for mechanism in mechanisms:
            if _scope_lsp.is_known(mechanism) and not isinstance(mechanism, AttentionMechanism):
                if self._is_multi:
                    raise TypeError(
                        "attention_mechanism must contain only instances of AttentionMechanism, "
                        "saw type: %s" % type(mechanism).__name__
                    )
                raise TypeError(
                    "attention_mechanism must be an AttentionMechanism or list of multiple "
                    "AttentionMechanism instances, saw type: %s" % type(mechanism).__name__
                )

    def _item_or_tuple(self, values):
        values = tuple(values)
        return values if self._is_multi else values[0]

    @property
    def output_size(self):
        return self._attention_layer_size if self._output_attention else self._cell.output_size

    @property
    def state_size(self):
        mechanisms = self._attention_mechanisms
        return AttentionWrapperState(
            cell_state=self._cell.state_size,
            time=TensorShape([]),
            attention=self._attention_layer_size,
            alignments=self._item_or_tuple([mechanism.alignments_size for mechanism in mechanisms]),
            attention_state=self._item_or_tuple([mechanism.state_size for mechanism in mechanisms]),
            alignment_history=self._item_or_tuple(
                [
                    mechanism.alignments_size if self._alignment_history else ()
                    for mechanism in mechanisms
                ]
            ),
        )

    def zero_state(self, batch_size, dtype):
        with scope(type(self).__name__ + "ZeroState"):
            cell_state = self._initial_cell_state
            if cell_state is None:
                cell_state = self._cell.get_initial_state(batch_size=batch_size, dtype=dtype)
            cell_state = map_structure(
                lambda part: identity(part, "checked_cell_state"), cell_state
            )
            mechanisms = self._attention_mechanisms
            alignments = [
                mechanism.initial_alignments(batch_size, dtype) for mechanism in mechanisms
            ]
            return AttentionWrapperState(
                cell_state=cell_state,
                time=zeros([], dtype=_dtypes.int32),
                attention=zero_states(self._attention_layer_size, batch_size, dtype),
                alignments=self._item_or_tuple(alignments),
                attention_state=self._item_or_tuple(
                    [mechanism.initial_state(batch_size, dtype) for mechanism in mechanisms]
                ),
                alignment_history=self._item_or_tuple(
                    [
                        TensorArray(dtype, 0, True, element_shape=part.shape)
                        if self._alignment_history
                        else ()
                        for part in alignments
                    ]
                ),
            )

    def call(self, inputs, state):
        if _scope_lsp.is_known(state) and not isinstance(state, AttentionWrapperState):
            raise TypeError(
                "Expected state to be instance of AttentionWrapperState. Received type %s instead."
                % type(state)
            )
        cell_output, next_cell_state = self._cell(
            self._cell_input_fn(inputs, state.attention), state.cell_state
        )
        cell_output = identity(cell_output, "checked_cell_output")
        attention_states = state.attention_state if self._is_multi else [state.attention_state]
        histories = state.alignment_history if self._is_multi else [state.alignment_history]
        attentions, alignments, next_states, next_histories = [], [], [], []
        for i, mechanism in enumerate(self._attention_mechanisms):
            layer = self._attention_layers[i] if self._attention_layers is not None else None
            attention, weights, next_state = self._attention_fn(
                mechanism, cell_output, attention_states[i], layer
            )
            attentions.append(attention)
            alignments.append(weights)
            next_states.append(next_state)
            next_histories.append(
                histories[i].write(state.time, weights) if self._alignment_history else ()
            )
        attention = concat(attentions, 1)
        next_state = AttentionWrapperState(
            time=state.time + 1,
            cell_state=next_cell_state,
            attention=attention,
            attention_state=self._item_or_tuple(next_states),
            alignments=self._item_or_tuple(alignments),
            alignment_history=self._item_or_tuple(next_histories),
        )
        return attention if self._output_attention else cell_output, next_state


def _joined(inputs, attention):
    return concat([inputs, attention], -1)
