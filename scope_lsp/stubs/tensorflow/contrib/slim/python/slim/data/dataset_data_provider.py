"""`slim.dataset_data_provider`: tensors of a data set that several readers read.

Modelled on contrib/slim/python/slim/data/dataset_data_provider.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow.contrib.slim.python.slim.data import data_provider, parallel_reader


class DatasetDataProvider(data_provider.DataProvider):
    def __init__(
        self,
        dataset,
        num_readers=1,
        reader_kwargs=None,
        shuffle=True,
        num_epochs=None,
        common_queue_capacity=256,
        common_queue_min=128,
        record_key="record_key",
        seed=None,
        scope=None,
    ):
        key, data = parallel_reader.parallel_read(
            dataset.data_sources,
            dataset.reader,
            num_epochs,
            num_readers=num_readers,
            reader_kwargs=reader_kwargs,
            shuffle=shuffle,
            dtypes=None,
            capacity=common_queue_capacity,
            min_after_dequeue=common_queue_min,
            seed=seed,
            scope=scope,
        )
        items = dataset.decoder.list_items()
        tensors = dataset.decoder.decode(data, items)
        if not _scope_lsp.is_known(items) or not _scope_lsp.is_known(tensors):
            data_provider.DataProvider.__init__(self, {}, dataset.num_samples)
            return
        items_to_tensors = dict(zip(items, tensors))
        items_to_tensors[record_key] = key
        data_provider.DataProvider.__init__(self, items_to_tensors, dataset.num_samples)
