"""`tf.data.experimental`: mostly functions for `Dataset.apply`.

Modelled on data/experimental/ops of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dataset import Dataset, _batched, _padded, made, run_mapped
from tensorflow._element_specs import spec
from tensorflow._readers import parallel_interleaved
from tensorflow._unmodelled import lookup as _lookup

AUTOTUNE = -1


def _unchanged(takes):
    """A function that gives one which leaves elements as they are; `takes` has its parameters."""

    @_scope_lsp.takes(takes)
    def function(*args, **kwargs):
        return lambda dataset: Dataset(dataset._element)

    return function


prefetch_to_device = _unchanged(lambda device, buffer_size=None: 0)
copy_to_device = _unchanged(lambda target_device, source_device=None: 0)
take_while = _unchanged(lambda predicate: 0)
unique = _unchanged(lambda: 0)
cardinality = _unchanged(lambda dataset: 0)
latency_stats = _unchanged(lambda tag: 0)
bytes_produced_stats = _unchanged(lambda tag: 0)


def ignore_errors():
    return lambda dataset: dataset._same("IgnoreErrorsDataset")


def shuffle_and_repeat(buffer_size, count=None, seed=None):
    names = ("buffer_size", "count", "seed", "seed2")
    inputs = zip((buffer_size, -1 if count is None else count, seed or 0, 0), names)
    return lambda dataset: dataset._same("ShuffleAndRepeatDataset", *inputs)


def map_and_batch(
    map_func, batch_size, num_parallel_batches=None, drop_remainder=False, num_parallel_calls=None
):
    def apply(dataset):
        return made(
            _batched(run_mapped(map_func, dataset._element), batch_size, drop_remainder),
            "MapAndBatchDataset",
            (batch_size, "batch_size"),
            (num_parallel_calls or 1, "num_parallel_calls"),
            (drop_remainder, "drop_remainder"),
        )

    return apply


def parallel_interleave(
    map_func,
    cycle_length,
    block_length=1,
    sloppy=False,
    buffer_output_elements=None,
    prefetch_input_elements=None,
):
    return lambda dataset: parallel_interleaved(run_mapped(map_func, dataset._element))


def unbatch():
    return lambda dataset: dataset.unbatch()


def enumerate_dataset(start=0):
    return lambda dataset: dataset.enumerate(start)


def group_by_window(key_func, reduce_func, window_size=None, window_size_func=None):
    def apply(dataset):
        run_mapped(key_func, dataset._element)
        return Dataset(run_mapped(lambda key: reduce_func(key, dataset), spec((), _dtypes.int64)))

    return apply


def bucket_by_sequence_length(
    element_length_func,
    bucket_boundaries,
    bucket_batch_sizes,
    padded_shapes=None,
    padding_values=None,
    pad_to_bucket_boundary=False,
    no_padding=False,
    drop_remainder=False,
):
    def apply(dataset):
        run_mapped(element_length_func, dataset._element)
        if no_padding:
            return Dataset(_batched(dataset._element, None, drop_remainder))
        return Dataset(
            _padded(
                dataset._element,
                padded_shapes or dataset.output_shapes,
                None,
                drop_remainder=drop_remainder,
            )
        )

    return apply


def _parameters_of_make_csv_dataset_v1(
    file_pattern,
    batch_size,
    column_names=None,
    column_defaults=None,
    label_name=None,
    select_columns=None,
    field_delim=None,
    use_quote_delim=None,
    na_value=None,
    header=None,
    num_epochs=None,
    shuffle=None,
    shuffle_buffer_size=None,
    shuffle_seed=None,
    prefetch_buffer_size=None,
    num_parallel_reads=None,
    sloppy=None,
    num_rows_for_inference=None,
    compression_type=None,
    ignore_errors=None,
): ...


@_scope_lsp.takes(
    _parameters_of_make_csv_dataset_v1,
    "make_csv_dataset_v1",
)
def make_csv_dataset(*args, **kwargs):
    return _scope_lsp.unknown("a dataset of CSV files")


def _parameters_of_make_batched_features_dataset(
    file_pattern,
    batch_size,
    features,
    reader=None,
    label_key=None,
    reader_args=None,
    num_epochs=None,
    shuffle=None,
    shuffle_buffer_size=None,
    shuffle_seed=None,
    prefetch_buffer_size=None,
    reader_num_threads=None,
    parser_num_threads=None,
    sloppy_ordering=None,
    drop_final_batch=None,
): ...


@_scope_lsp.takes(_parameters_of_make_batched_features_dataset)
def make_batched_features_dataset(file_pattern, batch_size, features, *args, **kwargs):
    from tensorflow._parsing import parse_example  # not a name of this module

    def parse(serialized):
        return parse_example(serialized, features)

    return (
        Dataset(spec((), _dtypes.string))
        .batch(batch_size, kwargs.get("drop_final_batch", False))
        .map(parse)
    )


def __getattr__(name):
    return _lookup("data.experimental." + name)
