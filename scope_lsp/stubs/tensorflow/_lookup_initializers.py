"""What fills lookup tables when a session initializes them: tensors, or the lines of a file.

Modelled on ops/lookup_ops.py (TableInitializerBase and its classes) of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._graph import GraphKeys, add_to_collection
from tensorflow._tensor import convert, create_op, scope
from tensorflow._tensor_util import dtype_of

HasherSpec = collections.namedtuple("HasherSpec", ["hasher", "key"])
FastHashSpec = HasherSpec("fasthash", None)


class StrongHashSpec(HasherSpec):
    def __new__(cls, key):
        if len(key) != 2:
            raise ValueError("key must have size 2, got %s." % len(key))
        return super(StrongHashSpec, cls).__new__(cls, "stronghash", key)


class TypedTable:
    """What has keys and values, each of one dtype."""

    def __init__(self, key_dtype, value_dtype):
        self._key_dtype = dtype_of(key_dtype)
        self._value_dtype = dtype_of(value_dtype)

    @property
    def key_dtype(self):
        return self._key_dtype

    @property
    def value_dtype(self):
        return self._value_dtype


class TableInitializerBase(TypedTable):
    def initialize(self, table):
        raise NotImplementedError


def _check_dtypes(table, key_dtype, value_dtype):
    """lookup_ops._check_table_dtypes."""
    for word, wanted, given in (
        ("key", table.key_dtype, key_dtype),
        ("value", table.value_dtype, value_dtype),
    ):
        if None not in (wanted, given) and given.base_dtype != wanted:
            raise TypeError("Invalid %s dtype, expected %s but got %s." % (word, wanted, given))


class KeyValueTensorInitializer(TableInitializerBase):
    def __init__(self, keys, values, key_dtype=None, value_dtype=None, name=None):
        self._keys = convert(keys, dtype_of(key_dtype), "keys")
        self._values = convert(values, dtype_of(value_dtype), "values")
        self._name = "key_value_init" if name is None else name
        TableInitializerBase.__init__(self, self._keys._dtype, self._values._dtype)

    def initialize(self, table):
        _check_dtypes(table, self.key_dtype, self.value_dtype)
        with scope(self._name):
            init_op = create_op("LookupTableImportV2", None)
        add_to_collection(GraphKeys.TABLE_INITIALIZERS, init_op)
        return init_op


class TextFileIndex:
    WHOLE_LINE = -2
    LINE_NUMBER = -1


def _check_column(index, dtype, what):
    """Whether a column of a file can hold keys or values of a dtype; `what`: "key" or "value"."""
    if index < -2:
        raise ValueError("Invalid %s index %s." % (what, index))
    if dtype is None:
        return
    words, wanted = what.capitalize() + "s must be ", None
    if index == TextFileIndex.LINE_NUMBER and dtype != _dtypes.int64:
        wanted = "dtype %s" % (_dtypes.int64,)
    if index == TextFileIndex.WHOLE_LINE and dtype != _dtypes.string:
        if what == "value":
            wanted = "dtype %s" % (_dtypes.string,)
        elif not dtype.is_integer:
            wanted = "integer or string"
    if wanted is not None:
        raise ValueError("Signature mismatch. %s%s, got %s." % (words, wanted, dtype))


class TextFileInitializer(TableInitializerBase):
    def __init__(
        self,
        filename,
        key_dtype,
        key_index,
        value_dtype,
        value_index,
        vocab_size=None,
        delimiter="\t",
        name=None,
    ):
        if _scope_lsp.is_known(filename) and (filename is None or filename == ""):
            raise ValueError("Filename required for %s." % name)
        key_dtype, value_dtype = dtype_of(key_dtype), dtype_of(value_dtype)
        _check_column(key_index, key_dtype, "key")
        _check_column(value_index, value_dtype, "value")
        if vocab_size is not None and vocab_size <= 0:
            raise ValueError("Invalid vocab_size %s." % vocab_size)
        self._name = name
        # The file is an asset of the program, a constant that stands outside all scopes.
        self._filename = convert(filename, _dtypes.string, "asset_path")
        TableInitializerBase.__init__(self, key_dtype, value_dtype)

    def initialize(self, table):
        _check_dtypes(table, self.key_dtype, self.value_dtype)
        with scope(self._name, "text_file_init"):
            init_op = create_op("InitializeTableFromTextFileV2", None)
        add_to_collection(GraphKeys.TABLE_INITIALIZERS, init_op)
        add_to_collection(GraphKeys.ASSET_FILEPATHS, self._filename)
        return init_op


class TextFileStringTableInitializer(TextFileInitializer):
    def __init__(
        self,
        filename,
        key_column_index=TextFileIndex.LINE_NUMBER,
        value_column_index=TextFileIndex.WHOLE_LINE,
        vocab_size=None,
        delimiter="\t",
        name="text_file_string_table_init",
    ):
        TextFileInitializer.__init__(
            self,
            filename,
            _dtypes.int64,
            key_index=key_column_index,
            value_dtype=_dtypes.string,
            value_index=value_column_index,
            vocab_size=vocab_size,
            delimiter=delimiter,
            name=name,
        )


class TextFileIdTableInitializer(TextFileInitializer):
    def __init__(
        self,
        filename,
        key_column_index=TextFileIndex.WHOLE_LINE,
        value_column_index=TextFileIndex.LINE_NUMBER,
        vocab_size=None,
        delimiter="\t",
        name="text_file_id_table_init",
        key_dtype=_dtypes.string,
    ):
        TextFileInitializer.__init__(
            self,
            filename,
            key_dtype,
            key_index=key_column_index,
            value_dtype=_dtypes.int64,
            value_index=value_column_index,
            vocab_size=vocab_size,
            delimiter=delimiter,
            name=name,
        )
