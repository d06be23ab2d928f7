"""Functional models, nested and shared, and what training makes for them."""

from keras.layers import BatchNormalization, Dense, Input
from keras.models import Model, Sequential


def branch(name=None):
    x = Input((8,))
    y = Dense(5, activation="relu")(x)
    y = BatchNormalization()(y)
    return Model(x, Dense(4)(y), name=name)


one = branch()
two = branch("two")
third = Input((8,))
left, right = Input((8,)), Input(shape=(8,), name="right")
joined = Dense(3)(one(left))
other = Dense(2, name="other")(two(third))
shared = one(right)
whole = Model(inputs=[left, right, third], outputs=[joined, shared, other])
inner = Sequential(name="inner")
inner.add(Dense(7, input_shape=(3,)))
inner.add(BatchNormalization())
top = Sequential([Dense(6, input_dim=4), Dense(3), inner])
top.compile("sgd", "mse")
top._make_train_function()
whole.compile(optimizer="rmsprop", loss=["mse", "mae", "mse"], loss_weights=[1.0, 0.5, 1.0], metrics=["accuracy"])
whole._make_train_function()
one.trainable = False
whole.compile(optimizer="adam", loss="mse", metrics={"other": "mae"})
whole._make_train_function()

given = Input(None, (2, 4), "given")
assert given._keras_shape == (2, 4) == Dense(4)(given)._keras_shape
assert whole.layers[0].batch_input_shape == (None, 8)
Dense(given._keras_shape[-1])(given)
