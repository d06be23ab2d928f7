"""`tf.keras.datasets.boston_housing`."""

import _scope_lsp

from tensorflow.keras.datasets._arrays import split


def load_data(path="boston_housing.npz", test_split=0.2, seed=113):
    if not _scope_lsp.is_known(test_split):
        return _scope_lsp.unknown("a data set split as it is not known")
    train = int(506 * (1 - test_split))
    return split(train, 506 - train, (13,), label=(), kinds=("float64", "float64"))
