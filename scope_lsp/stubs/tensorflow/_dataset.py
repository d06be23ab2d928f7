"""`tf.data.Dataset` and its iterators: what an element looks like, the functions that are mapped.

A mapped function is run once, in a graph of its own.  How many elements there are is not known.

Modelled on data/ops/{dataset_ops,iterator_ops,readers}.py of TensorFlow 1.15.5.
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


class Dataset:
    def __init__(self, element=UNKNOWN, variant_tensor=None):
        self._element = element

    # Where elements come from.

    @staticmethod
    def from_tensors(tensors):
        with scope("normalize_element"):
            return Dataset(spec_of(tensors))

    @staticmethod
    def from_tensor_slices(tensors):
        with scope("normalize_element"):
            return Dataset(_unbatched(spec_of(tensors)))

    @staticmethod
    def from_sparse_tensor_slices(sparse_tensor):
        return Dataset()

    @staticmethod
    def from_generator(generator, output_types, output_shapes=None, args=None):
        if not _scope_lsp.is_known(output_types):
            return Dataset()
        return Dataset(specs_from(output_types, output_shapes))

    @staticmethod
    def range(*args):
        return Dataset(spec((), _dtypes.int64))

    @staticmethod
    def zip(datasets):
        return Dataset(map_structure(_element_of, datasets))

    @staticmethod
    def list_files(file_pattern, shuffle=None, seed=None):
        return Dataset(spec((), _dtypes.string))

    # What becomes of them.

    @_scope_lsp.takes(None)  # many functions
    def _same(self, *args, **kwargs):
        return Dataset(self._element)

    shuffle = repeat = prefetch = cache = skip = take = shard = with_options = _same

    def concatenate(self, dataset):
        return Dataset(either(self._element, _element_of(dataset)))

    def batch(self, batch_size, drop_remainder=False):
        return Dataset(_batched(self._element, batch_size, drop_remainder))

    def padded_batch(
        self, batch_size, padded_shapes=None, padding_values=None, drop_remainder=False
    ):
        return Dataset(
            _padded(self._element, padded_shapes, batch_size, drop_remainder=drop_remainder)
        )

    def unbatch(self):
        return Dataset(_unbatched(self._element))

    def enumerate(self, start=0):
        return Dataset((spec((), _dtypes.int64), self._element))

    def map(self, map_func, num_parallel_calls=None):
        return Dataset(run_mapped(map_func, self._element))

    map_with_legacy_function = map

    def flat_map(self, map_func):
        return Dataset(run_mapped(map_func, self._element))

    def interleave(self, map_func, cycle_length=-1, block_length=1, num_parallel_calls=None):
        return Dataset(run_mapped(map_func, self._element))

    def filter(self, predicate):
        run_mapped(predicate, self._element)
        return Dataset(self._element)

    filter_with_legacy_function = filter

    def window(self, size, shift=None, stride=1, drop_remainder=False):
        def windows(leaf):
            return Dataset(leaf)

        return Dataset(map_structure(windows, self._element))

    def reduce(self, initial_state, reduce_func):
        state = spec_of(initial_state)
        run_mapped(lambda *args: reduce_func(*args), (state, self._element))
        return tensors(state, _scope_lsp.new_op("ReduceDataset", "ReduceDataset"))

    def apply(self, transformation_func):
        if not _scope_lsp.is_known(transformation_func):
            return Dataset()
        made = transformation_func(self)
        return made if is_a(made, Dataset) else Dataset()

    def options(self):
        return Options()

    # How they are reached.

    def make_one_shot_iterator(self):
        _scope_lsp.new_op("OneShotIterator", None)
        return Iterator(self._element)

    def make_initializable_iterator(self, shared_name=None):
        _scope_lsp.new_op("IteratorV2", None)
        _scope_lsp.new_op("MakeIterator", "MakeIterator")
        return Iterator(self._element)

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
    def __init__(self, element, *args):
        self._element = element

    @staticmethod
    def from_structure(output_types, output_shapes=None, shared_name=None, output_classes=None):
        _scope_lsp.new_op("IteratorV2", None)
        return Iterator(
            specs_from(output_types, output_shapes)
            if _scope_lsp.is_known(output_types)
            else UNKNOWN
        )

    @staticmethod
    def from_string_handle(string_handle, output_types, output_shapes=None, output_classes=None):
        _scope_lsp.new_op("IteratorFromStringHandleV2", None)
        return Iterator(
            specs_from(output_types, output_shapes)
            if _scope_lsp.is_known(output_types)
            else UNKNOWN
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


class TextLineDataset(Dataset):
    def __init__(self, filenames, compression_type=None, buffer_size=None, num_parallel_reads=None):
        Dataset.__init__(self, spec((), _dtypes.string))


class TFRecordDataset(TextLineDataset):
    pass


class FixedLengthRecordDataset(Dataset):
    def __init__(
        self,
        filenames,
        record_bytes,
        header_bytes=None,
        footer_bytes=None,
        buffer_size=None,
        compression_type=None,
        num_parallel_reads=None,
    ):
        Dataset.__init__(self, spec((), _dtypes.string))


def make_one_shot_iterator(dataset):
    return dataset.make_one_shot_iterator()


def make_initializable_iterator(dataset, shared_name=None):
    return dataset.make_initializable_iterator(shared_name)
