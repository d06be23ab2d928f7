"""Keras's optimizers by TensorFlow's own modules: those of version 1 make other variables."""

import tensorflow as tf
from tensorflow.python.keras.optimizer_v2 import adam, rmsprop
from tensorflow.python.keras.optimizer_v2 import gradient_descent as sgd
from tensorflow.python.keras.optimizers import SGD, Adadelta, Adagrad, Adam, Adamax, Nadam, RMSprop

makers = [Adam, SGD, RMSprop, Adagrad, Adadelta, Adamax, Nadam, lambda: Adam(amsgrad=True)]
makers += [adam.Adam, lambda: rmsprop.RMSprop(0.1, momentum=0.9), lambda: sgd.SGD(0.1)]
for maker in makers:
    model = tf.keras.Sequential([tf.keras.layers.Dense(2, input_shape=(3,))])
    model.compile(maker(), "mse")
    model.fit(tf.zeros([1, 3]), tf.zeros([1, 2]), steps_per_epoch=1, verbose=0)
