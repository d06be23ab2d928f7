"""What `SparseTensor` and `IndexedSlices` have in common: they are made of several tensors.

Modelled on framework/{composite_tensor,sparse_tensor,indexed_slices}.py of TensorFlow 1.15.5.
"""


class CompositeTensor:
    """A value whose elements are in its tensor `values`."""

    @property
    def dtype(self):
        return self.values.dtype

    @property
    def op(self):
        return self.values.op

    @property
    def graph(self):
        return self.values.graph
