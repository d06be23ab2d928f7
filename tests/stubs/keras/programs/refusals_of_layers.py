"""What layers refuse when they are built, layers that graphs do not call, lambdas that make variables."""

import numpy as np
import tensorflow as tf
from tensorflow.python.keras.utils import tf_utils
from tensorflow.python.ops import variables


class Dynamic(tf.keras.layers.Layer):
    def __init__(self, **kwargs):
        super(Dynamic, self).__init__(dynamic=True, **kwargs)

    def call(self, inputs):
        raise RuntimeError("no graph gets here")

    def compute_output_shape(self, input_shape):
        return tf.TensorShape([input_shape[0], 7])


def refused(make):
    try:
        make()
    except ValueError:
        tf.Variable(0, name="refused")


refused(lambda: tf.keras.layers.LayerNormalization(axis=3).build((2, 2, 2)))
refused(lambda: tf.keras.layers.LayerNormalization(axis=[-1, -1]).build((2, 2, 2)))
refused(lambda: tf.keras.layers.LayerNormalization(axis=[0, -1]).build((2, 3, 4)))
flat = tf.keras.backend.placeholder(shape=(None, 10))
refused(lambda: tf.keras.layers.TimeDistributed(tf.keras.layers.Dense(5))(flat))

layer = Dynamic()
tf.keras.layers.Dense(2, name="after")(layer(tf.keras.Input((3,))))
assert layer.dynamic

doubled = tf.keras.layers.Lambda(lambda x: x * variables.Variable(2.0, name="double"), name="doubled")
for _ in range(3):
    doubled(np.ones((2, 2), "float32"))
tf_utils.smart_cond(True, lambda: tf.Variable(0, name="taken"), lambda: tf.Variable(0, name="left"))
