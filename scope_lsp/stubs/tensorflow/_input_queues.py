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


def batch(
    tensors,
    batch_size,
    num_threads=1,
    capacity=32,
    enqueue_many=False,
    shapes=None,
    dynamic_pad=False,
    allow_smaller_final_batch=False,
    shared_name=None,
    name=None,
):
    count = None if allow_smaller_final_batch else batch_size
    return _batched("batch", tensors, count, many=enqueue_many, shapes=shapes, name=name)


def batch_join(
    tensors_list,
    batch_size,
    capacity=32,
    enqueue_many=False,
    shapes=None,
    dynamic_pad=False,
    allow_smaller_final_batch=False,
    shared_name=None,
    name=None,
):
    count = None if allow_smaller_final_batch else batch_size
    return _batched(
        "batch_join", _first(tensors_list), count, many=enqueue_many, shapes=shapes, name=name
    )


def shuffle_batch(
    tensors,
    batch_size,
    capacity,
    min_after_dequeue,
    num_threads=1,
    seed=None,
    enqueue_many=False,
    shapes=None,
    allow_smaller_final_batch=False,
    shared_name=None,
    name=None,
):
    count = None if allow_smaller_final_batch else batch_size
    return _batched("shuffle_batch", tensors, count, many=enqueue_many, shapes=shapes, name=name)


def shuffle_batch_join(
    tensors_list,
    batch_size,
    capacity,
    min_after_dequeue,
    seed=None,
    enqueue_many=False,
    shapes=None,
    allow_smaller_final_batch=False,
    shared_name=None,
    name=None,
):
    count = None if allow_smaller_final_batch else batch_size
    return _batched(
        "shuffle_batch_join",
        _first(tensors_list),
        count,
        many=enqueue_many,
        shapes=shapes,
        name=name,
    )


def bucket(
    tensors,
    which_bucket,
    batch_size,
    num_buckets,
    num_threads=1,
    capacity=32,
    bucket_capacities=None,
    shapes=None,
    dynamic_pad=False,
    allow_smaller_final_batch=False,
    keep_input=True,
    shared_name=None,
    name=None,
):
    """contrib/training/python/training/bucket_ops.py; the queues are not made one by one."""
    is_open = allow_smaller_final_batch or isinstance(batch_size, (list, tuple))
    count = None if is_open else batch_size
    return _batched("bucket", tensors, count, many=False, shapes=shapes, name=name, numbered=True)


def bucket_by_sequence_length(
    input_length,
    tensors,
    batch_size,
    bucket_boundaries,
    num_threads=1,
    capacity=32,
    bucket_capacities=None,
    shapes=None,
    dynamic_pad=False,
    allow_smaller_final_batch=False,
    keep_input=True,
    shared_name=None,
    name=None,
):
    with scope(name, "bucket_by_sequence_length"):
        if not _scope_lsp.is_known(tensors):
            return _scope_lsp.unknown("batches of unknown examples by their length")
        keys = sorted(tensors) if isinstance(tensors, dict) else None
        examples = list(tensors) if keys is None else [tensors[key] for key in keys]
        _, outputs = bucket(
            [convert(input_length, _dtypes.int32, "input_length")] + examples,
            None,
            batch_size,
            num_buckets=None,
            shapes=None if shapes is None else [()] + list(shapes),
            allow_smaller_final_batch=allow_smaller_final_batch,
        )
        lengths, batches = outputs[0], outputs[1:]
        if keys is None:
            return lengths, batches
        return lengths, dict(zip(keys, batches if len(keys) > 1 else [batches]))


def _first(tensors_list):
    """The examples of the first reader: those of the others are like them."""
    if (
        _scope_lsp.is_known(tensors_list)
        and isinstance(tensors_list, (list, tuple))
        and tensors_list
    ):
        return tensors_list[0]
    return _scope_lsp.unknown("examples")


def _batched(default, tensors, count, many, shapes, name, numbered=False):
    """Batches of single examples, or of batches; the given shapes are believed (`_shapes`).

    Those out of buckets are `numbered`: the first output is the number of the bucket.
    """
    with scope(name, default) as scope_name:
        if not _scope_lsp.is_known(tensors):
            return _scope_lsp.unknown("batches of unknown examples")
        keys = sorted(tensors) if isinstance(tensors, dict) else None
        if keys is not None:
            values = [tensors[key] for key in keys]
        else:
            values = list(tensors) if isinstance(tensors, (list, tuple)) else [tensors]
        values = [convert(value) for value in values]
        if shapes is not None:
            given = _scope_lsp.is_known(shapes) and len(shapes) == len(values)
            rests = [as_dims(shape) for shape in shapes] if given else [UNSURE] * len(values)
        else:
            skip = 1 if many else 0
            rests = [x._dims[skip:] if isinstance(x._dims, tuple) else UNSURE for x in values]
        outputs = [
            (as_dims([count]) + rest if isinstance(rest, tuple) else UNSURE, base_dtype(x))
            for x, rest in zip(values, rests)
        ]
        if numbered:
            outputs = [((), _dtypes.int32)] + outputs
            number, *results = create_many("QueueDequeueV2", "dequeue_top", outputs, inputs=())
            return number, _as_given(keys, results)
        return _as_given(keys, create_many("QueueDequeueManyV2", scope_name, outputs, inputs=()))


def _as_given(keys, results):
    """`_as_original_type`."""
    if keys is not None:
        return dict(zip(keys, results))
    return results[0] if len(results) == 1 else results
