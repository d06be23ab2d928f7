"""A layer that is called on what it made itself, in models and copies of them."""

import numpy as np
import tensorflow as tf
from tensorflow.contrib.seq2seq.python.ops.attention_wrapper import LuongAttentionV2

K = tf.keras
x = K.Input([4])
shared = K.layers.Dense(4)
between = K.layers.Dense(4)
model = K.Model(x, shared(between(shared(shared(x)))))
for layer in model.layers:
    tf.get_variable("layer_" + layer.name, [])
copy = K.models.clone_model(model)
copy.compile("sgd", "mse")
copy.fit(np.ones((2, 4)), np.ones((2, 4)))

words, query, state = K.Input([5]), K.Input([4]), K.Input([5])
memory = K.layers.LSTM(4, return_sequences=True)(K.layers.Embedding(20, 6)(words))
attention = LuongAttentionV2(4, memory)
model = K.Model([words, query, state], attention([query, state]))
tf.get_variable("weights_%d" % len(model.trainable_weights), [])
