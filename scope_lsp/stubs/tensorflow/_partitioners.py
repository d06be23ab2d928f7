"""Functions that say into how many parts a variable is cut.

Modelled on ops/partitioned_variables.py of TensorFlow 1.15.5.
"""

import math

from tensorflow import _dtypes
from tensorflow._shape import TensorShape
from tensorflow._variable_scope import variable_scope


def variable_axis_size_partitioner(
    max_shard_bytes, axis=0, bytes_per_string_element=16, max_shards=None
):
    if max_shard_bytes < 1 or bytes_per_string_element < 1:
        raise ValueError("Both max_shard_bytes and bytes_per_string_element must be positive.")
    if max_shards and max_shards < 1:
        raise ValueError("max_shards must be positive.")

    def _partitioner(shape, dtype):
        sizes = shape.as_list()
        elements = 1
        for size in sizes:
            elements = elements * size
        per_slice = elements / sizes[axis] * _element_size(dtype, bytes_per_string_element)
        slices_per_shard = max(1, math.floor(max_shard_bytes / per_slice))
        shards = int(math.ceil(sizes[axis] / slices_per_shard))
        if max_shards:
            shards = min(max_shards, shards)
        partitions = [1] * len(sizes)
        partitions[axis] = shards
        return partitions

    return _partitioner


def min_max_variable_partitioner(
    max_partitions=1, axis=0, min_slice_size=256 << 10, bytes_per_string_element=16
):
    def _partitioner(shape, dtype):
        sizes = shape.as_list()
        if axis >= len(sizes):
            raise ValueError(
                "Can not partition variable along axis %d when shape is only %s"
                % (axis, TensorShape(sizes))
            )
        total = _element_size(dtype, bytes_per_string_element)
        for size in sizes:
            total = total * size
        partitions = [1] * len(sizes)
        partitions[axis] = max(
            1, min(sizes[axis], max_partitions, int(math.ceil(total / min_slice_size)))
        )
        return partitions

    return _partitioner


def fixed_size_partitioner(num_shards, axis=0):
    def _partitioner(shape, **unused_args):
        sizes = shape.as_list()
        partitions = [1] * len(sizes)
        partitions[axis] = min(num_shards, sizes[axis])
        return partitions

    return _partitioner


def _element_size(dtype, bytes_per_string_element):
    return bytes_per_string_element if dtype.base_dtype == _dtypes.string else dtype.size


def create_partitioned_variables(
    shape,
    slicing,
    initializer,
    dtype=_dtypes.float32,
    trainable=True,
    collections=None,
    name=None,
    reuse=None,
):
    if len(shape) != len(slicing):
        raise ValueError(
            "The 'shape' and 'slicing' of a partitioned Variable must have the length: shape: %s, "
            "slicing: %s" % (shape, slicing)
        )
    if len(shape) < 1:
        raise ValueError("A partitioned Variable must have rank at least 1: shape: %s" % shape)
    with variable_scope(name, "PartitionedVariable", reuse=reuse) as scope:
        partitioned = scope._get_partitioned_variable(
            shape,
            dtype,
            initializer,
            trainable=trainable,
            collections=collections,
            partitioner=lambda **unused_kwargs: slicing,
        )
        return list(partitioned)
