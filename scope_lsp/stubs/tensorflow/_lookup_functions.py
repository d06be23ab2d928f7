"""Functions that make lookup tables of the lines of a file, or of a tensor.

Modelled on ops/lookup_ops.py of TensorFlow 1.15.5.
"""

from tensorflow import _dtypes
from tensorflow._array_ops import size
from tensorflow._casts import cast
from tensorflow._constant_ops import range_
from tensorflow._lookup_initializers import (
    FastHashSpec,
    KeyValueTensorInitializer,
    TextFileIdTableInitializer,
    TextFileIndex,
    TextFileStringTableInitializer,
)
from tensorflow._lookup_tables import IdTableWithHashBuckets, StaticHashTableV1
from tensorflow._tensor import convert, scope


def _check_count(num_oov_buckets):
    if num_oov_buckets < 0:
        raise ValueError(
            "num_oov_buckets must be greater or equal than 0, got %d." % num_oov_buckets
        )


def _check_file(vocabulary_file):
    if vocabulary_file is None or vocabulary_file == "":
        raise ValueError("vocabulary_file must be specified and must not be empty.")


def _with_buckets(table, num_oov_buckets, hasher_spec, key_dtype):
    if not num_oov_buckets:
        return table
    return IdTableWithHashBuckets(table, num_oov_buckets, hasher_spec, key_dtype=key_dtype)


def index_table_from_file(
    vocabulary_file=None,
    num_oov_buckets=0,
    vocab_size=None,
    default_value=-1,
    hasher_spec=FastHashSpec,
    key_dtype=_dtypes.string,
    name=None,
    key_column_index=TextFileIndex.WHOLE_LINE,
    value_column_index=TextFileIndex.LINE_NUMBER,
    delimiter="\t",
):
    _check_file(vocabulary_file)
    _check_count(num_oov_buckets)
    if vocab_size is not None and vocab_size < 1:
        raise ValueError(
            "vocab_size must be greater than 0, got %d. vocabulary_file: %s"
            % (vocab_size, vocabulary_file)
        )
    if not key_dtype.is_integer and key_dtype.base_dtype != _dtypes.string:
        raise TypeError("Only integer and string keys are supported.")
    with scope(name, "string_to_index"):
        with scope(None, "hash_table"):
            init = TextFileIdTableInitializer(
                vocabulary_file,
                vocab_size=vocab_size,
                key_dtype=_dtypes.int64 if key_dtype.is_integer else key_dtype,
                name="table_init",
                key_column_index=key_column_index,
                value_column_index=value_column_index,
                delimiter=delimiter,
            )
            table = StaticHashTableV1(init, default_value)
        return _with_buckets(table, num_oov_buckets, hasher_spec, key_dtype=key_dtype)


def index_table_from_tensor(
    vocabulary_list,
    num_oov_buckets=0,
    default_value=-1,
    hasher_spec=FastHashSpec,
    dtype=_dtypes.string,
    name=None,
):
    if vocabulary_list is None:
        raise ValueError("vocabulary_list must be specified.")
    _check_count(num_oov_buckets)
    if not dtype.is_integer and dtype.base_dtype != _dtypes.string:
        raise TypeError("Only integer and string keys are supported.")
    with scope(name, "string_to_index"):
        keys = convert(vocabulary_list)
        given = keys._dtype
        if given is not None and given.is_integer != dtype.is_integer:
            kind = "integer" if dtype.is_integer else "non-integer"
            raise ValueError("Expected %s, got %s." % (kind, given))
        if given is not None and not dtype.is_integer and given.base_dtype != dtype:
            raise ValueError("Expected %s, got %s." % (dtype, given))
        values = cast(range_(size(keys)), _dtypes.int64)
        with scope(None, "hash_table"):
            if dtype.is_integer:
                keys = cast(keys, _dtypes.int64)
            init = KeyValueTensorInitializer(
                keys,
                values,
                _dtypes.int64 if dtype.is_integer else dtype,
                value_dtype=_dtypes.int64,
                name="table_init",
            )
            table = StaticHashTableV1(init, default_value)
        return _with_buckets(table, num_oov_buckets, hasher_spec, key_dtype=dtype)


def index_to_string_table_from_file(
    vocabulary_file,
    vocab_size=None,
    default_value="UNK",
    name=None,
    key_column_index=TextFileIndex.LINE_NUMBER,
    value_column_index=TextFileIndex.WHOLE_LINE,
    delimiter="\t",
):
    _check_file(vocabulary_file)
    if vocab_size is not None and vocab_size < 1:
        raise ValueError("vocab_size must be greater than 0, got %d." % vocab_size)
    with scope(name, "index_to_string"):
        init = TextFileStringTableInitializer(
            vocabulary_file,
            vocab_size=vocab_size,
            name="table_init",
            key_column_index=key_column_index,
            value_column_index=value_column_index,
            delimiter=delimiter,
        )
        return StaticHashTableV1(init, default_value)


def index_to_string_table_from_tensor(vocabulary_list, default_value="UNK", name=None):
    if vocabulary_list is None:
        raise ValueError("vocabulary_list must be specified.")
    with scope(name, "index_to_string"):
        values = convert(vocabulary_list, _dtypes.string)
        keys = cast(range_(size(values)), _dtypes.int64)
        init = KeyValueTensorInitializer(
            keys, values, _dtypes.int64, value_dtype=_dtypes.string, name="table_init"
        )
        return StaticHashTableV1(init, default_value)
