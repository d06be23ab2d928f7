"""`slim.dataset`: where a data set lies, and what reads it."""

import _scope_lsp


class Dataset:
    @_scope_lsp.takes(
        lambda self, data_sources, reader, decoder, num_samples, items_to_descriptions, **kwargs: 0
    )
    def __init__(self, data_sources, reader, decoder, num_samples, items_to_descriptions, **kwargs):
        self.__dict__.update(kwargs)
        self.data_sources = data_sources
        self.reader = reader
        self.decoder = decoder
        self.num_samples = num_samples
        self.items_to_descriptions = items_to_descriptions
