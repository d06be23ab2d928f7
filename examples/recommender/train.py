"""A recommender: users and items have embeddings, their distance is trained."""

import tensorflow as tf
from company import embeddings

user = tf.placeholder(tf.int64, [None])
item = tf.placeholder(tf.int64, [None])

with tf.variable_scope("recommender"):
    users = embeddings.get_embedding_variable("users", embedding_dim=64)
    items = embeddings.get_embedding_variable("items", embedding_dim=64, shards=2)
    pair = tf.concat([embeddings.lookup(users, user), embeddings.lookup(items, item)], axis=1)
    score = tf.layers.dense(pair, 1, name="score")

tf.train.AdagradOptimizer(0.1).minimize(tf.reduce_mean(tf.square(1.0 - score)))
