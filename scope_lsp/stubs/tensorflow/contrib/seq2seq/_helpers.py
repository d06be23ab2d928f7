"""Helpers: what a decoder is fed with at each step.

Modelled on contrib/seq2seq/python/ops/helper.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._casts import cast
from tensorflow._array_ops import shape as shape_of
from tensorflow._array_ops import size as size_of
from tensorflow._array_joins import concat, tile
from tensorflow._control_flow import cond
from tensorflow._math_ops import equal, greater_equal
from tensorflow._embedding_ops import embedding_lookup
from tensorflow._reductions import argmax, reduce_all
from tensorflow._rnn import transpose_batch_time
from tensorflow._rnn_cells import run_ops
from tensorflow._shape import TensorShape
from tensorflow._tensor import Tensor, base_dtype, convert, create, scope, unknown_tensor


def embedding_function(embedding):
    """How ids are embedded: by the function given, or by looking them up."""
    if not _scope_lsp.is_known(embedding):
        return lambda ids: unknown_tensor()
    if callable(embedding):
        return embedding
    return lambda ids: embedding_lookup(embedding, ids)


class Helper:
    @property
    def batch_size(self):
        raise NotImplementedError("batch_size has not been implemented")

    @property
    def sample_ids_shape(self):
        raise NotImplementedError("sample_ids_shape has not been implemented")

    @property
    def sample_ids_dtype(self):
        raise NotImplementedError("sample_ids_dtype has not been implemented")

    def _scope(self, name, default):
        """The scope of what a helper does; a sampler, which does the same, opens none."""
        return scope(name, default)

    def initialize(self, name=None):
        pass

    def sample(self, time, outputs, state, name=None):
        pass

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        pass


class CustomHelper(Helper):
    def __init__(
        self, initialize_fn, sample_fn, next_inputs_fn, sample_ids_shape=None, sample_ids_dtype=None
    ):
        self._initialize_fn = initialize_fn
        self._sample_fn = sample_fn
        self._next_inputs_fn = next_inputs_fn
        self._batch_size = None
        self._sample_ids_shape = TensorShape([] if sample_ids_shape is None else sample_ids_shape)
        self._sample_ids_dtype = _dtypes.int32 if sample_ids_dtype is None else sample_ids_dtype

    @property
    def batch_size(self):
        if self._batch_size is None:
            raise ValueError("batch_size accessed before initialize was called")
        return self._batch_size

    @property
    def sample_ids_shape(self):
        return self._sample_ids_shape

    @property
    def sample_ids_dtype(self):
        return self._sample_ids_dtype

    def initialize(self, name=None):
        with scope(name, type(self).__name__ + "Initialize"):
            finished, next_inputs = self._initialize_fn()
            if self._batch_size is None:
                self._batch_size = size_of(finished)
        return finished, next_inputs

    def sample(self, time, outputs, state, name=None):
        with scope(name, type(self).__name__ + "Sample"):
            return self._sample_fn(time=time, outputs=outputs, state=state)

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        with scope(name, type(self).__name__ + "NextInputs"):
            return self._next_inputs_fn(
                time=time, outputs=outputs, state=state, sample_ids=sample_ids
            )


class _OfIds(Helper):
    """Helpers whose samples are ids."""

    @property
    def batch_size(self):
        return self._batch_size

    @property
    def sample_ids_shape(self):
        return TensorShape([])

    @property
    def sample_ids_dtype(self):
        return _dtypes.int32


class TrainingHelper(_OfIds):
    def __init__(self, inputs, sequence_length, time_major=False, name=None):
        with self._scope(name, "TrainingHelper"):
            self._inputs = inputs = convert(inputs, None, "inputs")
            if not _scope_lsp.is_known(time_major) or not time_major:
                inputs = transpose_batch_time(inputs)
            run_ops("TensorArray TensorArrayUnstack")
            self._sequence_length = convert(sequence_length, None, "sequence_length")
            dims = self._sequence_length._dims
            if dims is None or isinstance(dims, tuple) and len(dims) != 1:
                raise ValueError(
                    "Expected sequence_length to be a vector, but received shape: %s"
                    % (self._sequence_length.shape,)
                )
            self._step_dims = inputs._dims[1:] if isinstance(inputs._dims, tuple) else inputs._dims
            self._zero_inputs = create(
                "ZerosLike", "zeros_like", self._step_dims, dtype=base_dtype(inputs)
            )
            self._batch_size = size_of(sequence_length)

    @property
    def inputs(self):
        return self._inputs

    @property
    def sequence_length(self):
        return self._sequence_length

    def _read(self):
        return create(
            "TensorArrayReadV3",
            "TensorArrayReadV3",
            self._step_dims,
            dtype=base_dtype(self._inputs),
            inputs=(self._inputs,),
        )

    def initialize(self, name=None):
        with self._scope(name, "TrainingHelperInitialize"):
            finished = equal(0, self._sequence_length)
            return finished, cond(reduce_all(finished), lambda: self._zero_inputs, self._read)

    def sample(self, time, outputs, name=None, **unused_kwargs):
        with self._scope(name, "TrainingHelperSample"):
            return cast(argmax(outputs, axis=-1), _dtypes.int32)

    def next_inputs(self, time, outputs, state, name=None, **unused_kwargs):
        with self._scope(name, "TrainingHelperNextInputs"):
            finished = greater_equal(time + 1, self._sequence_length)
            return (
                finished,
                cond(reduce_all(finished), lambda: self._zero_inputs, self._read),
                state,
            )


class ScheduledEmbeddingTrainingHelper(TrainingHelper):
    def __init__(
        self,
        inputs,
        sequence_length,
        embedding,
        sampling_probability,
        time_major=False,
        seed=None,
        scheduling_seed=None,
        name=None,
    ):
        with self._scope(name, "ScheduledEmbeddingSamplingWrapper"):
            self._embedding_fn = embedding_function(embedding)
            self._sampling_probability = convert(sampling_probability, None, "sampling_probability")
            TrainingHelper.__init__(self, inputs, sequence_length, time_major=time_major, name=name)

    def sample(self, time, outputs, state, name=None):
        with self._scope(name, "ScheduledEmbeddingTrainingHelperSample"):
            x = convert(outputs)
            return create(
                "Select",
                "Select",
                x._dims[:-1] if isinstance(x._dims, tuple) else x._dims,
                dtype=_dtypes.int32,
            )

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        with self._scope(name, "ScheduledEmbeddingTrainingHelperNextInputs"):
            finished, base_next_inputs, state = TrainingHelper.next_inputs(
                self, time, outputs, state=state, name=name
            )

            def maybe_sample():
                sampled = create("GatherNd", "GatherNd", (None,), dtype=_dtypes.int32)
                return create(
                    "AddV2",
                    "add",
                    base_next_inputs._dims,
                    dtype=base_dtype(base_next_inputs),
                    inputs=(base_next_inputs, self._embedding_fn(sampled)),
                )

            return (
                finished,
                cond(reduce_all(finished), lambda: base_next_inputs, maybe_sample),
                state,
            )


class ScheduledOutputTrainingHelper(TrainingHelper):
    def __init__(
        self,
        inputs,
        sequence_length,
        sampling_probability,
        time_major=False,
        seed=None,
        next_inputs_fn=None,
        auxiliary_inputs=None,
        name=None,
    ):
        with self._scope(name, "ScheduledOutputTrainingHelper"):
            self._sampling_probability = convert(sampling_probability, None, "sampling_probability")
            self._next_inputs_fn = next_inputs_fn
            if auxiliary_inputs is not None:
                inputs = concat(
                    (
                        convert(inputs, None, "inputs"),
                        convert(auxiliary_inputs, None, "auxiliary_inputs"),
                    ),
                    -1,
                )
            TrainingHelper.__init__(self, inputs, sequence_length, time_major=time_major, name=name)

    def sample(self, time, outputs, state, name=None):
        with self._scope(name, "ScheduledOutputTrainingHelperSample"):
            x = convert(outputs)
            return create(
                "Cast",
                "Cast",
                x._dims[:1] if isinstance(x._dims, tuple) else x._dims,
                dtype=_dtypes.int32,
            )

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        with self._scope(name, "ScheduledOutputTrainingHelperNextInputs"):
            finished, base_next_inputs, state = TrainingHelper.next_inputs(
                self, time, outputs, state=state, name=name
            )

            def maybe_sample():
                x = convert(outputs)
                if self._next_inputs_fn is not None:
                    dims = (None,) + x._dims[1:] if isinstance(x._dims, tuple) else x._dims
                    x = create("GatherNd", "GatherNd", dims, dtype=base_dtype(x), inputs=(x,))
                    x = self._next_inputs_fn(x)
                return create(
                    "Select",
                    "Select",
                    base_next_inputs._dims,
                    dtype=base_dtype(base_next_inputs),
                    inputs=(base_next_inputs, x),
                )

            return (
                finished,
                cond(reduce_all(finished), lambda: base_next_inputs, maybe_sample),
                state,
            )


class GreedyEmbeddingHelper(_OfIds):
    def __init__(self, embedding, start_tokens, end_token):
        self._embedding_fn = embedding_function(embedding)
        self._start_tokens = convert(start_tokens, _dtypes.int32, "start_tokens")
        self._end_token = convert(end_token, _dtypes.int32, "end_token")
        dims = self._start_tokens._dims
        if isinstance(dims, tuple) and len(dims) != 1:
            raise ValueError("start_tokens must be a vector")
        self._batch_size = size_of(start_tokens)
        if isinstance(self._end_token._dims, tuple) and self._end_token._dims:
            raise ValueError("end_token must be a scalar")
        self._start_inputs = self._embedding_fn(self._start_tokens)

    def initialize(self, name=None):
        return tile([False], [self._batch_size]), self._start_inputs

    def sample(self, time, outputs, state, name=None):
        if _scope_lsp.is_known(outputs) and not isinstance(outputs, Tensor):
            raise TypeError("Expected outputs to be a single Tensor, got: %s" % type(outputs))
        return argmax(outputs, axis=-1, output_type=_dtypes.int32)

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        finished = equal(sample_ids, self._end_token)
        return (
            finished,
            cond(
                reduce_all(finished),
                lambda: self._start_inputs,
                lambda: self._embedding_fn(sample_ids),
            ),
            state,
        )


class SampleEmbeddingHelper(GreedyEmbeddingHelper):
    def __init__(self, embedding, start_tokens, end_token, softmax_temperature=None, seed=None):
        GreedyEmbeddingHelper.__init__(self, embedding, start_tokens, end_token=end_token)
        self._softmax_temperature = softmax_temperature

    def sample(self, time, outputs, state, name=None):
        if _scope_lsp.is_known(outputs) and not isinstance(outputs, Tensor):
            raise TypeError("Expected outputs to be a single Tensor, got: %s" % type(outputs))
        with self._scope(None, "Categorical"):
            x = convert(outputs)
            return create(
                "Reshape",
                "sample",
                x._dims[:-1] if isinstance(x._dims, tuple) else x._dims,
                dtype=_dtypes.int32,
            )


class InferenceHelper(Helper):
    def __init__(
        self, sample_fn, sample_shape, sample_dtype, start_inputs, end_fn, next_inputs_fn=None
    ):
        self._sample_fn = sample_fn
        self._end_fn = end_fn
        self._sample_shape = TensorShape(sample_shape)
        self._sample_dtype = sample_dtype
        self._next_inputs_fn = next_inputs_fn
        self._batch_size = shape_of(start_inputs)[0]
        self._start_inputs = convert(start_inputs, None, "start_inputs")

    @property
    def batch_size(self):
        return self._batch_size

    @property
    def sample_ids_shape(self):
        return self._sample_shape

    @property
    def sample_ids_dtype(self):
        return self._sample_dtype

    def initialize(self, name=None):
        return tile([False], [self._batch_size]), self._start_inputs

    def sample(self, time, outputs, state, name=None):
        return self._sample_fn(outputs)

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        next_inputs = (
            sample_ids if self._next_inputs_fn is None else self._next_inputs_fn(sample_ids)
        )
        return self._end_fn(sample_ids), next_inputs, state
