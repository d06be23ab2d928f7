"""`slim.data_provider`: tensors of a data set by the names of its items."""

import _scope_lsp


class DataProvider:
    def __init__(self, items_to_tensors, num_samples):
        self._items_to_tensors = items_to_tensors
        self._num_samples = num_samples

    def get(self, items):
        if not _scope_lsp.is_known(items):
            return _scope_lsp.unknown("items of a data set")
        if not isinstance(items, (list, tuple)):
            raise ValueError("items must be a list or tuple")
        return [
            self._items_to_tensors.get(item, _scope_lsp.unknown("an item of a data set"))
            for item in items
        ]

    def list_items(self):
        return self._items_to_tensors.keys()

    def num_samples(self):
        return self._num_samples
