"""Variables that are divided into shards: `PartitionedVariable`, and each shard's place in it.

Modelled on ops/variables.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._plain_values import dims_from, dtype_from
from tensorflow._shape import as_dims, reveal
from tensorflow._tensor import TensorLike, create


class _SaveSliceInfo:
    def __init__(self, full_name, full_shape, var_offset, var_shape):
        self.full_name = full_name
        self.full_shape = full_shape
        self.var_offset = var_offset
        self.var_shape = var_shape


class PartitionedVariable(TensorLike):
    def __init__(
        self, name=None, shape=None, dtype=None, variable_list=None, partitions=None, _handle=None
    ):
        self._handle = _handle
        self._variable_list = variable_list
        if _handle is not None:
            self._variable_list = [
                _scope_lsp.wrapper(shard)
                for shard in _scope_lsp.variable_attribute(_handle, "shards")
            ]
            partitions = _scope_lsp.variable_attribute(_handle, "partitions")
            name = _scope_lsp.variable_attribute(_handle, "name")
            self._dims = dims_from(_scope_lsp.variable_attribute(_handle, "shape"))
            self._dtype = dtype_from(_scope_lsp.variable_attribute(_handle, "dtype"))
        else:
            self._dims = as_dims(shape)
            self._dtype = _dtypes.as_dtype(dtype)
        self._partitions = None if partitions is None else list(partitions)
        self.name = name

    def __iter__(self):
        return iter(self._variable_list)

    def __len__(self):
        return len(self._variable_list)

    def _axis(self):
        for axis in range(len(self._partitions)):
            if self._partitions[axis] > 1:
                return axis
        return 0

    @property
    def shape(self):
        return reveal(self._dims)

    def get_shape(self):
        return reveal(self._dims)

    @property
    def dtype(self):
        return self._dtype

    def _get_variable_list(self):
        return self._variable_list

    def _get_partitions(self):
        return self._partitions

    def as_tensor(self):
        if len(self._variable_list) > 1:
            with _scope_lsp.in_name_scope(self.name + "/ConcatPartitions/"):
                with _scope_lsp.in_name_scope("concat") as scope:
                    create("Const", "axis", (), dtype=_dtypes.int32)
                create("ConcatV2", scope, self._dims, dtype=self._dtype, inputs=self._variable_list)
        with _scope_lsp.in_name_scope(None):
            return create(
                "Identity", self.name, self._dims, dtype=self._dtype, inputs=self._variable_list
            )

    def _as_tensor(self, dtype=None, name=None, as_ref=False):
        return self.as_tensor()

    def _apply(self, method, value, name):
        return [getattr(shard, method)(value, name=name) for shard in self._variable_list]

    def assign(self, value, use_locking=False, name=None, read_value=True):
        return self._apply("assign", value, name)

    def assign_add(self, value, use_locking=False, name=None, read_value=True):
        return self._apply("assign_add", value, name)

    def assign_sub(self, value, use_locking=False, name=None, read_value=True):
        return self._apply("assign_sub", value, name)


_NUMBERS = (bool, int, float, complex)
_SYMBOLS = {
    "add": "+",
    "sub": "-",
    "mul": "*",
    "truediv": "/",
    "floordiv": "//",
    "mod": "%",
    "pow": "** or pow()",
    "matmul": "@",
}


def _define(name, symbol):
    """A partitioned variable has no operators; it can stand beside a tensor, which has them."""

    def refused(one, other):
        kinds = (type(one).__name__, type(other).__name__)
        return _scope_lsp.fail(
            "unsupported operand type(s) for %s: '%s' and '%s'" % (symbol, *kinds),
            exception="TypeError",
        )

    def has_none(other):
        return _scope_lsp.is_known(other) and isinstance(other, (PartitionedVariable, *_NUMBERS))

    def operator(self, other):
        return refused(self, other) if has_none(other) else NotImplemented

    def reversed_operator(self, other):
        return refused(other, self) if has_none(other) else NotImplemented

    setattr(PartitionedVariable, "__" + name + "__", operator)
    setattr(PartitionedVariable, "__r" + name + "__", reversed_operator)


for _name, _symbol in _SYMBOLS.items():
    _define(_name, _symbol)
