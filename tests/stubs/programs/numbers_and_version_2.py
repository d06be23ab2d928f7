"""What decides on shapes beside TensorFlow: numpy's scalars, version 2 of the API."""

import numpy as np
import tensorflow as tf
import tensorflow.compat.v2 as tf2

size = np.floor((7 - 1) / 2).astype(np.int32)
tf.get_variable("floor_%d" % size, [size, np.ceil(2.5).astype(int), int(np.sqrt(16.0).item())])
tf.get_variable("kinds_%s_%s" % (np.floor(2.5).dtype.name, len(np.sqrt(4.0).shape)), [2])
tf.get_variable("max", [np.maximum(2.0, 3.0).astype("int32"), np.round(2.4).astype(np.int64)])

v = tf2.Variable(1.0, name="two")
tf2.keras.layers.Dense(3)(tf2.zeros([2, 3]))
x = tf2.reduce_mean(tf2.zeros([2, 3]), axis=1)
tf.get_variable("mean", x.shape)
tf.Variable(0, name="has_%s_%s" % (hasattr(tf2, "optimizers"), hasattr(tf, "optimizers")))
tf.Variable(0, name="same_%s" % (tf2.compat.v1.layers.Dense is tf.layers.Dense))
