"""Random Fourier features, and what classes of Keras say of where they are."""

import tensorflow as tf
from tensorflow.python.framework import test_util
from tensorflow.python.keras.layers import kernelized, recurrent, recurrent_v2

x = tf.placeholder(tf.float32, [None, 4])
for kernel in ["gaussian", "laplacian", tf.keras.initializers.ones()]:
    layer = kernelized.RandomFourierFeatures(3, kernel_initializer=kernel, scale=2.0)
    out = layer(x)
    with tf.variable_scope(layer.name + "_told"):
        tf.get_variable("out", [0 if side is None else side for side in out.shape.as_list()])
        for weight in layer.trainable_weights:
            tf.get_variable("trains_" + weight.op.name.split("/")[-1], [])
        for weight in layer.non_trainable_weights:
            tf.get_variable("rests_" + weight.op.name.split("/")[-1], [])
        tf.get_variable(layer.__class__.__module__, [])
for wrong in [{"output_dim": 0}, {"output_dim": 1, "scale": -1.0}]:
    try:
        kernelized.RandomFourierFeatures(**wrong)
    except ValueError as error:
        tf.get_variable("refused%d" % len(str(error)), [])
try:
    kernelized.RandomFourierFeatures(2)(tf.placeholder(tf.float32, [2, None]))
except ValueError as error:
    tf.get_variable("without_depth%d" % len(str(error)), [])
for case in test_util.generate_combinations_with_testcase_name(
    layer=[recurrent.GRU, recurrent_v2.LSTM, tf.keras.layers.SimpleRNN]
):
    tf.get_variable("case" + case["testcase_name"], [])
for cell in [tf.keras.layers.GRUCell, tf.keras.layers.ConvLSTM2D, recurrent_v2.GRUCell]:
    tf.get_variable(cell.__name__ + "." + cell.__module__, [])


class Bounded(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.one = self.add_weight("one", [2], constraint="non_neg")
        config = {"class_name": "MaxNorm", "config": {"max_value": 2}}
        self.two = self.add_weight("two", [2], constraint=config)
        self.three = self.add_weight("three", [2], constraint=tf.keras.constraints.UnitNorm())

    def call(self, x):
        return x


Bounded()(x)
