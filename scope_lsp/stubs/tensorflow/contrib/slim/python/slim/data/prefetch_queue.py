"""`slim.prefetch_queue`: batches that wait in a queue, of the shapes that they went in with.

Modelled on contrib/slim/python/slim/data/prefetch_queue.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._queues import FIFOQueue, PaddingFIFOQueue
from tensorflow._tensor import convert, scope


def prefetch_queue(
    tensors, capacity=8, num_threads=1, dynamic_pad=False, shared_name=None, name=None
):
    if not _scope_lsp.is_known(tensors):
        return _scope_lsp.unknown("a queue of unknown tensors")
    names = sorted(tensors) if isinstance(tensors, dict) else None
    values = [
        convert(tensor)
        for tensor in (tensors if names is None else [tensors[key] for key in names])
    ]
    with scope(name, "prefetch_queue"):
        made = PaddingFIFOQueue if dynamic_pad else FIFOQueue
        queue = made(
            capacity,
            [value._dtype for value in values],
            [value.get_shape() for value in values],
            names=names,
            shared_name=shared_name,
        )
        queue.enqueue(tensors)
        queue.size()
        return queue
