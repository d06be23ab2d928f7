"""Lookup tables: shapes, dtypes and op names of what is looked up, and what is refused."""

import tensorflow as tf
from tensorflow.python.ops import lookup_ops


def tell(tensor):
    dims = "_".join("N" if dim.value is None else str(dim.value) for dim in tensor.shape)
    tf.get_variable("%s_%s_%s" % (tensor.op.name, dims, tensor.dtype.name), [1])


keys = tf.placeholder(tf.string, [None, 7])
with tf.variable_scope("a"):
    table = tf.contrib.lookup.index_table_from_tensor(tf.constant(["a", "b"]), num_oov_buckets=1)
    ids = table.lookup(keys)
    tell(ids)
    tell(table.size())
back = tf.contrib.lookup.index_to_string_table_from_file("vocabulary.txt")
tell(back.lookup(ids))
tell(back.lookup(ids, name="words"))
tell(back.size())
source = lookup_ops.index_table_from_file("vocabulary.txt", default_value=0)
tell(source.lookup(tf.constant(["x", "y"])))
table = tf.contrib.lookup.HashTable(
    tf.contrib.lookup.KeyValueTensorInitializer(["a", "b"], [1.0, 2.0]), 0.0
)
tell(table.lookup(tf.placeholder(tf.string, [3])))
for exported in table.export():
    tell(exported)
table = tf.lookup.StaticVocabularyTable(
    tf.lookup.TextFileInitializer(
        "vocabulary.txt",
        tf.string,
        tf.lookup.TextFileIndex.WHOLE_LINE,
        tf.int64,
        tf.lookup.TextFileIndex.LINE_NUMBER,
    ),
    4,
)
found = table.lookup(tf.SparseTensor([[0, 0]], ["a"], [2, 5]))
tell(found.values)
tf.get_variable("sparse%d" % found.get_shape()[1].value, [1])
table = tf.contrib.lookup.MutableHashTable(tf.string, tf.int64, -1)
table.insert(["a"], [1])
tell(table.lookup(tf.placeholder(tf.string, [3, 2])))
table = tf.contrib.lookup.MutableDenseHashTable(tf.int64, tf.int64, [-1, -1], 0, -5)
tell(table.lookup(tf.placeholder(tf.int64, [3])))
tell(tf.contrib.lookup.string_to_index(keys, tf.constant(["a"])))
tell(tf.contrib.lookup.index_to_string(tf.constant([2], tf.int64), tf.constant(["a"])))
for index, refused in enumerate(
    [
        lambda: back.lookup(keys),
        lambda: back.lookup(["a"]),
        lambda: lookup_ops.index_table_from_file(""),
        lambda: lookup_ops.index_table_from_tensor([1, 2]),
        lambda: tf.contrib.lookup.IdTableWithHashBuckets(None, 0),
        lambda: tf.lookup.TextFileInitializer("v", tf.string, -1, tf.int64, -1),
    ]
):
    try:
        refused()
    except (AttributeError, TypeError, ValueError) as error:
        tf.get_variable("refused%d_%s" % (index, type(error).__name__), [1])
tf.get_variable("count%d" % len(tf.get_collection(tf.GraphKeys.TABLE_INITIALIZERS)), [1])
tf.tables_initializer()
embedding = tf.get_variable("embedding", [10, 6])
tf.layers.dense(tf.layers.flatten(tf.nn.embedding_lookup(embedding, ids)), 3)
for name in ("string_to_index", "keys", "hash_table", "asset_path", "init_all_tables", "Const"):
    tf.Variable(1.0, name=name)
