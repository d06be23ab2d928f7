"""`tf.io`: reading examples.  What is not here is not modelled."""

from tensorflow import gfile as _gfile
from tensorflow._graph_defs import write_graph
from tensorflow._parsing import (
    FixedLenFeature,
    FixedLenSequenceFeature,
    SparseFeature,
    VarLenFeature,
    decode_csv,
    decode_json_example,
    decode_raw,
    parse_example,
    parse_single_example,
    parse_single_sequence_example,
    parse_tensor,
)
from tensorflow._readers import tf_record_iterator
from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _gfile if name == "gfile" else _lookup("io." + name)
