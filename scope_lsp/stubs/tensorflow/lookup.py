"""`tf.lookup`."""

from tensorflow._lookup_initializers import (
    KeyValueTensorInitializer,
    TextFileIndex,
    TextFileInitializer,
)
from tensorflow._lookup_tables import DenseHashTable
from tensorflow._lookup_tables import StaticHashTableV1 as StaticHashTable
from tensorflow._lookup_tables import StaticVocabularyTable
from tensorflow._unmodelled import lookup as _lookup


class experimental:
    DenseHashTable = DenseHashTable


def __getattr__(name):
    return _lookup("lookup." + name)
