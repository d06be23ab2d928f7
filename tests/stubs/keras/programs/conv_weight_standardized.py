"""A convolution of a user's own with the names of tf.contrib.layers, by its private getters."""

import tensorflow as tf
from tensorflow.contrib.layers.python.layers import layers


class Conv2D(tf.keras.layers.Conv2D, tf.layers.Layer):
    def call(self, inputs):
        mean, var = tf.nn.moments(self.kernel, [0, 1, 2], keep_dims=True)
        outputs = self._convolution_op(inputs, (self.kernel - mean) / tf.sqrt(var + 1e-5))
        return tf.nn.bias_add(outputs, self.bias) if self.use_bias else outputs


def conv(inputs, filters, scope=None, reuse=None):
    getter = layers._build_variable_getter({"bias": "biases", "kernel": "weights"})
    with tf.variable_scope(scope, "Conv", [inputs], reuse=reuse, custom_getter=getter) as sc:
        layer = Conv2D(
            filters, 3, padding="same", name=sc.name, dtype=tf.float32, _scope=sc, _reuse=reuse
        )
        outputs = layer.apply(inputs)
        layers._add_variable_to_collections(layer.kernel, "kernels", "weights")
        layers._add_variable_to_collections(layer.bias, {"biases": ["offsets"]}, "biases")
        return outputs


net = conv(tf.placeholder(tf.float32, [2, 8, 8, 3]), 4)
net = conv(net, 5, scope="second")
net = conv(conv(net, 5, scope="third"), 5, scope="third", reuse=True)
tf.Variable(0.0, name="kernels%d" % len(tf.get_collection("kernels")))
tf.Variable(0.0, name="offsets%d" % len(tf.get_collection("offsets")))
tf.Variable(0.0, name="model%d" % len(tf.model_variables()))
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(net))
