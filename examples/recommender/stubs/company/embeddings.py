"""Model of `company.embeddings`, whose real code is a compiled extension."""

import tensorflow as tf

KEYS_PER_SHARD = 1 << 20


def get_embedding_variable(name, embedding_dim, shards=1, initializer=None, **options):
    """A table for keys that are not known beforehand, and a counter for its garbage collection."""
    with tf.variable_scope(name, use_resource=True):
        table = tf.get_variable(
            "table",
            [shards * KEYS_PER_SHARD, embedding_dim],
            initializer=initializer,
            partitioner=tf.fixed_size_partitioner(shards) if shards > 1 else None,
        )
        tf.get_variable("version", [], tf.int64, trainable=False)
    return table


def lookup(table, keys):
    """The embeddings of some keys."""
    return tf.nn.embedding_lookup(table, keys)
