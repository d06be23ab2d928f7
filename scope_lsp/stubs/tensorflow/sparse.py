"""`tf.sparse`."""

from tensorflow._sparse_ops import (
    SparseTensor,
    SparseTensorValue,
    sparse_placeholder,
    sparse_retain,
    sparse_tensor_dense_matmul,
    sparse_tensor_to_dense,
)
from tensorflow._unmodelled import lookup

placeholder = sparse_placeholder
matmul = sparse_dense_matmul = sparse_tensor_dense_matmul
retain = sparse_retain
to_dense = sparse_tensor_to_dense


def __getattr__(name):
    return lookup("sparse." + name)
