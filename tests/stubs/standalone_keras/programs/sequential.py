"""Lists of layers: with and without an input, called as a layer, built later, and fitted."""

import numpy as np

from keras.layers import LSTM, Activation, Conv2D, Dense, Dropout, Embedding, Flatten, InputLayer, MaxPooling2D
from keras.layers import Input
from keras.models import Sequential

a = Sequential()
a.add(Conv2D(4, (3, 3), activation="relu", input_shape=(8, 8, 1)))
a.add(MaxPooling2D(pool_size=(2, 2)))
a.add(Dropout(0.25))
a.add(Flatten())
a.add(Dense(3, name="logits"))
a.add(Activation("softmax"))

b = Sequential([Dense(4), Dense(5)])
b.build((None, 6))

c = Sequential([Dense(4), Dense(5)], name="late")
c(Input((7,)))

d = Sequential([InputLayer((3,)), Dense(2)])
d.pop()
d.add(Dense(4))

e = Sequential()
e.add(Embedding(10, 4, input_length=5))
e.add(LSTM(3))
e.add(Dense(1, activation="sigmoid"))
e.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
e.fit(np.zeros((2, 5)), np.zeros((2, 1)), verbose=0)

f = Sequential([Dense(4), Dense(2)])
f.compile("sgd", "mse")
f.fit(np.zeros((2, 5)), np.zeros((2, 2)), verbose=0)
f.fit(np.zeros((2, 5)), np.zeros((2, 2)), verbose=0)

g = Sequential([a, Dense(2)])
g.add(Dense(3))
