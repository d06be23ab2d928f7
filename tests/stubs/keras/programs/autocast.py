import tensorflow as tf
from tensorflow.python import keras
from tensorflow.python.keras.engine import network as network_lib
from tensorflow.python.keras import testing_utils


class Same(network_lib.Network):
    def call(self, inputs):
        return inputs


class Layer(keras.layers.Layer):
    def call(self, inputs):
        return inputs


@testing_utils.enable_v2_dtype_behavior
def run():
    x = tf.constant(1, "float64")
    for i, one in enumerate((Same(), Same(dtype="float16"), Same(autocast=False), Layer(), Layer(autocast=False), Layer(dtype="int32"))):
        tf.get_variable("n%d_%s_%s" % (i, one.dtype, one(x).dtype.name), [1])
    tf.layers.Dense(2)(tf.ones([1, 3], "float64"))
    keras.layers.Dense(2)(tf.ones([1, 3], "float64"))
    keras.layers.Embedding(4, 2)(tf.ones([1, 3], "int32"))

run()
tf.get_variable("plain_" + Layer()(tf.constant(1, "float64")).dtype.name, [1])
