"""Feature columns that a program derives, and those of tf.contrib in TensorFlow's own layers."""

import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.python.feature_column import feature_column as old
from tensorflow.python.feature_column import feature_column_v2 as new


class Halves(old._DenseColumn):
    @property
    def name(self):
        return "halves"

    @property
    def _parse_example_spec(self):
        return {}

    def _transform_feature(self, inputs):
        return inputs.get("price") / 2.0

    @property
    def _variable_shape(self):
        return tf.TensorShape([1])

    def _get_dense_tensor(self, inputs, weight_collections=None, trainable=None):
        tf.get_variable("of_my_own", [2], collections=weight_collections)
        return inputs.get(self)


class Kinds(old._CategoricalColumn):
    @property
    def name(self):
        return "kinds"

    @property
    def _parse_example_spec(self):
        return {}

    def _transform_feature(self, inputs):
        return inputs.get("kind")

    @property
    def _num_buckets(self):
        return 6

    def _get_sparse_tensors(self, inputs, weight_collections=None, trainable=None):
        return old._CategoricalColumn.IdWeightPair(inputs.get(self), None)


class Keeper(new.StateManager):
    def __init__(self):
        self.made = {}

    def create_variable(self, feature_column, name, shape, dtype=None, **others):
        self.made[name] = tf.get_variable("kept_" + name, shape, dtype)
        return self.made[name]

    def get_variable(self, feature_column, name):
        return self.made[name]


sparse = tf.SparseTensor([[0, 0], [1, 0]], [2, 0], [2, 2])
features = {"price": tf.zeros([2, 1]), "kind": sparse, "ids": sparse, "more": sparse}
old.linear_model(features, [Halves(), Kinds()])
net = old.input_layer(features, [Halves()])
tf.get_variable("halves_%d" % net.shape[1].value, [])

ids = new.categorical_column_with_identity("ids", 3)
embedded = new.embedding_column(ids, 4)
with tf.variable_scope("asked"):
    found = embedded._get_dense_tensor(old._LazyBuilder(features), weight_collections=["mine"])
    tf.get_variable("found_%d_%d" % (found.shape[-1].value, len(tf.get_collection("mine"))), [])
with tf.variable_scope("kept"):
    keeper = Keeper()
    embedded.create_state(keeper)
    embedded.get_dense_tensor(new.FeatureTransformationCache(features), keeper)
one, two = new.shared_embedding_columns_v2([ids, new.categorical_column_with_identity("more", 3)], 5)
with tf.variable_scope("shared"):
    one.get_dense_tensor(new.FeatureTransformationCache(features), None)
    two.get_dense_tensor(new.FeatureTransformationCache(features), None)
new.LinearModel([one, two], name="second")(features)

wire = layers.sparse_column_with_hash_bucket("wire", 10)
words = tf.SparseTensor([[0, 0], [1, 0]], ["x", "y"], [2, 2])
older = {"wire": words, "price": tf.zeros([2, 1])}
price = layers.real_valued_column("price")
with tf.variable_scope("contrib"):
    net = tf.feature_column.input_layer(older, [layers.embedding_column(wire, 3), price])
    tf.get_variable("width_%d" % net.shape[1].value, [])
    crossed = layers.crossed_column([wire, layers.bucketized_column(price, [0.0, 1.0])], 20)
    tf.feature_column.linear_model(older, [wire, price, crossed])
