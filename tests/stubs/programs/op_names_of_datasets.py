"""Datasets and iterators: the names of the ops that each makes."""

import tensorflow as tf

x = tf.ones([4, 6], name="s/x")
s = tf.constant(["a", "b"], name="s/s")
s0 = tf.constant("a", name="s/s0")


def told(made, names):
    """Tell which names are taken after a call."""
    for name in names.split():
        tf.Variable(0, name=name)


told(tf.data.Dataset.from_tensors(x), "normalize_element tensordataset")
told(tf.data.Dataset.from_tensors({"a": x, "b": [1, 2]}), "normalize_element tensordataset")
told(tf.data.Dataset.from_tensor_slices(([1, 2], [3, 4])), "normalize_element tensorslicedataset")
told(
    tf.data.Dataset.from_tensor_slices(x).batch(2).make_one_shot_iterator().get_next(),
    "normalize_element tensorslicedataset batch_size drop_remainder batchdatasetv2 oneshotiterator iteratortostringhandle iteratorgetnext",
)
told(
    tf.data.Dataset.from_tensor_slices(x).batch(2, drop_remainder=True),
    "normalize_element tensorslicedataset batch_size drop_remainder batchdatasetv2",
)
told(tf.data.Dataset.range(3), "start stop step rangedataset")
told(tf.data.Dataset.range(1, 3), "start stop step rangedataset")
told(tf.data.Dataset.range(3).repeat(2), "start stop step rangedataset count repeatdataset")
told(tf.data.Dataset.range(3).repeat(), "start stop step rangedataset count repeatdataset")
told(
    tf.data.Dataset.range(3).shuffle(10),
    "start stop step rangedataset buffer_size seed seed2 shuffledataset",
)
told(
    tf.data.Dataset.range(3).shuffle(10, seed=1),
    "start stop step rangedataset buffer_size seed seed2 shuffledataset",
)
told(
    tf.data.Dataset.range(3).shuffle(10, 1, False),
    "start stop step rangedataset buffer_size seed seed2 shuffledataset",
)
told(
    tf.data.Dataset.range(3).prefetch(1), "start stop step rangedataset buffer_size prefetchdataset"
)
told(
    tf.data.Dataset.range(3).prefetch(tf.data.experimental.AUTOTUNE),
    "start stop step rangedataset buffer_size prefetchdataset",
)
told(tf.data.Dataset.range(3).take(1), "start stop step rangedataset count takedataset")
told(tf.data.Dataset.range(3).skip(1), "start stop step rangedataset count skipdataset")
told(tf.data.Dataset.range(3).cache(), "start stop step rangedataset filename cachedataset")
told(
    tf.data.Dataset.range(3).shard(2, 1),
    "start stop step rangedataset num_shards index sharddataset",
)
told(tf.data.Dataset.range(3).with_options(tf.data.Options()), "start stop step rangedataset")
told(
    tf.data.Dataset.range(3).concatenate(tf.data.Dataset.range(2)),
    "start stop step rangedataset concatenatedataset",
)
told(
    tf.data.Dataset.zip((tf.data.Dataset.range(3), tf.data.Dataset.range(2))),
    "start stop step rangedataset zipdataset",
)
told(tf.data.Dataset.range(3).enumerate(), "start stop step rangedataset zipdataset")
told(
    tf.data.Dataset.range(3).map(lambda a: a, 4),
    "start stop step rangedataset num_parallel_calls parallelmapdataset",
)
told(
    tf.data.Dataset.range(3).map(lambda a: a, num_parallel_calls=2).prefetch(1),
    "start stop step rangedataset num_parallel_calls parallelmapdataset buffer_size prefetchdataset",
)
told(
    tf.data.Dataset.range(3).flat_map(lambda a: tf.data.Dataset.from_tensors(a)),
    "start stop step rangedataset flatmapdataset",
)
told(
    tf.data.Dataset.range(3).interleave(lambda a: tf.data.Dataset.from_tensors(a), 2),
    "start stop step rangedataset cycle_length block_length interleavedataset",
)
told(
    tf.data.Dataset.range(3).interleave(
        lambda a: tf.data.Dataset.from_tensors(a), 2, num_parallel_calls=2
    ),
    "start stop step rangedataset cycle_length block_length num_parallel_calls parallelinterleavedatasetv2",
)
told(tf.data.Dataset.range(3).filter(lambda a: a > 1), "start stop step rangedataset filterdataset")
told(
    tf.data.Dataset.range(3).window(2),
    "start stop step rangedataset size shift stride drop_remainder windowdataset",
)
told(
    tf.data.Dataset.range(3).padded_batch(2, []),
    "start stop step rangedataset batch_size const padding_value drop_remainder paddedbatchdatasetv2",
)
told(
    tf.data.Dataset.range(3).batch(2).unbatch(),
    "start stop step rangedataset batch_size drop_remainder batchdatasetv2 mapdataset unbatchdataset",
)
told(
    tf.data.Dataset.range(3).batch(2).apply(tf.data.experimental.unbatch()),
    "start stop step rangedataset batch_size drop_remainder batchdatasetv2 mapdataset unbatchdataset",
)
told(
    tf.data.Dataset.range(3).apply(tf.data.experimental.map_and_batch(lambda a: a, 2)),
    "start stop step rangedataset batch_size num_parallel_calls drop_remainder mapandbatchdataset",
)
told(
    tf.data.Dataset.range(3).apply(tf.contrib.data.map_and_batch(lambda a: a, 2)),
    "start stop step rangedataset batch_size num_parallel_calls drop_remainder mapandbatchdataset",
)
told(
    tf.data.Dataset.range(3).apply(tf.data.experimental.shuffle_and_repeat(10)),
    "start stop step rangedataset buffer_size count seed seed2 shuffleandrepeatdataset",
)
told(
    tf.data.Dataset.range(3).apply(tf.data.experimental.ignore_errors()),
    "start stop step rangedataset ignoreerrorsdataset",
)
told(
    tf.data.Dataset.range(3).apply(
        tf.data.experimental.parallel_interleave(lambda a: tf.data.Dataset.from_tensors(a), 2)
    ),
    "start stop step rangedataset cycle_length block_length sloppy buffer_output_elements prefetch_input_elements parallelinterleavedataset",
)
told(
    tf.data.Dataset.range(3).reduce(tf.constant(0, tf.int64), lambda a, b: a + b),
    "start stop step rangedataset const initial_state reducedataset",
)
told(
    tf.data.Dataset.from_generator(lambda: [1, 2], tf.int32),
    "normalize_element tensordataset flatmapdataset",
)
told(
    tf.data.Dataset.from_generator(lambda: [1, 2], tf.int32, tf.TensorShape([])),
    "normalize_element tensordataset flatmapdataset",
)
told(tf.data.Dataset.list_files("*.py"), "list_files")
told(tf.data.Dataset.list_files("*.py", shuffle=False), "list_files")
told(
    tf.data.TFRecordDataset(["a", "b"]),
    "const flat_filenames normalize_element tensorslicedataset flatmapdataset",
)
told(
    tf.data.TFRecordDataset("a", num_parallel_reads=2),
    "const flat_filenames normalize_element tensorslicedataset cycle_length block_length sloppy buffer_output_elements prefetch_input_elements parallelinterleavedataset",
)
told(
    tf.data.TFRecordDataset(s), "flat_filenames normalize_element tensorslicedataset flatmapdataset"
)
told(
    tf.data.TextLineDataset(["a"]),
    "const flat_filenames normalize_element tensorslicedataset flatmapdataset",
)
told(
    tf.data.FixedLengthRecordDataset(["a"], 4),
    "const flat_filenames normalize_element tensorslicedataset flatmapdataset",
)
told(
    tf.data.Dataset.range(3).make_one_shot_iterator(),
    "start stop step rangedataset oneshotiterator iteratortostringhandle",
)
told(
    tf.data.Dataset.range(3).make_initializable_iterator(),
    "start stop step rangedataset optimizations optimizedataset modeldataset iteratorv2 makeiterator iteratortostringhandle",
)
told(
    tf.data.make_one_shot_iterator(tf.data.Dataset.range(3)),
    "start stop step rangedataset oneshotiterator iteratortostringhandle",
)
told(
    tf.data.Iterator.from_structure(tf.float32, tf.TensorShape([])),
    "iteratorv2 iteratortostringhandle",
)
told(
    tf.data.Iterator.from_structure(tf.int64, tf.TensorShape([])).make_initializer(
        tf.data.Dataset.range(3)
    ),
    "iteratorv2 iteratortostringhandle start stop step rangedataset make_initializer",
)
told(
    tf.data.Iterator.from_string_handle(s0, tf.float32, tf.TensorShape([])),
    "iteratorfromstringhandlev2 iteratortostringhandle",
)
told(
    tf.data.Dataset.range(3).make_one_shot_iterator().string_handle(),
    "start stop step rangedataset oneshotiterator iteratortostringhandle",
)
