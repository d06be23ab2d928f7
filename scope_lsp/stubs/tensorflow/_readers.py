"""Datasets of files: their names go through a dataset of their own.

Modelled on data/ops/readers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dataset import Dataset, made
from tensorflow._element_specs import UNKNOWN, spec
from tensorflow._tensor import convert, pop, push

is_a = _scope_lsp.is_a


def parallel_interleaved(element):
    """A dataset of type ParallelInterleaveDataset, after the ops that its numbers become."""
    words = "cycle_length block_length sloppy buffer_output_elements prefetch_input_elements"
    return made(element, "ParallelInterleaveDataset", *[(1, word) for word in words.split()])


def _read(filenames, num_parallel_reads):
    """What the names of files become (readers._create_or_validate_filenames_dataset)."""
    if not is_a(filenames, Dataset):
        full = push("flat_filenames", None)
        pop()
        names = convert(filenames, _dtypes.string)
        _scope_lsp.new_op("Reshape", full)
        Dataset.from_tensor_slices(names)
    if num_parallel_reads is None:
        made(UNKNOWN, "FlatMapDataset")
        return
    parallel_interleaved(UNKNOWN)


class TextLineDataset(Dataset):
    def __init__(self, filenames, compression_type=None, buffer_size=None, num_parallel_reads=None):
        _read(filenames, num_parallel_reads)
        Dataset.__init__(self, spec((), _dtypes.string))


class TFRecordDataset(TextLineDataset):
    pass


class FixedLengthRecordDataset(Dataset):
    def __init__(
        self,
        filenames,
        record_bytes,
        header_bytes=None,
        footer_bytes=None,
        buffer_size=None,
        compression_type=None,
        num_parallel_reads=None,
    ):
        _read(filenames, num_parallel_reads)
        Dataset.__init__(self, spec((), _dtypes.string))


def tf_record_iterator(path, options=None):
    return _scope_lsp.unknown("what a file of records holds")
