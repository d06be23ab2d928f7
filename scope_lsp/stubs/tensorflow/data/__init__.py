"""`tf.data`."""

import _scope_lsp

from tensorflow._dataset import (
    Dataset,
    Iterator,
    Options,
    make_initializable_iterator,
    make_one_shot_iterator,
)
from tensorflow._dataset import output_shapes as get_output_shapes
from tensorflow._dataset import output_types as get_output_types
from tensorflow._readers import FixedLengthRecordDataset, TextLineDataset, TFRecordDataset
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.data import experimental


@_scope_lsp.takes(True, "get_legacy_output_classes")
def get_output_classes(dataset_or_iterator):
    return dataset_or_iterator.output_classes


def __getattr__(name):
    return _lookup("data." + name)
