"""tensorflow.contrib.layers.python.ops.sparse_ops: dense tensors as sparse ones.

Modelled on contrib/layers/python/ops/sparse_ops.py of TensorFlow 1.15.5.
"""

from tensorflow import _dtypes
from tensorflow._array_ops import shape
from tensorflow._sparse_ops import SparseTensor
from tensorflow._tensor import convert, create, pop, push


def dense_to_sparse_tensor(dense_tensor, ignore_value=None):
    push("DenseToSparseTensor", None)
    dense = convert(dense_tensor)
    rank = len(dense._dims) if isinstance(dense._dims, tuple) else None
    indices = create("Where", "indices", (None, rank), dtype=_dtypes.int64, inputs=[dense])
    values = create("GatherNd", "values", (None,), dtype=dense._dtype, inputs=[dense, indices])
    found = SparseTensor(indices, values, shape(dense, "dense_shape", _dtypes.int64))
    pop()
    return found
