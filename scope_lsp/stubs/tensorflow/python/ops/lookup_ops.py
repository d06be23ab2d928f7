"""tensorflow.python.ops.lookup_ops: what of it is not public.

Modelled on ops/lookup_ops.py of TensorFlow 1.15.5.
"""

from tensorflow._lookup_functions import (
    index_table_from_tensor,
    index_to_string_table_from_tensor,
)
from tensorflow._lookup_tables import (
    HashTable,
    InitializableLookupTableBaseV1,
    StaticHashTable,
    StaticVocabularyTable,
)
