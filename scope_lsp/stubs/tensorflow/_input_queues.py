"""Queues that feed a model: their batches' shapes, and the epochs that they count.

Modelled on training/input.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import identity
from tensorflow._array_slicing import gather
from tensorflow._constant_ops import range_
from tensorflow._graph import GraphKeys
from tensorflow._shape import UNSURE, as_dims, is_int
from tensorflow._tensor import base_dtype, constant, convert, create, create_many, create_op, scope
from tensorflow._variables import Variable


def match_filenames_once(pattern, name=None):
    with scope(name, "matching_filenames") as scope_name:
        files = create("MatchingFiles", None, (None,), dtype=_dtypes.string, inputs=())
        return Variable(
            files,
            trainable=False,
            validate_shape=False,
            collections=[GraphKeys.LOCAL_VARIABLES],
            name=scope_name,
        )


def limit_epochs(tensor, num_epochs=None, name=None):
    if num_epochs is None:
        return tensor
    with scope(name, "limit_epochs") as scope_name:
        epochs = Variable(
            constant(0, _dtypes.int64),
            trainable=False,
            collections=[GraphKeys.LOCAL_VARIABLES],
            name="epochs",
        )
        epochs.count_up_to(num_epochs)
        return identity(tensor, scope_name)


class _Queue:
    def __init__(self, name, dtype, dims):
        self._dtype = dtype
        self._dims = dims
        self.name = create_op("FIFOQueueV2", name).name
        self.queue_ref = _scope_lsp.unknown("a queue")

    def dequeue(self, name=None):
        return create(
            "QueueDequeueV2",
            self.name + "_Dequeue" if name is None else name,
            self._dims,
            dtype=self._dtype,
            inputs=(),
        )

    def dequeue_many(self, n, name=None):
        dims = as_dims([n]) + self._dims if isinstance(self._dims, tuple) else self._dims
        return create(
            "QueueDequeueManyV2",
            self.name + "_DequeueMany" if name is None else name,
            dims,
            dtype=self._dtype,
            inputs=(),
        )

    def enqueue(self, vals, name=None):
        return create_op("QueueEnqueueV2", self.name + "_enqueue" if name is None else name)

    enqueue_many = enqueue

    def size(self, name=None):
        return create(
            "QueueSizeV2", self.name + "_Size" if name is None else name, (), dtype=_dtypes.int32
        )

    def close(self, cancel_pending_enqueues=False, name=None):
        return create_op("QueueCloseV2", self.name + "_Close" if name is None else name)


def input_producer(
    input_tensor,
    element_shape=None,
    num_epochs=None,
    shuffle=True,
    seed=None,
    capacity=32,
    shared_name=None,
    summary_name=None,
    name=None,
    cancel_op=None,
):
    with scope(name, "input_producer"):
        elements = limit_epochs(convert(input_tensor, None, "input_tensor"), num_epochs)
        dims = elements._dims[1:] if isinstance(elements._dims, tuple) else elements._dims
        return _Queue(
            "fifo_queue" if name is None else name,
            base_dtype(elements),
            dims if element_shape is None else as_dims(element_shape),
        )


def string_input_producer(
    string_tensor,
    num_epochs=None,
    shuffle=True,
    seed=None,
    capacity=32,
    shared_name=None,
    name=None,
    cancel_op=None,
):
    with scope(name, "input_producer") as scope_name:
        return input_producer(
            convert(string_tensor, _dtypes.string), [], num_epochs, name=scope_name
        )


def range_input_producer(
    limit, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None, name=None
):
    with scope(name, "input_producer") as scope_name:
        return input_producer(range_(limit), [], num_epochs, name=scope_name)


def slice_input_producer(
    tensor_list, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None, name=None
):
    with scope(name, "input_producer"):
        if not _scope_lsp.is_known(tensor_list):
            return _scope_lsp.unknown("the elements of unknown tensors")
        tensors = [convert(tensor) for tensor in tensor_list]
        first = tensors[0]._dims
        count = (
            first[0]
            if isinstance(first, tuple) and first and is_int(first[0])
            else create("StridedSlice", None, (), dtype=_dtypes.int32)
        )
        index = range_input_producer(count, num_epochs).dequeue()
        return [gather(tensor, index) for tensor in tensors]


def _joined(default, takes, takes_list):
    """A function that gives batches of single examples, or of batches."""

    @_scope_lsp.takes(takes)
    def batches(tensors, batch_size, *args, **named):
        with scope(named.get("name"), default) as scope_name:
            return _batched(tensors, batch_size, named, name=scope_name)

    @_scope_lsp.takes(takes_list)
    def batches_of_several(tensors_list, batch_size, *args, **named):
        with scope(named.get("name"), default + "_join") as scope_name:
            known = (
                _scope_lsp.is_known(tensors_list)
                and isinstance(tensors_list, (list, tuple))
                and tensors_list
            )
            return _batched(
                tensors_list[0] if known else _scope_lsp.unknown("examples"),
                batch_size,
                named,
                name=scope_name,
            )

    return batches, batches_of_several


def _parameters_of_x(
    tensors,
    batch_size,
    num_threads=None,
    capacity=None,
    enqueue_many=None,
    shapes=None,
    dynamic_pad=None,
    allow_smaller_final_batch=None,
    shared_name=None,
    name=None,
): ...


def _parameters_of_x_2(
    tensors_list,
    batch_size,
    capacity=None,
    enqueue_many=None,
    shapes=None,
    dynamic_pad=None,
    allow_smaller_final_batch=None,
    shared_name=None,
    name=None,
): ...


batch, batch_join = _joined(
    "batch",
    _parameters_of_x,
    _parameters_of_x_2,
)


def _parameters_of_x_3(
    tensors,
    batch_size,
    capacity,
    min_after_dequeue,
    num_threads=None,
    seed=None,
    enqueue_many=None,
    shapes=None,
    allow_smaller_final_batch=None,
    shared_name=None,
    name=None,
): ...


def _parameters_of_x_4(
    tensors_list,
    batch_size,
    capacity,
    min_after_dequeue,
    seed=None,
    enqueue_many=None,
    shapes=None,
    allow_smaller_final_batch=None,
    shared_name=None,
    name=None,
): ...


shuffle_batch, shuffle_batch_join = _joined(
    "shuffle_batch",
    _parameters_of_x_3,
    _parameters_of_x_4,
)


def _batched(tensors, batch_size, named, name):
    if not _scope_lsp.is_known(tensors):
        return _scope_lsp.unknown("batches of unknown examples")
    keys = sorted(tensors) if isinstance(tensors, dict) else None
    one = keys is None and not isinstance(tensors, (list, tuple))
    values = (
        [tensors]
        if one
        else ([tensors[key] for key in keys] if keys is not None else list(tensors))
    )
    count = None if named.get("allow_smaller_final_batch") else batch_size
    skip = 1 if named.get("enqueue_many") else 0
    outputs = []
    for value in values:
        x = convert(value)
        rest = x._dims[skip:] if isinstance(x._dims, tuple) else UNSURE
        outputs.append(
            (as_dims([count]) + rest if isinstance(rest, tuple) else UNSURE, base_dtype(x))
        )
    results = create_many("QueueDequeueManyV2", name, outputs, inputs=())
    if keys is not None:
        return dict(zip(keys, results))
    return results[0] if len(results) == 1 else results
