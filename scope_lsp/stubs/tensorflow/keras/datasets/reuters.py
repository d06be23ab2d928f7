"""`tf.keras.datasets.reuters`."""

import _scope_lsp

from tensorflow.keras.datasets._arrays import sequences


def load_data(
    path="reuters.npz",
    num_words=None,
    skip_top=0,
    maxlen=None,
    test_split=0.2,
    seed=113,
    start_char=1,
    oov_char=2,
    index_from=3,
    **kwargs,
):
    if not _scope_lsp.is_known(maxlen) or maxlen:
        return _scope_lsp.unknown("newswires of limited length")
    return sequences(11228, test_split)


def get_word_index(path="reuters_word_index.json"):
    return _scope_lsp.unknown("an index of words")
