"""`tf.sparse`."""

from tensorflow._sparse_ops import (
    SparseTensor,
    SparseTensorValue,
    sparse_placeholder,
    sparse_retain,
    sparse_tensor_dense_matmul,
    sparse_tensor_to_dense,
)
from tensorflow._sparse_layout import (
    sparse_concat,
    sparse_fill_empty_rows,
    sparse_reorder,
    sparse_reshape,
    sparse_slice,
    sparse_softmax,
    sparse_transpose,
)
from tensorflow._unmodelled import lookup

placeholder = sparse_placeholder
matmul = sparse_dense_matmul = sparse_tensor_dense_matmul
retain = sparse_retain
concat = sparse_concat
fill_empty_rows = sparse_fill_empty_rows
reorder = sparse_reorder
reshape = sparse_reshape
slice = sparse_slice
softmax = sparse_softmax
transpose = sparse_transpose
to_dense = sparse_tensor_to_dense


def __getattr__(name):
    return lookup("sparse." + name)
