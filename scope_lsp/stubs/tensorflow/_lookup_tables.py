"""Lookup tables: words to numbers and back, as tensors of the shape of what is looked up.

Not here: what a table holds, which is never known, and the functions that make tables of files
and tensors (`_lookup_functions`).  Tables make ops, no variables.

Modelled on ops/lookup_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_masks import where_v2
from tensorflow._casts import cast
from tensorflow._graph import GraphKeys, add_to_collection
from tensorflow._lookup_initializers import FastHashSpec, HasherSpec, TypedTable
from tensorflow._math_ops import add, not_equal
from tensorflow._sparse_ops import SparseTensor
from tensorflow._tensor import convert, create, create_many, create_op, scope
from tensorflow._tensor_util import dtype_of

is_a = _scope_lsp.is_a


def _values_of(keys):
    return keys.values if isinstance(keys, SparseTensor) else keys


def _like(keys, values):
    """What was looked up, sparse where the keys are."""
    if isinstance(keys, SparseTensor):
        return SparseTensor(keys.indices, values, keys.dense_shape)
    return values


def _dims_of(keys):
    return getattr(keys, "_dims", None)


class LookupInterface(TypedTable):
    def _check_keys(self, keys):
        if is_a(keys, (list, tuple, str)):
            kind = type(keys).__name__
            raise AttributeError("'%s' object has no attribute 'dtype'" % kind)
        wanted, given = self._key_dtype, keys.dtype
        if _scope_lsp.is_known(given) and wanted is not None and given.base_dtype != wanted:
            raise TypeError("Signature mismatch. Keys must be dtype %s, got %s." % (wanted, given))

    def _make_handle(self, op_type, name):
        """The op of the table itself, and what its other ops are named after."""
        self._resource_handle = create(op_type, name, (), dtype=_dtypes.resource, inputs=())
        self._table_name = self._resource_handle.op.name.split("/")[-1]

    @property
    def resource_handle(self):
        return self._resource_handle

    @property
    def name(self):
        return self._table_name

    def size(self, name=None):
        with scope(name, "%s_Size" % self.name):
            return create("LookupTableSizeV2", None, (), dtype=_dtypes.int64, inputs=())

    def export(self, name=None):
        with scope(name, "%s_Export" % self.name):
            return self._exported()

    def _exported(self, name=None):
        dims = _dims_of(self._default_value)
        values = None if not isinstance(dims, tuple) else (None,) + dims
        outputs = [((None,), self._key_dtype), (values, self._value_dtype)]
        return tuple(create_many("LookupTableExportV2", name, outputs, inputs=()))


class InitializableLookupTableBase(LookupInterface):
    def __init__(self, default_value, initializer):
        LookupInterface.__init__(self, initializer.key_dtype, initializer.value_dtype)
        self._default_value = convert(default_value, self._value_dtype)
        self._initializer = initializer
        self._create_resource()
        self._init_op = self._initialize()

    def _create_resource(self):
        self._make_handle("HashTableV2", self._name)

    def _initialize(self):
        return self._initializer.initialize(self)

    @property
    def default_value(self):
        return self._default_value

    def lookup(self, keys, name=None):
        self._check_keys(keys)
        dims = _dims_of(_values_of(keys))
        with scope(name, "%s_Lookup" % self.name):
            values = create("LookupTableFindV2", None, dims, dtype=self._value_dtype, inputs=())
        return _like(keys, values)


class InitializableLookupTableBaseV1(InitializableLookupTableBase):
    @property
    def initializer(self):
        return self._init_op


class StaticHashTable(InitializableLookupTableBase):
    def __init__(self, initializer, default_value, name=None):
        self._name = name or "hash_table"
        InitializableLookupTableBase.__init__(self, default_value, initializer)


class StaticHashTableV1(StaticHashTable):
    @property
    def initializer(self):
        return self._init_op


class HashTable(StaticHashTableV1):
    @property
    def init(self):
        return self.initializer


def _checked_dtype(table_dtypes, key_dtype):
    """The dtype of the keys of a table with buckets for what another table lacks."""
    first, second = table_dtypes
    key_dtype = first if key_dtype is None else dtype_of(key_dtype)
    if first not in (None, _dtypes.int64, _dtypes.string):
        raise TypeError(
            "Invalid key dtype, expected one of %s, but got %s."
            % ((_dtypes.int64, _dtypes.string), key_dtype)
        )
    if None not in (first, key_dtype) and first.is_integer != key_dtype.is_integer:
        kind = "integer" if key_dtype.is_integer else "non-integer"
        raise TypeError("Invalid key dtype, expected %s but got %s." % (kind, first))
    if second not in (None, _dtypes.int64):
        raise TypeError("Invalid value dtype, expected %s but got %s." % (_dtypes.int64, second))
    if key_dtype is not None and not key_dtype.is_integer and key_dtype != _dtypes.string:
        raise TypeError("Invalid key_dtype, expected integer or string, got %s." % (key_dtype,))
    return key_dtype


class TableWithBuckets(LookupInterface):
    """A table that may stand before another one, with buckets for the keys that this lacks."""

    _hasher_spec = FastHashSpec

    def __init__(self, table, num_oov_buckets, key_dtype, name):
        self._table = table
        self._num_oov_buckets = num_oov_buckets
        name = name.rstrip("/") if name else name
        name = name or (table.name if table else "hash_bucket")
        self._table_name = name.split("/")[-1] if name else None
        LookupInterface.__init__(self, key_dtype, _dtypes.int64)

    @property
    def initializer(self):
        if self._table is not None:
            return self._table._init_op
        with scope(None, "init"):
            return create_op("NoOp", None)

    @property
    def init(self):
        return self.initializer

    @property
    def resource_handle(self):
        return self._table.resource_handle if self._table is not None else None

    def size(self, name=None):
        with scope(name, "%s_Size" % self.name):
            own = self._table.size() if self._table else convert(0, _dtypes.int64)
            return own + self._num_oov_buckets

    def lookup(self, keys, name=None):
        self._check_keys(keys)
        values = _values_of(keys)
        if self._table and self._table.key_dtype == _dtypes.int64:
            values = cast(values, _dtypes.int64)
        if self._num_oov_buckets == 0:
            ids = self._table.lookup(values, name=name)
        else:
            with scope(name, "%s_Lookup" % self.name):
                ids = self._looked_up(values)
        return _like(keys, ids)

    def _looked_up(self, values):
        dims = _dims_of(values)
        if values._dtype is not None and values._dtype.base_dtype != _dtypes.string:
            create("AsString", None, dims, dtype=_dtypes.string, inputs=())
        hasher = {"legacy": "", "stronghash": "Strong"}.get(self._hasher_spec.hasher, "Fast")
        buckets = create(
            "StringToHashBucket" + hasher, "hash_bucket", dims, dtype=_dtypes.int64, inputs=()
        )
        if not self._table:
            return buckets
        ids = self._table.lookup(values)
        buckets = add(buckets, self._table.size())
        return where_v2(not_equal(ids, self._table.default_value), ids, buckets)


class IdTableWithHashBuckets(TableWithBuckets):
    def __init__(self, table, num_oov_buckets, hasher_spec=FastHashSpec, name=None, key_dtype=None):
        if table:
            key_dtype = _checked_dtype((table.key_dtype, table.value_dtype), key_dtype)
        else:
            if num_oov_buckets <= 0:
                raise ValueError("oov_buckets must be > 0 if no table is supplied.")
            given = _dtypes.string if key_dtype is None else key_dtype
            key_dtype = _checked_dtype((None, None), given)
        if not isinstance(hasher_spec, HasherSpec):
            raise TypeError("hasher_spec must be of type HasherSpec, got %s" % hasher_spec)
        self._hasher_spec = hasher_spec
        TableWithBuckets.__init__(
            self, table or None, num_oov_buckets, key_dtype=key_dtype, name=name
        )


class StaticVocabularyTable(TableWithBuckets):
    def __init__(self, initializer, num_oov_buckets, lookup_key_dtype=None, name=None):
        if num_oov_buckets <= 0:
            raise ValueError("oov_buckets must be > 0.")
        table, key_dtype = None, _dtypes.string
        if initializer:
            of_table = (initializer.key_dtype, initializer.value_dtype)
            key_dtype = _checked_dtype(of_table, lookup_key_dtype)
            table = HashTable(initializer, -1)
        TableWithBuckets.__init__(self, table, num_oov_buckets, key_dtype=key_dtype, name=name)


class MutableHashTable(LookupInterface):
    _op_type = "MutableHashTableV2"

    def __init__(
        self, key_dtype, value_dtype, default_value, name="MutableHashTable", checkpoint=True
    ):
        self._default_value = convert(default_value, dtype_of(value_dtype))
        self._set_up(key_dtype, value_dtype, name, checkpoint=checkpoint)

    def _set_up(self, key_dtype, value_dtype, name, checkpoint):
        LookupInterface.__init__(self, key_dtype, value_dtype)
        self._make_handle(self._op_type, name)
        if checkpoint:
            add_to_collection(GraphKeys.SAVEABLE_OBJECTS, self)

    def _changed(self, op_type, what, name, *values):
        with scope(name, "%s_lookup_table_%s" % (self.name, what)):
            for value, dtype, word in values:
                convert(value, dtype, word)
            return create_op(op_type, None)

    def remove(self, keys, name=None):
        self._check_keys(keys)
        return self._changed("LookupTableRemoveV2", "remove", name)

    def insert(self, keys, values, name=None):
        keys = (keys, self._key_dtype, "keys")
        values = (values, self._value_dtype, "values")
        return self._changed("LookupTableInsertV2", "insert", name, keys, values)

    insert_or_assign = insert

    def lookup(self, keys, name=None):
        with scope(name, "%s_lookup_table_find" % self.name):
            dims = _dims_of(convert(keys, self._key_dtype, "keys"))
            inner = _dims_of(self._default_value)
            both = isinstance(dims, tuple) and isinstance(inner, tuple)
            dims = dims + inner if both else None
            return create("LookupTableFindV2", None, dims, dtype=self._value_dtype, inputs=())

    def export(self, name=None):
        with scope(name, "%s_lookup_table_export_values" % self.name):
            return self._exported()


class DenseHashTable(MutableHashTable):
    _op_type = "MutableDenseHashTableV2"

    def __init__(
        self,
        key_dtype,
        value_dtype,
        default_value,
        empty_key,
        deleted_key,
        initial_num_buckets=None,
        name="MutableDenseHashTable",
        checkpoint=True,
    ):
        self._default_value = convert(default_value, dtype_of(value_dtype), "default_value")
        convert(empty_key, dtype_of(key_dtype), "empty_key")
        convert(deleted_key, dtype_of(key_dtype), "deleted_key")
        self._set_up(key_dtype, value_dtype, name, checkpoint=checkpoint)
