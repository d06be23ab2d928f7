"""`slim.parallel_reader`: records of files, read by several readers into one queue.

The files themselves are not looked at: data sets seldom lie beside a program.  Modelled on
contrib/slim/python/slim/data/parallel_reader.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._input_queues import string_input_producer
from tensorflow._queues import FIFOQueue, RandomShuffleQueue, ReaderBase
from tensorflow._tensor import scope


class ParallelReader(ReaderBase):
    def __init__(self, reader_class, common_queue, num_readers=4, reader_kwargs=None):
        ReaderBase.__init__(self, None)
        kwargs = reader_kwargs or {}
        count = num_readers if _scope_lsp.is_a(num_readers, int) else 1
        self._readers = (
            [reader_class(**kwargs) for _ in range(count)]
            if _scope_lsp.is_known(reader_class)
            else []
        )
        self._common_queue = common_queue

    @property
    def num_readers(self):
        return len(self._readers)

    @property
    def common_queue(self):
        return self._common_queue

    def _configure_readers_by(self, queue):
        for reader in self._readers:
            self._common_queue.enqueue(reader.read(queue))

    def read(self, queue, name=None):
        self._configure_readers_by(queue)
        return self._common_queue.dequeue(name=name)

    def read_up_to(self, queue, num_records, name=None):
        self._configure_readers_by(queue)
        return self._common_queue.dequeue_up_to(num_records, name)


def parallel_read(
    data_sources,
    reader_class,
    num_epochs=None,
    num_readers=4,
    reader_kwargs=None,
    shuffle=True,
    dtypes=None,
    capacity=256,
    min_after_dequeue=128,
    seed=None,
    scope=None,
):
    with _in_scope(scope, "parallel_read"):
        filenames = string_input_producer(
            get_data_files(data_sources),
            num_epochs=num_epochs,
            shuffle=shuffle,
            seed=seed,
            name="filenames",
        )
        dtypes = dtypes or [_dtypes.string, _dtypes.string]
        if shuffle:
            common_queue = RandomShuffleQueue(
                capacity,
                min_after_dequeue,
                dtypes,
                shapes=[()] * len(dtypes),
                seed=seed,
                name="common_queue",
            )
        else:
            common_queue = FIFOQueue(capacity, dtypes, [()] * len(dtypes), name="common_queue")
        return ParallelReader(
            reader_class, common_queue, num_readers, reader_kwargs=reader_kwargs
        ).read(filenames)


def single_pass_read(data_sources, reader_class, reader_kwargs=None, scope=None):
    with _in_scope(scope, "single_pass_read"):
        filenames = string_input_producer(
            get_data_files(data_sources), num_epochs=1, shuffle=False, capacity=1, name="filenames"
        )
        return reader_class(**(reader_kwargs or {})).read(filenames)


_in_scope = scope


def get_data_files(data_sources):
    return _scope_lsp.unknown("the files of a data set")
