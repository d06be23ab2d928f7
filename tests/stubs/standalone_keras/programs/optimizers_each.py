"""Each optimizer, by name and as an object."""

import tensorflow as tf

from keras import optimizers
from keras.layers import Dense
from keras.models import Sequential


def train(optimizer):
    model = Sequential([Dense(2, input_shape=(3,), kernel_constraint="maxnorm")])
    model.compile(optimizer, "mse")
    model._make_train_function()


for name in ("sgd", "rmsprop", "adagrad", "adadelta", "adam", "adamax", "nadam"):
    train(name)
train(optimizers.SGD(lr=0.1, momentum=0.9, decay=1e-6, nesterov=True, clipnorm=1.0))
train(optimizers.Adam(0.1, 0.5, amsgrad=True))
train(optimizers.RMSprop(lr=0.01, rho=0.8, epsilon=1e-8, decay=0.1))
train(optimizers.Adagrad(lr=0.01))
train(optimizers.Adadelta(lr=0.01, rho=0.7))
train(optimizers.Adamax(lr=0.01, clipvalue=0.5))
train(optimizers.Nadam(lr=0.01))
train(tf.train.MomentumOptimizer(0.1, 0.9))
train(optimizers.TFOptimizer(tf.train.AdamOptimizer()))
