"""`tf.contrib.lookup`: lookup tables under their older names.

Modelled on contrib/lookup/lookup_ops.py of TensorFlow 1.15.5.
"""

from tensorflow import _dtypes
from tensorflow._lookup_initializers import (
    FastHashSpec,
    HasherSpec,
    KeyValueTensorInitializer,
    StrongHashSpec,
    TableInitializerBase,
    TextFileIdTableInitializer,
    TextFileIndex,
    TextFileInitializer,
    TextFileStringTableInitializer,
)
from tensorflow._lookup_functions import (
    index_table_from_file,
    index_to_string_table_from_file,
)
from tensorflow._lookup_functions import index_table_from_tensor as _from_tensor
from tensorflow._lookup_functions import index_to_string_table_from_tensor as _strings_of_tensor
from tensorflow._lookup_tables import DenseHashTable as MutableDenseHashTable
from tensorflow._lookup_tables import (
    IdTableWithHashBuckets,
    InitializableLookupTableBase,
    InitializableLookupTableBaseV1,
    LookupInterface,
    MutableHashTable,
)
from tensorflow._tensor import scope
from tensorflow._unmodelled import lookup as _lookup


class HashTable(InitializableLookupTableBaseV1):
    def __init__(self, initializer, default_value, shared_name=None, name=None):
        self._name = name or "hash_table"
        InitializableLookupTableBaseV1.__init__(self, default_value, initializer)

    @property
    def init(self):
        return self.initializer

    def export(self, name=None):
        with scope(name, "%s_Export" % self.name) as full:
            return self._exported(full)


def index_table_from_tensor(
    mapping,
    num_oov_buckets=0,
    default_value=-1,
    hasher_spec=FastHashSpec,
    dtype=_dtypes.string,
    name=None,
):
    if mapping is None:
        raise ValueError("mapping must be specified.")
    return _from_tensor(
        mapping,
        num_oov_buckets,
        default_value,
        hasher_spec=hasher_spec,
        dtype=dtype,
        name=name,
    )


def string_to_index(tensor, mapping, default_value=-1, name=None):
    table = index_table_from_tensor(mapping, default_value=default_value, name=name)
    return table.lookup(tensor)


def index_to_string_table_from_tensor(mapping, default_value="UNK", name=None):
    if mapping is None:
        raise ValueError("mapping must be specified.")
    return _strings_of_tensor(mapping, default_value, name)


def index_to_string(tensor, mapping, default_value="UNK", name=None):
    table = index_to_string_table_from_tensor(mapping, default_value, name)
    return table.lookup(tensor)


def __getattr__(name):
    return _lookup("contrib.lookup." + name)
