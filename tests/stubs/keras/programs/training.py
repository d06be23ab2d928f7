"""Compiling makes metrics, training makes the optimizer's variables, once."""

import numpy as np
import tensorflow as tf

K = tf.keras
L = K.layers


def own(t, p):
    return tf.reduce_mean(p)


x, y = np.zeros((8, 3)), np.zeros((8, 2))

m = K.Sequential([L.Dense(4, input_shape=(3,), activation="relu"), L.Dropout(0.2), L.Dense(2)])
m.compile(optimizer="adam", loss="mse", metrics=["accuracy", "mae"])
m.fit(x, y, verbose=0)
m.fit(x, y, verbose=0, validation_data=(x, y))
i = K.Input(shape=(5,))
h = L.Dense(3, name="h")(i)
o1, o2 = L.Dense(1, activation="sigmoid")(h), L.Dense(4, activation="softmax", name="cls")(h)
m2 = K.Model(i, [o1, o2])
m2.compile(K.optimizers.SGD(0.1, momentum=0.9), loss=["binary_crossentropy", "categorical_crossentropy"], metrics={"cls": ["acc", K.metrics.AUC()]})
data = np.zeros((8, 5)), [np.zeros((8, 1)), np.zeros((8, 4))]
m2.train_on_batch(*data)
m2.evaluate(data[0], data[1], verbose=0)
m2.fit(data[0], data[1], verbose=0)


class M(K.Model):
    def __init__(self):
        super(M, self).__init__()
        self.d1 = L.Dense(3)
        self.d2 = [L.Dense(2), L.Dense(2)]

    def call(self, x):
        x = self.d1(x)
        for d in self.d2:
            x = d(x)
        return x


m3 = M()
m3.compile("rmsprop", "mse", metrics=["mae"])
m3.fit(x, y, verbose=0)
s = K.Sequential([L.Dense(4), L.Dense(3, activation="softmax")])
s.compile("adagrad", "sparse_categorical_crossentropy", metrics=["accuracy", K.metrics.SparseTopKCategoricalAccuracy(k=2)])
s.fit(x, np.zeros((8, 1)), verbose=0)
s.predict(x)
with tf.variable_scope("scope"):
    inner = K.Sequential([L.Dense(4, input_shape=(3,), kernel_regularizer="l2"), L.BatchNormalization(), L.Dense(1)])
    inner.compile(tf.train.AdamOptimizer(), lambda t, p: tf.reduce_mean(tf.square(t - p)), metrics=[own])
inner.fit(x, np.zeros((8, 1)), verbose=0)
inner.layers[0].trainable = False
inner.compile("nadam", K.losses.MeanSquaredError())
inner.train_on_batch(x, np.zeros((8, 1)))
once = K.Sequential([L.Dense(1)])
once.predict(x)
