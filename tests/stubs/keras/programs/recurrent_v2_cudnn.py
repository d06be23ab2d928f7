"""Recurrent layers of version 2 do not run in cudnn where graphs are built."""

import tensorflow as tf
from tensorflow.python.keras.layers import recurrent_v2

for layer in (recurrent_v2.LSTM(2), recurrent_v2.GRU(2), recurrent_v2.LSTM(3, unroll=True)):
    tf.get_variable("%s_%s" % (layer.name, layer.could_use_cudnn), [])
    layer(tf.zeros([2, 3, 4]))
