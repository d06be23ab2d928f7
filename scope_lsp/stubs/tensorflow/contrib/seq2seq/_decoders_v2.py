"""Decoders that are layers of Keras, and take their inputs when they are called.

Modelled on contrib/seq2seq/python/ops/{decoder,basic_decoder,beam_search_decoder}.py of
TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._rnn_cells import assert_like_rnncell
from tensorflow._shape import TensorShape
from tensorflow.contrib.seq2seq._beam_search import BeamSearchDecoderMixin
from tensorflow.contrib.seq2seq._decoders import (
    BasicDecoderOutput,
    dynamic_decode,
    map_structure,
    rnn_output_size,
    state_dtype,
)
from tensorflow.contrib.seq2seq._helpers import embedding_function
from tensorflow.contrib.seq2seq._samplers import Sampler
from tensorflow.keras._layer import Layer


class BaseDecoder(Layer):
    _takes_inputs = True  # read by `dynamic_decode`

    def __init__(
        self,
        output_time_major=False,
        impute_finished=False,
        maximum_iterations=None,
        parallel_iterations=32,
        swap_memory=False,
        **kwargs,
    ):
        self.output_time_major = output_time_major
        self.impute_finished = impute_finished
        self.maximum_iterations = maximum_iterations
        self.parallel_iterations = parallel_iterations
        self.swap_memory = swap_memory
        super(BaseDecoder, self).__init__(**kwargs)

    def call(self, inputs, initial_state=None, **kwargs):
        kwargs["initial_state"] = initial_state
        return self._decode(inputs, kwargs)

    def _decode(self, inputs, kwargs):
        return dynamic_decode(
            self,
            output_time_major=self.output_time_major,
            impute_finished=self.impute_finished,
            maximum_iterations=self.maximum_iterations,
            parallel_iterations=self.parallel_iterations,
            swap_memory=self.swap_memory,
            decoder_init_input=inputs,
            decoder_init_kwargs=kwargs,
        )

    @property
    def batch_size(self):
        raise NotImplementedError

    @property
    def output_size(self):
        raise NotImplementedError

    @property
    def output_dtype(self):
        raise NotImplementedError

    def initialize(self, inputs, initial_state=None, **kwargs):
        raise NotImplementedError

    def step(self, time, inputs, state):
        raise NotImplementedError

    def finalize(self, outputs, final_state, sequence_lengths):
        raise NotImplementedError

    @property
    def tracks_own_finished(self):
        return False


def _check_layer(output_layer):
    if (
        _scope_lsp.is_known(output_layer)
        and output_layer is not None
        and not isinstance(output_layer, Layer)
    ):
        raise TypeError("output_layer must be a Layer, received: %s" % (output_layer,))


class BasicDecoderV2(BaseDecoder):
    def __init__(self, cell, sampler, output_layer=None, **kwargs):
        assert_like_rnncell("cell", cell)
        if _scope_lsp.is_known(sampler) and not isinstance(sampler, Sampler):
            raise TypeError("sampler must be a Sampler, received: %s" % (sampler,))
        _check_layer(output_layer)
        self.cell = cell
        self.sampler = sampler
        self.output_layer = output_layer
        super(BasicDecoderV2, self).__init__(**kwargs)

    def initialize(self, inputs, initial_state=None, **kwargs):
        self._cell_dtype = state_dtype(initial_state)
        finished, first_inputs = self.sampler.initialize(inputs, **kwargs)
        return finished, first_inputs, initial_state

    @property
    def batch_size(self):
        return self.sampler.batch_size

    def _rnn_output_size(self):
        if self.output_layer is None:
            return TensorShape(self.cell.output_size)
        return rnn_output_size(self.cell, self.output_layer)

    @property
    def output_size(self):
        return BasicDecoderOutput(
            rnn_output=self._rnn_output_size(), sample_id=self.sampler.sample_ids_shape
        )

    @property
    def output_dtype(self):
        return BasicDecoderOutput(
            map_structure(lambda _: self._cell_dtype, self._rnn_output_size()),
            self.sampler.sample_ids_dtype,
        )

    def step(self, time, inputs, state):
        outputs, cell_state = self.cell(inputs, state)
        if self.output_layer is not None:
            outputs = self.output_layer(outputs)
        sample_ids = self.sampler.sample(time=time, outputs=outputs, state=cell_state)
        finished, next_inputs, next_state = self.sampler.next_inputs(
            time=time, outputs=outputs, state=cell_state, sample_ids=sample_ids
        )
        return BasicDecoderOutput(outputs, sample_ids), next_state, next_inputs, finished


class BeamSearchDecoderV2(BeamSearchDecoderMixin, BaseDecoder):
    def __init__(
        self,
        cell,
        beam_width,
        embedding_fn=None,
        output_layer=None,
        length_penalty_weight=0.0,
        coverage_penalty_weight=0.0,
        reorder_tensor_arrays=True,
        **kwargs,
    ):
        assert_like_rnncell("cell", cell)
        _check_layer(output_layer)
        self._take(cell, beam_width, output_layer, reorder_tensor_arrays=reorder_tensor_arrays)
        BaseDecoder.__init__(self, **kwargs)
        if embedding_fn is not None and not callable(embedding_fn):
            raise ValueError(
                "embedding_fn is expected to be a callable, got %s" % type(embedding_fn)
            )
        self._embedding_fn = embedding_fn

    def initialize(self, embedding, start_tokens, end_token, initial_state):
        if embedding is not None and self._embedding_fn is not None:
            raise ValueError("embedding and embedding_fn cannot be provided at same time")
        if embedding is not None:
            self._embedding_fn = embedding_function(embedding)
        self._begin(start_tokens, end_token, initial_state)
        return self._first()

    def call(self, embeddning, start_tokens, end_token, initial_state, **kwargs):
        kwargs.update(start_tokens=start_tokens, end_token=end_token, initial_state=initial_state)
        return self._decode(embeddning, kwargs)
