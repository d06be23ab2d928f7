"""`tf.contrib`: packages that are loaded when they are first asked for."""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.eager.python import tfe as eager
from tensorflow.contrib.summary import summary

_PACKAGES = (
    "crf",
    "cudnn_rnn",
    "data",
    "distribute",
    "distributions",
    "estimator",
    "feature_column",
    "framework",
    "layers",
    "learn",
    "legacy_seq2seq",
    "losses",
    "lookup",
    "metrics",
    "mixed_precision",
    "opt",
    "optimizer_v2",
    "rnn",
    "seq2seq",
    "slim",
    "tpu",
    "training",
)


def __getattr__(name):
    if name in _PACKAGES:
        return __import__("tensorflow.contrib." + name, fromlist=["*"])
    return _lookup("contrib." + name)
