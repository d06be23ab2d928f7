"""The layers of models: all of them, in order, wherever they came from."""

import tensorflow as tf
from keras.applications.vgg19 import VGG19
from keras.models import Model, Sequential
from keras.layers import Dense, Input

x = Input((4,))
m = Model(x, Dense(2)(Dense(3)(x)))
tf.Variable(0., name="layers_%d" % len(m.layers))
for layer in m.layers[:2]:
    layer.trainable = False
tf.Variable(0., name="trained_%d" % len(m.trainable_weights))
tf.Variable(0., name="found_" + m.get_layer(index=1).name)
s = Sequential([Dense(4, input_shape=(4,)), m])
tf.Variable(0., name="layers_%d" % len(s.layers))
tf.Variable(0., name="inner_%d" % len(s.layers[-1].layers))
v = VGG19(include_top=False, weights=None, input_shape=(64, 64, 3))
tf.Variable(0., name="vgg_%d" % len(v.layers))
for layer in v.layers:
    layer.trainable = False
tf.Variable(0., name="vgg_trained_%d" % len(v.trainable_weights))
