"""Decoders, and the loop that runs one.

Modelled on contrib/seq2seq/python/ops/decoder.py and basic_decoder.py of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_ops import zeros_like
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._layers_base import Layer
from tensorflow._rnn import entered, feed_back, leave, transpose_batch_time
from tensorflow._rnn_cells import assert_like_rnncell, run_ops
from tensorflow._shape import TensorShape
from tensorflow._bodies import control_flow
from tensorflow._tensor import base_dtype, constant, convert, create, is_tensor_like
from tensorflow._tensor import scope as name_scope
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.seq2seq._attention_wrapper import layer_units
from tensorflow.contrib.seq2seq._helpers import Helper


class Decoder:
    @property
    def batch_size(self):
        raise NotImplementedError

    @property
    def output_size(self):
        raise NotImplementedError

    @property
    def output_dtype(self):
        raise NotImplementedError

    def initialize(self, name=None):
        raise NotImplementedError

    def step(self, time, inputs, state, name=None):
        raise NotImplementedError

    def finalize(self, outputs, final_state, sequence_lengths):
        raise NotImplementedError

    @property
    def tracks_own_finished(self):
        return False


def rnn_output_size(cell, output_layer):
    """The size of a cell's output behind an output layer."""
    if output_layer is None:
        return cell.output_size
    return map_structure(
        lambda size: TensorShape([layer_units(output_layer, size)]), cell.output_size
    )


def state_dtype(state):
    for part in flatten(state):
        if is_tensor_like(part):
            return part.dtype
    return _scope_lsp.unknown("the dtype of a state")


BasicDecoderOutput = collections.namedtuple("BasicDecoderOutput", ("rnn_output", "sample_id"))


class BasicDecoder(Decoder):
    def __init__(self, cell, helper, initial_state, output_layer=None):
        assert_like_rnncell("cell", cell)
        if _scope_lsp.is_known(helper) and not isinstance(helper, Helper):
            raise TypeError("helper must be a Helper, received: %s" % type(helper))
        if (
            _scope_lsp.is_known(output_layer)
            and output_layer is not None
            and not isinstance(output_layer, Layer)
        ):
            raise TypeError("output_layer must be a Layer, received: %s" % type(output_layer))
        self._cell = cell
        self._helper = helper
        self._initial_state = initial_state
        self._output_layer = output_layer

    @property
    def batch_size(self):
        return self._helper.batch_size

    def _rnn_output_size(self):
        return rnn_output_size(self._cell, self._output_layer)

    @property
    def output_size(self):
        return BasicDecoderOutput(
            rnn_output=self._rnn_output_size(), sample_id=self._helper.sample_ids_shape
        )

    @property
    def output_dtype(self):
        dtype = state_dtype(self._initial_state)
        return BasicDecoderOutput(
            map_structure(lambda _: dtype, self._rnn_output_size()), self._helper.sample_ids_dtype
        )

    def initialize(self, name=None):
        finished, inputs = self._helper.initialize()
        return finished, inputs, self._initial_state

    def step(self, time, inputs, state, name=None):
        with name_scope(name, "BasicDecoderStep"):
            outputs, cell_state = self._cell(inputs, state)
            if self._output_layer is not None:
                outputs = self._output_layer(outputs)
            sample_ids = self._helper.sample(time=time, outputs=outputs, state=cell_state)
            finished, next_inputs, next_state = self._helper.next_inputs(
                time=time, outputs=outputs, state=cell_state, sample_ids=sample_ids
            )
        return BasicDecoderOutput(outputs, sample_ids), next_state, next_inputs, finished


def dynamic_decode(
    decoder,
    output_time_major=False,
    impute_finished=False,
    maximum_iterations=None,
    parallel_iterations=32,
    swap_memory=False,
    scope=None,
    **kwargs,
):
    takes_inputs = getattr(decoder, "_takes_inputs", False)  # as those of `_decoders_v2` do
    if _scope_lsp.is_known(decoder) and not takes_inputs and not isinstance(decoder, Decoder):
        raise TypeError("Expected decoder to be type Decoder, but saw: %s" % type(decoder))
    with variable_scope(scope, "decoder"):
        if maximum_iterations is not None:
            limit = convert(maximum_iterations, _dtypes.int32, "maximum_iterations")
            if isinstance(limit._dims, tuple) and limit._dims:
                raise ValueError("maximum_iterations must be a scalar")
        if takes_inputs:
            finished, inputs, state = decoder.initialize(
                kwargs.get("decoder_init_input"), **kwargs.get("decoder_init_kwargs", {})
            )
        else:
            finished, inputs, state = decoder.initialize()
        finished = convert(finished)
        lengths = zeros_like(finished, dtype=_dtypes.int32)
        outputs, final_state = _loop(decoder, inputs, state, finished=finished)
        lengths = create("Exit", "while/Exit", lengths._dims, dtype=_dtypes.int32)
        outputs, final_state = _finalized(decoder, outputs, final_state, lengths=lengths)
        if not _scope_lsp.is_known(output_time_major) or not output_time_major:
            outputs = map_structure(transpose_batch_time, outputs)
    return outputs, final_state, lengths


def _loop(decoder, inputs, state, finished):
    time = constant(0, _dtypes.int32)
    with control_flow("while"):
        run_ops("Enter Enter_1")
        seen, state_seen = map_structure(entered, inputs), map_structure(entered, state)
        step_outputs, new_state, new_inputs, _ = decoder.step(entered(time), seen, state_seen)
        feed_back(seen, new_inputs)
        feed_back(state_seen, new_state)
        run_ops("Exit Exit_1")
        final_state = leave(state, new_state)
    return map_structure(_stacked, step_outputs), final_state


def _stacked(value):
    """The outputs of all steps, time first."""
    if not _scope_lsp.is_known(value):
        return value
    x = convert(value)
    dims = x._dims
    return create(
        "TensorArrayGatherV3",
        "TensorArrayStack/TensorArrayGatherV3",
        (None,) + dims if isinstance(dims, tuple) else dims,
        dtype=base_dtype(x),
        inputs=(x,),
    )


def _finalized(decoder, outputs, final_state, lengths):
    try:
        return decoder.finalize(outputs, final_state, lengths)
    except NotImplementedError:
        return outputs, final_state
