"""`tf.contrib.seq2seq`."""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.seq2seq._attention import (
    AttentionMechanism,
    BahdanauAttention,
    LuongAttention,
    _BaseAttentionMechanism,
    _maybe_mask_score,
    _prepare_memory,
    hardmax,
)
from tensorflow.contrib.seq2seq._monotonic_attention import (
    BahdanauMonotonicAttention,
    LuongMonotonicAttention,
    _BaseMonotonicAttentionMechanism,
    _monotonic_probability_fn,
    monotonic_attention,
    safe_cumprod,
)
from tensorflow.contrib.seq2seq._attention_wrapper import (
    AttentionWrapper,
    AttentionWrapperState,
    _compute_attention,
)
from tensorflow.contrib.seq2seq._beam_search import (
    BeamSearchDecoder,
    BeamSearchDecoderOutput,
    BeamSearchDecoderState,
    FinalBeamSearchDecoderOutput,
    gather_tree,
    tile_batch,
)
from tensorflow.contrib.seq2seq._decoders import (
    BasicDecoder,
    BasicDecoderOutput,
    Decoder,
    dynamic_decode,
)
from tensorflow.contrib.seq2seq._helpers import (
    CustomHelper,
    GreedyEmbeddingHelper,
    Helper,
    InferenceHelper,
    SampleEmbeddingHelper,
    ScheduledEmbeddingTrainingHelper,
    ScheduledOutputTrainingHelper,
    TrainingHelper,
)
from tensorflow.contrib.seq2seq._loss import SequenceLoss, sequence_loss

_MODULES = (
    "attention_wrapper",
    "basic_decoder",
    "beam_search_decoder",
    "beam_search_ops",
    "decoder",
    "helper",
    "loss",
    "sampler",
)  # of contrib.seq2seq.python.ops
_VERSION_2 = "tensorflow.contrib.seq2seq._attention_v2"
_DECODERS = ("BaseDecoder", "BasicDecoderV2", "BeamSearchDecoderV2")
_SAMPLERS = "tensorflow.contrib.seq2seq._samplers"


def __getattr__(name):
    if name in _MODULES:
        return __import__("tensorflow.contrib.seq2seq", fromlist=["*"])
    if name[-11:] == "AttentionV2":
        return getattr(__import__(_VERSION_2, fromlist=["*"]), name)
    if name in _DECODERS:
        return getattr(__import__("tensorflow.contrib.seq2seq._decoders_v2", fromlist=["*"]), name)
    if name[-7:] == "Sampler":
        return getattr(__import__(_SAMPLERS, fromlist=["*"]), name)
    return _lookup("contrib.seq2seq." + name)
