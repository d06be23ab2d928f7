import tensorflow as tf
from tensorflow.python import keras
from tensorflow.python.data.ops import dataset_ops
from tensorflow.python.ops import array_ops
model = keras.models.Sequential([keras.layers.Dense(5), keras.layers.Dense(2)])
model.compile(loss='mse', optimizer='rmsprop', metrics=[keras.metrics.CategoricalAccuracy()])
try:
    len(model.weights)
except ValueError:
    tf.get_variable("refused", [1])
x = array_ops.ones((50, 3))
y = array_ops.zeros((50, 2))
dataset = dataset_ops.Dataset.from_tensor_slices((x, y))
dataset = dataset.repeat(100)
dataset = dataset.batch(10)
model.fit(dataset, epochs=1, steps_per_epoch=10, verbose=0)
from tensorflow.python.keras.utils import tf_utils
tf.get_variable("symbolic_%s" % tf_utils.is_symbolic_tensor(x), [1])
tf.get_variable("symbolic_%s" % tf_utils.is_symbolic_tensor(3), [1])
