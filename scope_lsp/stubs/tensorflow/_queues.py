"""Queues, and the readers that take names of files out of them: what comes out has known shapes.

Not here: the queues that `tf.train` makes of lists and batches (`_input_queues`).  Modelled on
ops/data_flow_ops.py (QueueBase) and ops/io_ops.py (ReaderBase) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._shape import UNSURE, as_dims, reveal
from tensorflow._tensor import convert, create, create_many, create_op, dtype_of, scope


def _listed(value):
    return list(value) if _scope_lsp.is_a(value, (list, tuple)) else [value]


class QueueBase:
    _op_type = "FIFOQueueV2"

    def __init__(self, dtypes, shapes, names, queue_ref):
        self._dtypes = dtypes
        self._shapes = shapes
        self._names = names
        self._queue_ref = queue_ref
        self._name = queue_ref.name.rpartition("/")[2]

    @staticmethod
    def from_list(index, queues):
        return queues[index] if _scope_lsp.is_known(index) else queues[0]

    def _outputs(self, front):
        """The dims and dtypes of what is taken out, with `front` before the dims of one element."""
        outputs = []
        for index, dtype in enumerate(self._dtypes):
            dims = None
            if self._shapes is not None:
                dims = self._shapes[index] if index < len(self._shapes) else UNSURE
                dims = front + dims if isinstance(dims, tuple) else dims
            outputs.append((dims, dtype))
        return outputs

    def _taken(self, op_type, name, front):
        tensors = create_many(op_type, name, self._outputs(front), inputs=())
        if self._names is not None:
            return dict(zip(self._names, tensors))
        return tensors[0] if len(tensors) == 1 else tensors

    @property
    def queue_ref(self):
        return _scope_lsp.unknown("the handle of a queue")

    @property
    def name(self):
        return self._queue_ref.name

    @property
    def dtypes(self):
        return self._dtypes

    @property
    def names(self):
        return self._names

    @property
    def shapes(self):
        return [reveal(dims) for dims in self._shapes or [None] * len(self._dtypes)]

    def _put(self, vals, name, suffix, op_type):
        with scope(name, self._name + suffix) as scope_name:
            values = (
                [vals[key] for key in sorted(vals)]
                if _scope_lsp.is_a(vals, dict)
                else _listed(vals)
            )
            for index, value in enumerate(values):
                convert(value, None, "component_" + str(index))
            return create_op(op_type, scope_name)

    def enqueue(self, vals, name=None):
        return self._put(vals, name, "_enqueue", op_type="QueueEnqueueV2")

    def enqueue_many(self, vals, name=None):
        return self._put(vals, name, "_EnqueueMany", op_type="QueueEnqueueManyV2")

    def dequeue(self, name=None):
        return self._taken("QueueDequeueV2", self._name + "_Dequeue" if name is None else name, ())

    def dequeue_many(self, n, name=None):
        front = as_dims([n])
        return self._taken(
            "QueueDequeueManyV2", self._name + "_DequeueMany" if name is None else name, front
        )

    def dequeue_up_to(self, n, name=None):
        return self._taken(
            "QueueDequeueUpToV2", self._name + "_DequeueUpTo" if name is None else name, (None,)
        )

    def close(self, cancel_pending_enqueues=False, name=None):
        return create_op("QueueCloseV2", self._name + "_Close" if name is None else name)

    def is_closed(self, name=None):
        return create(
            "QueueIsClosedV2",
            self._name + "_Is_Closed" if name is None else name,
            (),
            dtype=_dtypes.bool,
            inputs=(),
        )

    def size(self, name=None):
        return create(
            "QueueSizeV2",
            self._name + "_Size" if name is None else name,
            (),
            dtype=_dtypes.int32,
            inputs=(),
        )


def _shape_list(shapes, count):
    """The dims of each component (data_flow_ops._as_shape_list)."""
    if not _scope_lsp.is_known(shapes):
        return [UNSURE] * count
    if not isinstance(shapes, (list, tuple)):
        return [as_dims(shapes)]
    for shape in shapes:
        if _scope_lsp.is_a(shape, (list, tuple)) or hasattr(shape, "as_list"):
            return [as_dims(shape) for shape in shapes]
    return (
        [as_dims(shapes)] if count == 1 or _scope_lsp.ints(shapes) is not None else [UNSURE] * count
    )


def _made(queue, op_type, name, dtypes, shapes, names):
    dtypes = (
        [dtype_of(dtype) for dtype in _listed(dtypes)] if _scope_lsp.is_known(dtypes) else [None]
    )
    if shapes is not None:
        shapes = _shape_list(shapes, len(dtypes))
    names = _listed(names) if names is not None and _scope_lsp.is_known(names) else None
    QueueBase.__init__(queue, dtypes, shapes, names=names, queue_ref=create_op(op_type, name))


class RandomShuffleQueue(QueueBase):
    def __init__(
        self,
        capacity,
        min_after_dequeue,
        dtypes,
        shapes=None,
        names=None,
        seed=None,
        shared_name=None,
        name="random_shuffle_queue",
    ):
        _made(self, "RandomShuffleQueueV2", name, dtypes=dtypes, shapes=shapes, names=names)


class FIFOQueue(QueueBase):
    def __init__(
        self, capacity, dtypes, shapes=None, names=None, shared_name=None, name="fifo_queue"
    ):
        _made(self, "FIFOQueueV2", name, dtypes=dtypes, shapes=shapes, names=names)


class PaddingFIFOQueue(QueueBase):
    def __init__(
        self, capacity, dtypes, shapes, names=None, shared_name=None, name="padding_fifo_queue"
    ):
        _made(self, "PaddingFIFOQueueV2", name, dtypes=dtypes, shapes=shapes, names=names)


class PriorityQueue(QueueBase):
    def __init__(
        self, capacity, types, shapes=None, names=None, shared_name=None, name="priority_queue"
    ):
        _made(self, "PriorityQueueV2", name, dtypes=types, shapes=shapes, names=names)
        self._dtypes = [_dtypes.int64] + self._dtypes
        self._shapes = None if self._shapes is None else [()] + self._shapes


class ReaderBase:
    def __init__(self, reader_ref, supports_serialize=False):
        self._reader_ref = reader_ref

    @property
    def reader_ref(self):
        return _scope_lsp.unknown("the handle of a reader")

    def read(self, queue, name=None):
        return create_many(
            "ReaderReadV2",
            "ReaderReadV2" if name is None else name,
            [((), _dtypes.string), ((), _dtypes.string)],
            inputs=(),
        )

    def read_up_to(self, queue, num_records, name=None):
        return create_many(
            "ReaderReadUpToV2",
            "ReaderReadUpToV2" if name is None else name,
            [((None,), _dtypes.string), ((None,), _dtypes.string)],
            inputs=(),
        )

    def num_records_produced(self, name=None):
        return create("ReaderNumRecordsProducedV2", name, (), dtype=_dtypes.int64, inputs=())

    def num_work_units_completed(self, name=None):
        return create("ReaderNumWorkUnitsCompletedV2", name, (), dtype=_dtypes.int64, inputs=())

    def serialize_state(self, name=None):
        return create("ReaderSerializeStateV2", name, (), dtype=_dtypes.string, inputs=())

    def restore_state(self, state, name=None):
        return create_op("ReaderRestoreStateV2", name)

    def reset(self, name=None):
        return create_op("ReaderResetV2", name)

    @property
    def supports_serialize(self):
        return _scope_lsp.unknown("whether a reader can serialize its state")


class WholeFileReader(ReaderBase):
    def __init__(self, name=None):
        ReaderBase.__init__(self, create_op("WholeFileReaderV2", name))


class TextLineReader(ReaderBase):
    def __init__(self, skip_header_lines=None, name=None):
        ReaderBase.__init__(self, create_op("TextLineReaderV2", name))


class FixedLengthRecordReader(ReaderBase):
    def __init__(
        self,
        record_bytes,
        header_bytes=None,
        footer_bytes=None,
        hop_bytes=None,
        name=None,
        encoding=None,
    ):
        ReaderBase.__init__(self, create_op("FixedLengthRecordReaderV2", name))


class TFRecordReader(ReaderBase):
    def __init__(self, name=None, options=None):
        ReaderBase.__init__(self, create_op("TFRecordReaderV2", name))


class LMDBReader(ReaderBase):
    def __init__(self, name=None, options=None):
        ReaderBase.__init__(self, create_op("LMDBReader", name))


class IdentityReader(ReaderBase):
    def __init__(self, name=None):
        ReaderBase.__init__(self, create_op("IdentityReaderV2", name))
