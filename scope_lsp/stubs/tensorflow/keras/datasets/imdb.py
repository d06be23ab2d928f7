"""`tf.keras.datasets.imdb`."""

import _scope_lsp

from tensorflow.keras.datasets._arrays import split


def load_data(
    path="imdb.npz",
    num_words=None,
    skip_top=0,
    maxlen=None,
    seed=113,
    start_char=1,
    oov_char=2,
    index_from=3,
    **kwargs,
):
    if not _scope_lsp.is_known(maxlen) or maxlen:
        return _scope_lsp.unknown("reviews of limited length")
    return split(25000, 25000, (), label=(), kinds=("object", "int64"))


def get_word_index(path="imdb_word_index.json"):
    return _scope_lsp.unknown("an index of words")
