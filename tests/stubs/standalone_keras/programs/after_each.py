"""The shapes that layers without weights give, told by the kernels of layers behind them."""

from keras import layers
from keras import backend as K
from keras.layers import Input

row = Input((6,))
steps = Input((5, 6))
image = Input((8, 8, 3))
volume = Input((6, 6, 6, 2))


def tell(x):
    if K.ndim(x) > 2:
        x = layers.Flatten()(x)
    layers.Dense(2)(x)


tell(layers.Activation("relu")(row))
tell(layers.LeakyReLU(0.2)(row))
tell(layers.ELU()(row))
tell(layers.ThresholdedReLU()(row))
tell(layers.Softmax()(row))
tell(layers.ReLU(6.0)(row))
tell(layers.Reshape((3, 2))(row))
tell(layers.Reshape((-1, 2))(row))
tell(layers.RepeatVector(4)(row))
tell(layers.Permute((2, 1))(steps))
tell(layers.Lambda(lambda x: x[:, :2])(row))
tell(layers.Lambda(lambda x: K.sum(x, axis=1))(steps))
tell(layers.Lambda(lambda x: K.expand_dims(x), output_shape=(6, 1))(row))
tell(layers.Lambda(lambda x: x, output_shape=lambda s: s)(steps))
tell(layers.MaxPooling1D()(steps))
tell(layers.AveragePooling1D(3, strides=1, padding="same")(steps))
tell(layers.GlobalMaxPooling1D()(steps))
tell(layers.GlobalAveragePooling1D()(steps))
tell(layers.UpSampling1D(3)(steps))
tell(layers.ZeroPadding1D(2)(steps))
tell(layers.Cropping1D(1)(steps))
tell(layers.MaxPooling2D()(image))
tell(layers.AveragePooling2D((3, 3), 1, "same")(image))
tell(layers.GlobalMaxPooling2D()(image))
tell(layers.GlobalAveragePooling2D()(image))
tell(layers.UpSampling2D((2, 3))(image))
tell(layers.ZeroPadding2D(((1, 2), (3, 4)))(image))
tell(layers.Cropping2D(1)(image))
tell(layers.MaxPooling3D()(volume))
tell(layers.AveragePooling3D()(volume))
tell(layers.GlobalMaxPooling3D()(volume))
tell(layers.UpSampling3D()(volume))
tell(layers.ZeroPadding3D()(volume))
tell(layers.Cropping3D()(volume))
tell(layers.Add()([row, row]))
tell(layers.Subtract()([row, row]))
tell(layers.Concatenate()([row, row]))
tell(layers.concatenate([steps, steps], axis=1))
tell(layers.Dot(1)([row, row]))
tell(layers.dot([steps, steps], axes=(2, 2)))
tell(layers.average([row, row]))
tell(layers.SpatialDropout1D(0.1)(steps))
tell(layers.ActivityRegularization(0.1)(row))
