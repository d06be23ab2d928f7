"""The arguments of Keras 1, and the modules that layers were in."""

from keras.layers import DepthwiseConv2D, Input, SeparableConv2D, merge
from keras.layers.advanced_activations import LeakyReLU, PReLU
from keras.layers.convolutional import Conv1D, Convolution2D, MaxPooling2D, UpSampling2D, ZeroPadding2D
from keras.layers.core import Activation, Dense, Dropout, Flatten, Lambda, Permute, RepeatVector, Reshape
from keras.layers.embeddings import Embedding
from keras.layers.merge import add, concatenate
from keras.layers.noise import GaussianNoise
from keras.layers.normalization import BatchNormalization
from keras.layers.recurrent import GRU, LSTM, SimpleRNN
from keras.layers.wrappers import Bidirectional, TimeDistributed
from keras.models import Model, Sequential
from keras.optimizers import SGD
from keras.regularizers import l2
from keras.utils import np_utils
from keras.utils.generic_utils import get_custom_objects

SeparableConv2D(3, 3, kernel_initializer="he_normal", kernel_regularizer=l2(0.1), name="separable")(Input((8, 8, 3)))
DepthwiseConv2D(3, dilation_rate=(2, 2), kernel_initializer="he_normal", name="depthwise")(Input((8, 8, 3)))
x = Input((8, 8, 3))
y = Convolution2D(4, 3, 3, border_mode="same", init="he_normal", W_regularizer=l2(0.1))(x)
y = Convolution2D(nb_filter=4, nb_row=2, nb_col=3, subsample=(2, 2), bias=False, dim_ordering="tf")(y)
y = BatchNormalization(axis=3)(y)
y = MaxPooling2D((2, 2), border_mode="same")(y)
y = Flatten()(y)
y = Dense(output_dim=5, init="uniform", activation="relu")(y)
z = Dropout(p=0.5)(y)
model = Model(input=x, output=z)
s = Sequential()
s.add(Embedding(10, 4, input_length=6, init="uniform"))
s.add(LSTM(output_dim=3, inner_activation="sigmoid", return_sequences=True, dropout_W=0.1))
s.add(GRU(4))
s.add(Dense(1, input_dim=4))
s.compile(optimizer=SGD(lr=0.1), loss="mse")
