"""`tf.contrib.legacy_seq2seq`."""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.legacy_seq2seq._attention import (
    attention_decoder,
    embedding_attention_decoder,
    embedding_attention_seq2seq,
)
from tensorflow.contrib.legacy_seq2seq._decoders import (
    _extract_argmax_and_embed,
    basic_rnn_seq2seq,
    embedding_rnn_decoder,
    embedding_rnn_seq2seq,
    embedding_tied_rnn_seq2seq,
    one2many_rnn_seq2seq,
    rnn_decoder,
    tied_rnn_seq2seq,
)
from tensorflow.contrib.legacy_seq2seq._losses import (
    model_with_buckets,
    sequence_loss,
    sequence_loss_by_example,
)


def __getattr__(name):
    if name == "seq2seq":  # The module of contrib.legacy_seq2seq.python.ops.
        return __import__("tensorflow.contrib.legacy_seq2seq", fromlist=["*"])
    return _lookup("contrib.legacy_seq2seq." + name)
