"""The ops of a variable: how it is read, assigned to and updated in parts.

Modelled on ops/variables.py and ops/resource_variable_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._operation import made_before
from tensorflow._shape import UNSURE
from tensorflow._tensor import Operators, Tensor, apply, convert, create, create_op


class VariableOps(Operators):
    """What `tf.Variable` does with its `_handle`; its `_resource` says of which kind it is."""

    def value(self):
        if self._resource:
            return create("ReadVariableOp", None, self._dims, dtype=self._dtype, inputs=(self,))
        read = made_before(self._snapshot)
        if read is None:
            read = Tensor(
                self._op_name + "/read", "Identity", self._dims, dtype=self._dtype, inputs=(self,)
            )
        self._snapshot = read
        read._dims = self._dims
        return read

    def read_value(self):
        if not self._resource:
            return create("Identity", "read", self._dims, dtype=self._dtype, inputs=(self,))
        with _scope_lsp.in_name_scope("Read"):
            create("ReadVariableOp", None, self._dims, dtype=self._dtype, inputs=(self,))
        return create("Identity", None, self._dims, dtype=self._dtype, inputs=(self,))

    def initialized_value(self):
        create("IsVariableInitialized", None, (), dtype=_dtypes.bool)
        with _scope_lsp.in_name_scope("cond") as scope:
            pass
        return Tensor(scope + "Merge", "Merge", self._dims, dtype=self._dtype, inputs=(self,))

    def is_initialized(self, name=None):
        return create("VarIsInitializedOp", name, (), dtype=_dtypes.bool)

    def assign(self, value, use_locking=False, name=None, read_value=True):
        return self._update("Assign", "AssignVariableOp", value, name=name, read_value=read_value)

    def assign_add(self, delta, use_locking=False, name=None, read_value=True):
        return self._update(
            "AssignAdd", "AssignAddVariableOp", delta, name=name, read_value=read_value
        )

    def assign_sub(self, delta, use_locking=False, name=None, read_value=True):
        return self._update(
            "AssignSub", "AssignSubVariableOp", delta, name=name, read_value=read_value
        )

    def _update(self, op_type, resource_op_type, value, name, read_value):
        dtype = self._dtype
        if self._resource:
            convert(value, dtype)
            result = create_op(resource_op_type, name)
            return self._lazy_read() if read_value else result
        full, _ = apply(op_type, name, (self._ref(), "ref"), (value, "value"))
        result = create(op_type, full, self._dims, dtype=None if dtype is None else dtype._as_ref)
        return result if read_value else result.op

    def _lazy_read(self):
        return create("ReadVariableOp", None, self._dims, dtype=self._dtype, inputs=(self,))

    def scatter_sub(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Sub", name)

    def scatter_add(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Add", name)

    def scatter_max(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Max", name)

    def scatter_min(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Min", name)

    def scatter_mul(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Mul", name)

    def scatter_div(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Div", name)

    def scatter_update(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Update", name)

    def scatter_nd_sub(self, indices, updates, name=None):
        return self._scatter("NdSub", name)

    def scatter_nd_add(self, indices, updates, name=None):
        return self._scatter("NdAdd", name)

    def scatter_nd_update(self, indices, updates, name=None):
        return self._scatter("NdUpdate", name)

    def _scatter(self, kind, name):
        dtype = self._dtype
        if self._resource:
            create_op("ResourceScatter" + kind, name)
            return self._lazy_read()
        return create(
            "Scatter" + kind, name, self._dims, dtype=None if dtype is None else dtype._as_ref
        )

    def count_up_to(self, limit):
        return create("CountUpTo", None, (), dtype=self._dtype)

    def sparse_read(self, indices, name=None):
        with _scope_lsp.in_name_scope("Gather" if name is None else name) as scope:
            result = create("ResourceGather", scope, UNSURE, dtype=self._dtype, inputs=(self,))
        return create("Identity", None, result._dims, dtype=self._dtype, inputs=(self,))
