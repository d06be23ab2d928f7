"""Recurrent layers: states, cells of their own, both directions, and a layer for each step."""

from keras import layers
from keras.layers import GRU, LSTM, RNN, Bidirectional, Conv2D, Dense, GRUCell, Input, LSTMCell, SimpleRNNCell, StackedRNNCells, TimeDistributed
from keras.layers import Embedding, Masking
from keras.models import Model, Sequential

x = Input((5, 6))
fixed = Input(batch_shape=(2, 5, 6))

y = Bidirectional(LSTM(4, return_sequences=True))(x)
y = Bidirectional(GRU(3), merge_mode="sum", name="both")(y)
y = Dense(2)(y)
LSTM(4, stateful=True)(fixed)
GRU(4, stateful=True, name="held")(fixed)
out, h, c = LSTM(4, return_state=True)(x)
LSTM(4)(x, initial_state=[h, c])
RNN(LSTMCell(3))(x)
RNN([LSTMCell(3), GRUCell(4)], return_sequences=True)(x)
RNN(StackedRNNCells([SimpleRNNCell(3), SimpleRNNCell(3)]), name="stacked")(x)
TimeDistributed(Dense(3))(x)
TimeDistributed(Conv2D(2, 3), name="each")(Input((4, 8, 8, 3)))
inner = Sequential([Dense(3, input_shape=(6,)), Dense(4)])
z = TimeDistributed(inner)(x)
Dense(2)(z)
w = Input((7,))
e = Embedding(10, 4, mask_zero=True)(w)
e = Bidirectional(LSTM(3, return_sequences=True))(e)
e = TimeDistributed(Dense(2))(e)
m = Model(w, e)
m.compile("adam", "mse")
m._make_train_function()
Masking()(x)
