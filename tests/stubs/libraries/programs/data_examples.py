"""Reading examples: the tensors that features become."""

import tensorflow as tf

features = {
    "image": tf.FixedLenFeature([28, 28], tf.float32),
    "label": tf.FixedLenFeature([], tf.int64, default_value=0),
    "words": tf.VarLenFeature(tf.string),
    "steps": tf.FixedLenSequenceFeature([3], tf.float32, allow_missing=True),
}


def show(name, x):
    if isinstance(x, tf.SparseTensor):
        x = x.values
    tf.get_variable("%s/%s_%s" % (name, x.dtype.name, "x".join([str(dim) for dim in x.shape.as_list()])), [])


parsed = tf.parse_single_example(tf.placeholder(tf.string, []), features)
for key in sorted(parsed):
    show("single/" + key, parsed[key])
parsed = tf.parse_example(tf.placeholder(tf.string, [None]), features)
for key in sorted(parsed):
    show("batch/" + key, parsed[key])
context, steps = tf.parse_single_sequence_example(
    tf.placeholder(tf.string, []),
    context_features={"length": tf.io.FixedLenFeature([], tf.int64)},
    sequence_features={"tokens": tf.FixedLenSequenceFeature([], tf.int64), "x": tf.io.FixedLenSequenceFeature([4], tf.float32)},
)
show("context", context["length"])
show("tokens", steps["tokens"])
show("x", steps["x"])
show("raw", tf.decode_raw(tf.placeholder(tf.string, [2]), tf.uint8))
for i, column in enumerate(tf.decode_csv(tf.placeholder(tf.string, [5]), [[0.0], [1], ["a"]])):
    show("csv%d" % i, column)


def parse(record):
    example = tf.io.parse_single_example(record, features)
    return example["image"], tf.sparse_tensor_to_dense(example["words"], ""), tf.cast(example["label"], tf.int32)


dataset = tf.data.TFRecordDataset(["a.tfrecord"]).map(parse).shuffle(10).batch(6)
for i, x in enumerate(dataset.make_initializable_iterator().get_next()):
    show("record%d" % i, x)
