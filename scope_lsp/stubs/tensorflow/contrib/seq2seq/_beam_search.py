"""Beam search: its decoder and the tiling of states.

Modelled on contrib/seq2seq/python/ops/beam_search_decoder.py of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import size as size_of
from tensorflow._control_flow import cond
from tensorflow._nested_structures import map_structure
from tensorflow._layers_base import Layer
from tensorflow._reductions import reduce_all
from tensorflow._rnn_cells import assert_like_rnncell, run_ops
from tensorflow._shape import TensorShape, as_dim, dim_op
from tensorflow._tensor import base_dtype, convert, create, scope
from tensorflow.contrib.seq2seq._decoders import Decoder, rnn_output_size, state_dtype
from tensorflow.contrib.seq2seq._helpers import embedding_function

BeamSearchDecoderState = collections.namedtuple(
    "BeamSearchDecoderState",
    ("cell_state", "log_probs", "finished", "lengths", "accumulated_attention_probs"),
)
BeamSearchDecoderOutput = collections.namedtuple(
    "BeamSearchDecoderOutput", ("scores", "predicted_ids", "parent_ids")
)
FinalBeamSearchDecoderOutput = collections.namedtuple(
    "FinalBeamDecoderOutput", ("predicted_ids", "beam_search_decoder_output")
)


def _times(x, y):
    return dim_op(lambda a, b: a * b, x, y)


def tile_batch(t, multiplier, name=None):
    with scope(name, "tile_batch"):
        return map_structure(lambda part: _tiled(part, multiplier), t)


def _tiled(part, multiplier):
    x = convert(part, None, "t")
    dims = x._dims
    if dims == ():
        raise ValueError("t must have statically known rank")
    run_ops("Shape ExpandDims Tile concat")
    if isinstance(dims, tuple):
        dims = (_times(dims[0], as_dim(multiplier)),) + dims[1:]
    return create("Reshape", "Reshape", dims, dtype=base_dtype(x))


def gather_tree(step_ids, parent_ids, max_sequence_lengths, end_token, name=None):
    x = convert(step_ids, None, "step_ids")
    return create("GatherTree", name, x._dims, dtype=base_dtype(x))


class BeamSearchDecoderMixin:
    """What the decoder and the layer have in common."""

    def _take(self, cell, beam_width, output_layer, reorder_tensor_arrays):
        self._cell = cell
        self._output_layer = output_layer
        self._reorder_tensor_arrays = reorder_tensor_arrays
        self._beam_width = beam_width

    def _begin(self, start_tokens, end_token, initial_state):
        tokens = convert(start_tokens, _dtypes.int32, "start_tokens")
        if isinstance(tokens._dims, tuple) and len(tokens._dims) != 1:
            raise ValueError("start_tokens must be a vector")
        self._end_token = convert(end_token, _dtypes.int32, "end_token")
        if isinstance(self._end_token._dims, tuple) and self._end_token._dims:
            raise ValueError("end_token must be a scalar")
        self._batch_size = size_of(start_tokens)
        self._initial_cell_state = map_structure(self._split, initial_state)
        run_ops("ExpandDims")
        self._start_tokens = create("Tile", "Tile", self._lead(), dtype=_dtypes.int32)
        self._start_inputs = self._embedding_fn(self._start_tokens)
        self._finished = create("OneHot", "one_hot", self._lead(), dtype=_dtypes.bool)

    def _lead(self):
        return (as_dim(self._batch_size), as_dim(self._beam_width))

    @property
    def batch_size(self):
        return self._batch_size

    @property
    def tracks_own_finished(self):
        return True

    def _rnn_output_size(self):
        return rnn_output_size(self._cell, self._output_layer)

    @property
    def output_size(self):
        size = TensorShape([self._beam_width])
        return BeamSearchDecoderOutput(scores=size, predicted_ids=size, parent_ids=size)

    @property
    def output_dtype(self):
        dtype = state_dtype(self._initial_cell_state)
        return BeamSearchDecoderOutput(
            scores=map_structure(lambda _: dtype, self._rnn_output_size()),
            predicted_ids=_dtypes.int32,
            parent_ids=_dtypes.int32,
        )

    def _split(self, value):
        """From batch times beams to batch and beams (_maybe_split_batch_beams)."""
        if not _scope_lsp.is_known(value) or hasattr(value, "_is_tensor_array"):
            return value
        x = convert(value)
        dims = x._dims
        if dims == ():
            return x
        return create(
            "Reshape",
            "Reshape",
            self._lead() + dims[1:] if isinstance(dims, tuple) else dims,
            dtype=base_dtype(x),
        )

    def _merge(self, value):
        """From batch and beams to batch times beams (_maybe_merge_batch_beams)."""
        if not _scope_lsp.is_known(value) or hasattr(value, "_is_tensor_array"):
            return value
        x = convert(value)
        dims = x._dims
        if isinstance(dims, tuple) and len(dims) < 2:
            return x
        batch, beams = self._lead()
        return create(
            "Reshape",
            "Reshape",
            (_times(batch, beams),) + dims[2:] if isinstance(dims, tuple) else dims,
            dtype=base_dtype(x),
        )

    def _first(self):
        """Flags, inputs and state for the first step."""
        lead = self._lead()
        dtype = state_dtype(self._initial_cell_state)
        state = BeamSearchDecoderState(
            cell_state=self._initial_cell_state,
            log_probs=create(
                "OneHot", "one_hot", lead, dtype=dtype if _scope_lsp.is_known(dtype) else None
            ),
            finished=self._finished,
            lengths=create("Fill", "zeros", lead, dtype=_dtypes.int64),
            accumulated_attention_probs=(),
        )
        return self._finished, self._start_inputs, state

    def step(self, time, inputs, state, name=None):
        with scope(name, "BeamSearchDecoderStep"):
            cell_state = map_structure(self._merge, state.cell_state)
            outputs, next_cell_state = self._cell(map_structure(self._merge, inputs), cell_state)
            outputs = map_structure(self._split, outputs)
            next_cell_state = map_structure(self._split, next_cell_state)
            if self._output_layer is not None:
                outputs = self._output_layer(outputs)
            lead = self._lead()
            scores = create(
                "TopKV2",
                "TopKV2",
                lead,
                dtype=base_dtype(convert(outputs))
                if not isinstance(outputs, (list, tuple, dict))
                else None,
            )
            ids = create("Cast", "ToInt32", lead, dtype=_dtypes.int32)
            parents = create("Cast", "ToInt32", lead, dtype=_dtypes.int32)
            finished = create("LogicalOr", "LogicalOr", lead, dtype=_dtypes.bool)
            lengths = create("AddV2", "add", lead, dtype=_dtypes.int64)
            next_inputs = cond(
                reduce_all(finished), lambda: self._start_inputs, lambda: self._embedding_fn(ids)
            )
        next_state = BeamSearchDecoderState(
            next_cell_state,
            scores,
            finished,
            lengths=lengths,
            accumulated_attention_probs=state.accumulated_attention_probs,
        )
        return BeamSearchDecoderOutput(scores, ids, parents), next_state, next_inputs, finished

    def finalize(self, outputs, final_state, sequence_lengths):
        run_ops("Max Cast")
        ids = gather_tree(outputs.predicted_ids, outputs.parent_ids, None, end_token=None)
        return FinalBeamSearchDecoderOutput(
            predicted_ids=ids, beam_search_decoder_output=outputs
        ), final_state


class BeamSearchDecoder(BeamSearchDecoderMixin, Decoder):
    def __init__(
        self,
        cell,
        embedding,
        start_tokens,
        end_token,
        initial_state,
        beam_width,
        output_layer=None,
        length_penalty_weight=0.0,
        coverage_penalty_weight=0.0,
        reorder_tensor_arrays=True,
    ):
        assert_like_rnncell("cell", cell)
        if (
            _scope_lsp.is_known(output_layer)
            and output_layer is not None
            and not isinstance(output_layer, Layer)
        ):
            raise TypeError("output_layer must be a Layer, received: %s" % type(output_layer))
        self._take(cell, beam_width, output_layer, reorder_tensor_arrays=reorder_tensor_arrays)
        self._embedding_fn = embedding_function(embedding)
        self._begin(start_tokens, end_token, initial_state)

    def initialize(self, name=None):
        return self._first()
