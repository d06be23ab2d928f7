"""Layers of users that are built from Keras' private modules: sizes, decorators, base classes."""

import tensorflow as tf
from tensorflow.python.keras.utils import (
    conv_utils as cu,
    tf_utils,
    generic_utils,
    layer_utils,
    losses_utils,
)
from tensorflow.python.keras.layers.pooling import Pooling2D
from tensorflow.python.keras.layers.merge import _Merge
from tensorflow.python.training.tracking import base as trackable
from tensorflow.python.training import slot_creator
from tensorflow.python.training.optimizer import _deduplicate_indexed_slices, _var_key
from tensorflow.contrib.rnn.python.ops.rnn_cell import _conv
from tensorflow.python.feature_column import feature_column_v2 as fc


class Coord(tf.keras.layers.Layer):
    def __init__(self, filters, kernel_size, **kwargs):
        super(Coord, self).__init__(**kwargs)
        self.filters = filters
        self.kernel_size = cu.normalize_tuple(kernel_size, 2, "kernel_size")
        self.padding = cu.normalize_padding("SAME")
        self.data_format = cu.normalize_data_format(None)

    @tf_utils.shape_type_conversion
    def build(self, input_shape):
        self.kernel = self.add_weight("kernel", self.kernel_size + (input_shape[-1], self.filters))
        self.bias = self.add_weight("bias%d" % len(input_shape), (self.filters,))
        super(Coord, self).build(input_shape)

    def call(self, x):
        y = tf.nn.conv2d(x, self.kernel, [1, 1, 1, 1], "SAME") + self.bias
        size = cu.conv_output_length(8, self.kernel_size[0], "valid", 1)
        tf.Variable(0.0, name="size%d_%d" % (size, cu.deconv_output_length(4, 3, "same", None, 2)))
        return y

    @tf_utils.shape_type_conversion
    def compute_output_shape(self, input_shape):
        return input_shape[:-1] + (self.filters,)


class Sum(_Merge):
    def _merge_function(self, inputs):
        return tf.add_n(inputs)


class MixedPool(Pooling2D):
    def __init__(self, **kwargs):
        super(MixedPool, self).__init__(self._pool, pool_size=2, strides=2, **kwargs)

    def build(self, shape):
        self.mix = self.add_weight("mix", ())
        super(MixedPool, self).build(shape)

    def _pool(self, inputs, ksize, strides, padding, data_format):
        return self.mix * tf.nn.max_pool(inputs, ksize, strides, padding, data_format)


class Hidden(tf.keras.layers.Layer):
    def __init__(self, **kwargs):
        super(Hidden, self).__init__(**kwargs)
        self._keep(tf.keras.layers.Dense(2, name="kept"))
        self.seen = tf.keras.layers.Dense(3, name="seen")

    @trackable.no_automatic_dependency_tracking
    def _keep(self, layer):
        self.kept = layer

    def call(self, x):
        return self.seen(self.kept(x))


x = tf.keras.Input((8, 8, 3))
layer = Coord(4, 3, name="coord")
y = layer(x)
y = MixedPool(name="mixed")(y)
y = Sum(name="sum")([y, y])
y = tf.keras.layers.Flatten()(y)
hidden = Hidden(name="hidden")
z = hidden(y)
tf.Variable(0.0, name="weights%d" % len(hidden.weights))
tf.Variable(0.0, name="params%d" % layer_utils.count_params(layer.weights))
tf.Variable(
    0.0, name="list%d_%s" % (len(generic_utils.to_list(x)), generic_utils.has_arg(layer.call, "x"))
)
v = tf.get_variable("v", [5, 2])
with tf.variable_scope(None, v.op.name + "/Slot"):
    slot_creator._create_slot_var(v, tf.zeros([5, 2]), "", True, None, None)
values, rows = _deduplicate_indexed_slices(tf.zeros([3, 2]), tf.constant([1, 1, 2]))
tf.Variable(0.0, name="key_" + _var_key(v)[1])
with tf.variable_scope("conv"):
    out = _conv([tf.zeros([2, 8, 8, 3]), tf.zeros([2, 8, 8, 4])], [3, 3], 5, True)
    tf.layers.dense(out, 2)
loss = losses_utils.compute_weighted_loss(tf.reduce_sum(z, 1))
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
price = tf.feature_column.numeric_column("price")
shop = tf.feature_column.categorical_column_with_identity("shop", 7)
vector = tf.feature_column.embedding_column(shop, 3)
for column in (price, vector):
    if isinstance(column, fc.EmbeddingColumn):
        tf.Variable(0.0, name="embedding_%d" % column.dimension)
    elif isinstance(column, fc.NumericColumn):
        tf.Variable(0.0, name="numeric_" + column.key)
