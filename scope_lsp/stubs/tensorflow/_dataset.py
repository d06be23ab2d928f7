"""`tf.data.Dataset` and its iterators: what an element looks like, the functions that are mapped.

A mapped function is run once, in a graph of its own.  How many elements there are is not known.

Modelled on data/ops/{dataset_ops,iterator_ops}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import UNSURE
from tensorflow._element_specs import (
    UNKNOWN,
    TensorSpec,
    either,
    flatten,
    map_structure,
    spec,
    spec_of,
    specs_from,
    tensors,
    with_dims,
)
from tensorflow._shape import as_dim, as_dims
from tensorflow._tensor import convert, create, create_op, scope

is_a = _scope_lsp.is_a


def run_mapped(function, structure):
    """Call a program's function with an element; the spec of what it returns."""
    if not _scope_lsp.is_known(function):
        return UNKNOWN
    with _scope_lsp.in_graph(_scope_lsp.new_function_graph()):
        element = tensors(structure, "args")
        if structure is UNKNOWN or is_a(element, tuple):
            result = function(*element)  # an element that is not known may be a tuple
        else:
            result = function(element)
        if is_a(result, list):  # StructuredFunctionWrapper: tensors in a list need not fit together
            result = tuple(result)
        return result._element if is_a(result, Dataset) else spec_of(result)


def _batched(structure, batch_size, drop_remainder):
    first = UNSURE
    if _scope_lsp.is_known(drop_remainder):
        first = as_dim(batch_size) if drop_remainder else None
    return with_dims(structure, lambda dims: (first,) + dims if isinstance(dims, tuple) else dims)


def _unbatched(structure):
    return with_dims(structure, lambda dims: dims[1:] if isinstance(dims, tuple) else dims)


def _padded(structure, shapes, batch_size, drop_remainder):
    if shapes is None or not _scope_lsp.is_known(shapes):
        inner = with_dims(
            structure, lambda dims: (UNSURE,) * len(dims) if isinstance(dims, tuple) else dims
        )
    else:
        inner = _padded_leaves(structure, shapes)
    return _batched(inner, batch_size, drop_remainder)


def _padded_leaves(structure, shapes):
    if is_a(structure, dict):
        return {key: _padded_leaves(structure[key], shapes[key]) for key in structure}
    if is_a(structure, tuple):
        return tuple([_padded_leaves(part, shape) for part, shape in zip(structure, shapes)])
    return (
        spec(as_dims(shapes), structure._dtype) if isinstance(structure, TensorSpec) else structure
    )


def made(element, op_type, *inputs):
    """The dataset that an op makes; what is no tensor among its (value, name) inputs is a constant.

    An op of a function that runs outside of the graph has no name there.
    """
    for value, name in inputs:
        convert(value, None, name)
    _scope_lsp.new_op(op_type, None)
    return Dataset(element)


class Dataset:
    def __init__(self, element=UNKNOWN, variant_tensor=None):
        self._element = element

    # Where elements come from.

    @staticmethod
    def from_tensors(tensors):
        with scope("normalize_element"):
            element = spec_of(tensors)
        return made(element, "TensorDataset")

    @staticmethod
    def from_tensor_slices(tensors):
        with scope("normalize_element"):
            element = _unbatched(spec_of(tensors))
        return made(element, "TensorSliceDataset")

    @staticmethod
    def from_sparse_tensor_slices(sparse_tensor):
        return Dataset()

    @staticmethod
    def from_generator(generator, output_types, output_shapes=None, args=None):
        Dataset.from_tensors(0)
        known = _scope_lsp.is_known(output_types)
        return made(specs_from(output_types, output_shapes) if known else UNKNOWN, "FlatMapDataset")

    @staticmethod
    def range(*args):
        bounds = (0, args[0], 1) if len(args) == 1 else (args + (1,))[:3]
        names = ("start", "stop", "step")
        return made(spec((), _dtypes.int64), "RangeDataset", *zip(bounds, names))

    @staticmethod
    def zip(datasets):
        return made(map_structure(_element_of, datasets), "ZipDataset")

    @staticmethod
    def list_files(file_pattern, shuffle=None, seed=None):
        with scope("list_files"):
            return Dataset(spec((), _dtypes.string))

    # What becomes of them.

    def _same(self, op_type, *inputs):
        return made(self._element, op_type, *inputs)

    def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=None):
        inputs = ((buffer_size, "buffer_size"), (seed or 0, "seed"), (0, "seed2"))
        return self._same("ShuffleDataset", *inputs)

    def repeat(self, count=None):
        return self._same("RepeatDataset", (-1 if count is None else count, "count"))

    def prefetch(self, buffer_size):
        return self._same("PrefetchDataset", (buffer_size, "buffer_size"))

    def cache(self, filename=""):
        return self._same("CacheDataset", (filename, "filename"))

    def skip(self, count):
        return self._same("SkipDataset", (count, "count"))

    def take(self, count):
        return self._same("TakeDataset", (count, "count"))

    def shard(self, num_shards, index):
        return self._same("ShardDataset", (num_shards, "num_shards"), (index, "index"))

    def with_options(self, options):
        return Dataset(self._element)

    def concatenate(self, dataset):
        return made(either(self._element, _element_of(dataset)), "ConcatenateDataset")

    def batch(self, batch_size, drop_remainder=False):
        return made(
            _batched(self._element, batch_size, drop_remainder),
            "BatchDatasetV2",
            (batch_size, "batch_size"),
            (drop_remainder, "drop_remainder"),
        )

    def padded_batch(
        self, batch_size, padded_shapes=None, padding_values=None, drop_remainder=False
    ):
        convert(batch_size, None, "batch_size")
        for leaf in flatten(self._element) if self._element is not UNKNOWN else ():
            _scope_lsp.new_op("Const", None)
            if padding_values is None:
                _scope_lsp.new_op("Const", "padding_value")
        return made(
            _padded(self._element, padded_shapes, batch_size, drop_remainder=drop_remainder),
            "PaddedBatchDatasetV2",
            (drop_remainder, "drop_remainder"),
        )

    def unbatch(self):
        self._same("MapDataset")
        return made(_unbatched(self._element), "UnbatchDataset")

    def enumerate(self, start=0):
        counted = Dataset.range(start, 2**63 - 1)
        return made((counted._element, self._element), "ZipDataset")

    def map(self, map_func, num_parallel_calls=None):
        element = run_mapped(map_func, self._element)
        if num_parallel_calls is None:
            return made(element, "MapDataset")
        return made(element, "ParallelMapDataset", (num_parallel_calls, "num_parallel_calls"))

    map_with_legacy_function = map

    def flat_map(self, map_func):
        return made(run_mapped(map_func, self._element), "FlatMapDataset")

    def interleave(self, map_func, cycle_length=-1, block_length=1, num_parallel_calls=None):
        element = run_mapped(map_func, self._element)
        inputs = [(cycle_length, "cycle_length"), (block_length, "block_length")]
        if num_parallel_calls is None:
            return made(element, "InterleaveDataset", *inputs)
        inputs.append((num_parallel_calls, "num_parallel_calls"))
        return made(element, "ParallelInterleaveDatasetV2", *inputs)

    def filter(self, predicate):
        run_mapped(predicate, self._element)
        return self._same("FilterDataset")

    filter_with_legacy_function = filter

    def window(self, size, shift=None, stride=1, drop_remainder=False):
        def windows(leaf):
            return Dataset(leaf)

        return made(
            map_structure(windows, self._element),
            "WindowDataset",
            (size, "size"),
            (size if shift is None else shift, "shift"),
            (stride, "stride"),
            (drop_remainder, "drop_remainder"),
        )

    def reduce(self, initial_state, reduce_func):
        with scope("initial_state"):
            state = spec_of(initial_state)
        run_mapped(lambda *args: reduce_func(*args), (state, self._element))
        return tensors(state, _scope_lsp.new_op("ReduceDataset", "ReduceDataset"))

    def apply(self, transformation_func):
        if not _scope_lsp.is_known(transformation_func):
            return Dataset()
        result = transformation_func(self)
        return result if is_a(result, Dataset) else Dataset()

    def options(self):
        return Options()

    # How they are reached.

    def make_one_shot_iterator(self):
        return Iterator(self._element, "OneShotIterator")

    def make_initializable_iterator(self, shared_name=None):
        convert("", None, "optimizations")
        self._same("OptimizeDataset")
        self._same("ModelDataset")
        iterator = Iterator(self._element, "IteratorV2")
        _scope_lsp.new_op("MakeIterator", None)
        return iterator

    def __iter__(self):
        return iter(_scope_lsp.unknown("the elements of a dataset"))

    @property
    def element_spec(self):
        return self._element

    @property
    def output_types(self):
        return output_types(self)

    @property
    def output_shapes(self):
        return output_shapes(self)

    @property
    def output_classes(self):
        return _scope_lsp.unknown("the classes of a dataset's elements")


def _element_of(dataset):
    return dataset._element if is_a(dataset, Dataset) else UNKNOWN


@_scope_lsp.takes(True, "get_legacy_output_types")
def output_types(dataset_or_iterator):
    return map_structure(
        lambda leaf: leaf.dtype if isinstance(leaf, TensorSpec) else _scope_lsp.unknown("a dtype"),
        dataset_or_iterator._element,
    )


@_scope_lsp.takes(True, "get_legacy_output_shapes")
def output_shapes(dataset_or_iterator):
    return map_structure(
        lambda leaf: leaf.shape if isinstance(leaf, TensorSpec) else _scope_lsp.unknown("a shape"),
        dataset_or_iterator._element,
    )


class Iterator:
    @_scope_lsp.takes(None)
    def __init__(self, element, op_type=None, *args):
        self._element = element
        if op_type is not None:
            _scope_lsp.new_op(op_type, None)
            self._handle = create("IteratorToStringHandle", None, (), dtype=_dtypes.string)

    @staticmethod
    def from_structure(output_types, output_shapes=None, shared_name=None, output_classes=None):
        known = _scope_lsp.is_known(output_types)
        return Iterator(specs_from(output_types, output_shapes) if known else UNKNOWN, "IteratorV2")

    @staticmethod
    def from_string_handle(string_handle, output_types, output_shapes=None, output_classes=None):
        known = _scope_lsp.is_known(output_types)
        return Iterator(
            specs_from(output_types, output_shapes) if known else UNKNOWN,
            "IteratorFromStringHandleV2",
        )

    def get_next(self, name=None):
        return tensors(self._element, _scope_lsp.new_op("IteratorGetNext", name))

    def __next__(self):
        return self.get_next()

    next = __next__

    def __iter__(self):
        return iter(_scope_lsp.unknown("the elements of a dataset"))

    @property
    def initializer(self):
        return _scope_lsp.unknown("the initializer of an iterator")

    def make_initializer(self, dataset, name=None):
        with scope(name, "make_initializer") as full:
            return create_op("MakeIterator", full)

    def string_handle(self, name=None):
        if name is None and hasattr(self, "_handle"):
            return self._handle
        return create("IteratorToStringHandle", name, (), dtype=_dtypes.string)

    @property
    def element_spec(self):
        return self._element

    @property
    def output_types(self):
        return output_types(self)

    @property
    def output_shapes(self):
        return output_shapes(self)

    @property
    def output_classes(self):
        return _scope_lsp.unknown("the classes of a dataset's elements")


class Options:
    """`tf.data.Options`: any attribute may be set."""

    def __getattr__(self, name):
        return Options()

    def merge(self, options):
        return self


def make_one_shot_iterator(dataset):
    return dataset.make_one_shot_iterator()


def make_initializable_iterator(dataset, shared_name=None):
    return dataset.make_initializable_iterator(shared_name)
