"""`tf.contrib.data`: the older names of `tf.data.experimental`."""

from tensorflow.data.experimental import (
    bucket_by_sequence_length,
    enumerate_dataset,
    group_by_window,
    ignore_errors,
    make_batched_features_dataset,
    map_and_batch,
    parallel_interleave,
    prefetch_to_device,
    shuffle_and_repeat,
    unbatch,
    unique,
)
from tensorflow._unmodelled import lookup as _lookup


def batch_and_drop_remainder(batch_size):
    return lambda dataset: dataset.batch(batch_size, True)


def padded_batch_and_drop_remainder(batch_size, padded_shapes, padding_values=None):
    return lambda dataset: dataset.padded_batch(
        batch_size, padded_shapes, padding_values, drop_remainder=True
    )


def __getattr__(name):
    return _lookup("contrib.data." + name)
