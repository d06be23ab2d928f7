"""Release 2.3: the variables of each optimizer and of metrics have names."""

import tensorflow as tf

from keras import metrics, optimizers
from keras.layers import BatchNormalization, Dense, Input
from keras.models import Model, Sequential


def train(optimizer, **kwargs):
    model = Sequential([Dense(2, input_shape=(3,)), BatchNormalization()])
    model.compile(optimizer, "mse", **kwargs)
    model._make_train_function()


for name in ("sgd", "rmsprop", "adagrad", "adadelta", "adam", "adamax", "nadam"):
    train(name)
train(optimizers.SGD(learning_rate=0.1, momentum=0.9, decay=1e-6, nesterov=True))
train(optimizers.Adam(lr=0.1, amsgrad=True), metrics=["accuracy", metrics.Precision(), "mae"])
train(tf.train.AdamOptimizer())
x = Input((4,))
model = Model(x, [Dense(2)(x), Dense(3, name="b")(x)])
model.compile("sgd", loss=["mse", "mae"], metrics={"b": ["mse", metrics.Recall(name="recall")]})
model._make_train_function()
