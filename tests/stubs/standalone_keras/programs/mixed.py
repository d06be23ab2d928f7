"""Layers on TensorFlow's tensors, in its scopes, trained by its optimizers."""

import tensorflow as tf

from keras import backend as K
from keras.layers import BatchNormalization, Conv2D, Dense, Dropout, Input
from keras.models import Model, Sequential
from keras.objectives import categorical_crossentropy

K.set_session(tf.Session())
image = tf.placeholder(tf.float32, (None, 6))
labels = tf.placeholder(tf.float32, (None, 3))
x = Dense(8, activation="relu")(image)
x = Dropout(0.5)(x)
logits = Dense(3, activation="softmax")(x)
loss = tf.reduce_mean(categorical_crossentropy(labels, logits))
tf.train.GradientDescentOptimizer(0.5).minimize(loss)

with tf.variable_scope("outer"):
    y = Dense(4)(image)
    y = BatchNormalization()(y)
    w = tf.get_variable("w", [4, 2])
    with tf.name_scope("inner"):
        y = Dense(4, name="dense")(y)
        Dense(4, name="dense")(y)

with tf.name_scope("net"):
    model = Sequential([Dense(5, input_shape=(6,)), Dense(2)])
out = model(image)
tf.train.AdamOptimizer().minimize(tf.reduce_sum(out), var_list=model.trainable_weights)

z = Input(tensor=image)
m = Model(z, Dense(2)(z))
from tensorflow.keras.layers import Dense as Other

Other(2)(labels)
Other(2)(labels)
