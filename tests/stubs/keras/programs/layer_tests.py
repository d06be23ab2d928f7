import numpy as np
import tensorflow as tf
from tensorflow.python import keras
from tensorflow.python.keras import testing_utils

with tf.Session():
    testing_utils.layer_test(keras.layers.Dense, kwargs={"units": 3}, input_shape=(3, 4))
    testing_utils.layer_test(keras.layers.BatchNormalization, input_shape=(3, None, 4))
    testing_utils.layer_test(keras.layers.Embedding, kwargs={"output_dim": 4, "input_dim": 10, "input_length": 2},
        input_shape=(3, 2), input_dtype="int32", expected_output_dtype="float32")
    testing_utils.layer_test(keras.layers.LSTM, kwargs={"units": 2}, input_shape=(2, 3, 4))
keras.layers.Dense(2)(tf.ones([1, 2]))
(x, y), (u, v) = testing_utils.get_test_data(6, 4, (3,), 2)
tf.get_variable("x", x.shape)
tf.get_variable("v", v.shape)
np.testing.assert_allclose(x, x)
try:
    keras.optimizers.SGD(lr=0.01, clipvalue=-0.5)
except ValueError as error:
    tf.get_variable("refused", [len(str(error))])
opt = keras.optimizers.TFOptimizer(tf.train.AdamOptimizer())
keras.backend.track_tf_optimizer(opt)
keras.backend.symbolic_learning_phase()
from tensorflow.python.keras import backend
backend.track_variable(tf.get_variable("end", [1]))
for arguments in ({"max_value": -10}, {"negative_slope": -2}):
    try:
        keras.layers.ReLU(**arguments)
    except ValueError as error:
        tf.get_variable("relu_%d" % len(str(error)), [1])
(x, y), _ = testing_utils.get_test_data(900, 100, (3,), 2)
tf.get_variable("classes", keras.utils.to_categorical(y).shape)
tf.get_variable("five", keras.utils.to_categorical([0, 4, 2, 1]).shape)
tf.get_variable("six", keras.utils.to_categorical(np.array([[0], [4]]), 6).shape)
