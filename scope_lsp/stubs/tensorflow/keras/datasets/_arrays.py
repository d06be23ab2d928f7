"""How the data sets are split, and of what shape an example and its label are.

As the functions `load_data` of keras/datasets/*.py of TensorFlow 1.15.5 give them.
"""

import _scope_lsp

from numpy import ndarray


def split(train, test, example, label=(), kinds=("uint8", "uint8")):
    """(x_train, y_train), (x_test, y_test)."""
    return tuple(
        [
            (ndarray((count,) + example, kinds[0]), ndarray((count,) + label, kinds[1]))
            for count in (train, test)
        ]
    )


def sequences(total, test_split):
    """Lists of lists of numbers, as arrays of objects."""
    if not _scope_lsp.is_known(test_split):
        return _scope_lsp.unknown("a data set split as it is not known")
    train = int(total * (1 - test_split))
    return split(train, total - train, (), label=(), kinds=("object", "int64"))
