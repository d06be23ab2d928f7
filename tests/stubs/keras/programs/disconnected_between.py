"""Models from tensors between the layers: one that the inputs lead to, and one that they do not."""

import tensorflow as tf

from tensorflow.keras import Input, Model, layers

first, second = Input([3], name="first"), Input([3], name="second")
hidden = layers.Dense(4, name="hidden")(first)
made = layers.Dense(2, name="made")(hidden)
both = layers.concatenate([made, second], name="both")
Model(first, hidden)
Model([first, second], [made, both])
states = layers.LSTM(2, name="states", return_state=True)
sequence = Input([4, 3], name="sequence")
out, h, c = states(sequence)
again = layers.LSTM(2, name="again")(sequence, initial_state=[h, c])
copy = tf.keras.models.clone_model(Model(sequence, again))
copy.get_layer("again")
Model([first, second, sequence], [both, again])
try:
    Model(hidden, made)
except ValueError as error:
    tf.get_variable("refused", [])
Model(first, both)
