"""tf.contrib.training.bucket and bucket_by_sequence_length: the batches that come out of buckets."""

import tensorflow as tf

length = tf.placeholder(tf.int32, [])
text = tf.placeholder(tf.int64, [None])
mel = tf.placeholder(tf.float32, [20, 80])


def tell(name, tensors):
    for tensor in tensors:
        dims = [-1 if dim is None else dim for dim in tensor.shape.as_list()]
        called = tensor.name.replace("/", "_").replace(":", "_")
        tf.get_variable(f"{name}_{called}", [dim + 2 for dim in dims], tensor.dtype.base_dtype)


tf.get_variable_scope().set_initializer(lambda shape, dtype, **_: tf.zeros(shape, dtype))
lengths, (texts, mels) = tf.contrib.training.bucket_by_sequence_length(
    length, [text, mel], 4, [3, 6], dynamic_pad=True
)
tell("list", [lengths, texts, mels])
lengths, batch = tf.contrib.training.bucket_by_sequence_length(
    length, {"b": mel, "a": text}, 4, [3, 6], dynamic_pad=True, allow_smaller_final_batch=True
)
tell("dict", [lengths, batch["a"], batch["b"]])
lengths, batch = tf.contrib.training.bucket_by_sequence_length(length, [mel], [4, 2, 1], [3, 6])
tell("one", [lengths, *batch])
lengths, batch = tf.contrib.training.bucket_by_sequence_length(
    length, {"mel": mel}, 4, [3, 6], name="of_a_dict"
)
tell("one_of_a_dict", [lengths, *batch["mel"]])
number, mels = tf.contrib.training.bucket([mel], length, 8, 2)
tell("bucket", [number, mels])
_, (mels, texts) = tf.contrib.training.bucket(
    [mel, text], length, 8, 2, shapes=[[20, 80], [5]], name="given"
)
tell("bucket", [mels, texts])
tf.Variable(0.0, name="bucket")
tf.Variable(0.0, name="bucket_by_sequence_length")
