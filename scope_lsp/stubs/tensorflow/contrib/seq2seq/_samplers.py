"""Samplers: what a decoder that is a layer of Keras is fed with at each step.

Each asks the helper of its kind (`_helpers`), which it makes when the decoder is called.

Modelled on contrib/seq2seq/python/ops/sampler.py of TensorFlow 1.15.5.
"""

from tensorflow import _dtypes
from tensorflow._array_ops import size as size_of
from tensorflow._shape import TensorShape
from tensorflow.contrib.seq2seq._helpers import (
    GreedyEmbeddingHelper,
    InferenceHelper,
    SampleEmbeddingHelper,
    ScheduledEmbeddingTrainingHelper,
    ScheduledOutputTrainingHelper,
    TrainingHelper,
)


class Sampler:
    def initialize(self, inputs, **kwargs):
        pass

    def sample(self, time, outputs, state):
        pass

    def next_inputs(self, time, outputs, state, sample_ids):
        pass

    @property
    def batch_size(self):
        raise NotImplementedError("batch_size has not been implemented")

    @property
    def sample_ids_shape(self):
        raise NotImplementedError("sample_ids_shape has not been implemented")

    @property
    def sample_ids_dtype(self):
        raise NotImplementedError("sample_ids_dtype has not been implemented")


class CustomSampler(Sampler):
    def __init__(
        self, initialize_fn, sample_fn, next_inputs_fn, sample_ids_shape=None, sample_ids_dtype=None
    ):
        self._initialize_fn = initialize_fn
        self._sample_fn = sample_fn
        self._next_inputs_fn = next_inputs_fn
        self._batch_size = None
        self._sample_ids_shape = TensorShape(sample_ids_shape or [])
        self._sample_ids_dtype = sample_ids_dtype or _dtypes.int32

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

    def initialize(self, inputs, **kwargs):
        finished, next_inputs = self._initialize_fn(inputs, **kwargs)
        if self._batch_size is None:
            self._batch_size = size_of(finished)
        return finished, next_inputs

    def sample(self, time, outputs, state):
        return self._sample_fn(time=time, outputs=outputs, state=state)

    def next_inputs(self, time, outputs, state, sample_ids):
        return self._next_inputs_fn(time=time, outputs=outputs, state=state, sample_ids=sample_ids)


class _OfHelper(Sampler):
    """A sampler that does what a helper does."""

    _helper = None

    @property
    def batch_size(self):
        if self._helper is None:
            raise ValueError("batch_size accessed before initialize was called")
        return self._helper.batch_size

    @property
    def sample_ids_shape(self):
        return TensorShape([])

    @property
    def sample_ids_dtype(self):
        return _dtypes.int32

    def sample(self, time, outputs, state):
        return self._helper.sample(time=time, outputs=outputs, state=state)

    def next_inputs(self, time, outputs, state, sample_ids):
        return self._helper.next_inputs(
            time=time, outputs=outputs, state=state, sample_ids=sample_ids
        )

    def _begin(self, helper):
        self._helper = helper
        return helper.initialize()


class _without_scope:
    def __enter__(self):
        return None

    def __exit__(self, *exception):
        return False


class _Bare:
    """Mixed into helpers: no scopes."""

    def _scope(self, name, default):
        return _without_scope()


class _Training(_Bare, TrainingHelper):
    pass


class _ScheduledEmbedding(_Bare, ScheduledEmbeddingTrainingHelper):
    pass


class _ScheduledOutput(_Bare, ScheduledOutputTrainingHelper):
    pass


class _SampleEmbedding(_Bare, SampleEmbeddingHelper):
    pass


def _callable(embedding_fn):
    if embedding_fn is not None and not callable(embedding_fn):
        raise ValueError("embedding_fn is expected to be callable, got %s" % type(embedding_fn))
    return embedding_fn


class TrainingSampler(_OfHelper):
    def __init__(self, time_major=False):
        self.time_major = time_major

    def _length(self, sequence_length):
        if sequence_length is None:
            raise ValueError("sequence_length is required for TrainingSampler")
        return sequence_length

    def initialize(self, inputs, sequence_length=None):
        return self._begin(_Training(inputs, self._length(sequence_length), self.time_major))


class ScheduledEmbeddingTrainingSampler(TrainingSampler):
    def __init__(
        self,
        sampling_probability,
        embedding_fn=None,
        time_major=False,
        seed=None,
        scheduling_seed=None,
    ):
        TrainingSampler.__init__(self, time_major)
        self.embedding_fn = _callable(embedding_fn)
        self.sampling_probability = sampling_probability

    def initialize(self, inputs, sequence_length=None, embedding=None):
        if self.embedding_fn is None and embedding is None:
            raise ValueError(
                "embedding is required as a keyword argument for ScheduledEmbeddingTrainingSampler"
            )
        return self._begin(
            _ScheduledEmbedding(
                inputs,
                self._length(sequence_length),
                self.embedding_fn or embedding,
                sampling_probability=self.sampling_probability,
                time_major=self.time_major,
            )
        )


class ScheduledOutputTrainingSampler(TrainingSampler):
    def __init__(self, sampling_probability, time_major=False, seed=None, next_inputs_fn=None):
        TrainingSampler.__init__(self, time_major)
        self.sampling_probability = sampling_probability
        self.next_inputs_fn = next_inputs_fn

    def initialize(self, inputs, sequence_length=None, auxiliary_inputs=None):
        return self._begin(
            _ScheduledOutput(
                inputs,
                self._length(sequence_length),
                self.sampling_probability,
                time_major=self.time_major,
                next_inputs_fn=self.next_inputs_fn,
                auxiliary_inputs=auxiliary_inputs,
            )
        )


class GreedyEmbeddingSampler(_OfHelper):
    def __init__(self, embedding_fn=None):
        self.embedding_fn = _callable(embedding_fn)

    def initialize(self, embedding, start_tokens=None, end_token=None):
        return self._begin(
            GreedyEmbeddingHelper(self.embedding_fn or embedding, start_tokens, end_token)
        )


class SampleEmbeddingSampler(GreedyEmbeddingSampler):
    def __init__(self, embedding_fn=None, softmax_temperature=None, seed=None):
        GreedyEmbeddingSampler.__init__(self, embedding_fn)

    def initialize(self, embedding, start_tokens=None, end_token=None):
        return self._begin(
            _SampleEmbedding(self.embedding_fn or embedding, start_tokens, end_token)
        )


class InferenceSampler(_OfHelper):
    def __init__(self, sample_fn, sample_shape, sample_dtype, end_fn, next_inputs_fn=None):
        self.sample_fn = sample_fn
        self.sample_shape = TensorShape(sample_shape)
        self.sample_dtype = sample_dtype
        self.end_fn = end_fn
        self.next_inputs_fn = next_inputs_fn

    @property
    def sample_ids_shape(self):
        return self.sample_shape

    @property
    def sample_ids_dtype(self):
        return self.sample_dtype

    def initialize(self, start_inputs):
        return self._begin(
            InferenceHelper(
                self.sample_fn,
                self.sample_shape,
                self.sample_dtype,
                start_inputs=start_inputs,
                end_fn=self.end_fn,
                next_inputs_fn=self.next_inputs_fn,
            )
        )
