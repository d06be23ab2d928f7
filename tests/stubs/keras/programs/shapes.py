"""Layers without weights: the shapes that they make, told by the names of variables."""

import tensorflow as tf

L = tf.keras.layers
rows = tf.placeholder(tf.float32, [None, 6])
line = tf.placeholder(tf.float32, [None, 12, 3])
image = tf.placeholder(tf.float32, [None, 12, 10, 3])
volume = tf.placeholder(tf.float32, [None, 6, 8, 10, 3])


def shown(layer, x):
    y = layer(x)
    dims = ["n" if dim is None else str(dim) for dim in y.shape.as_list()]
    tf.Variable(0.0, name="_".join([layer.name] + dims))


for x in (rows, line, image, volume):
    shown(L.Flatten(), x)
    shown(L.Dropout(0.5), x)
    shown(L.Activation("tanh"), x)
    shown(L.Lambda(lambda t: t[:, :2]), x)
    shown(L.Masking(), x)
    shown(L.ActivityRegularization(0.1), x)
shown(L.Flatten("channels_first"), image)
shown(L.Reshape((3, 2)), rows)
shown(L.Reshape((-1, 2)), line)
shown(L.Reshape([-1]), image)
shown(L.Permute((2, 1)), line)
shown(L.RepeatVector(4), rows)
shown(L.SpatialDropout1D(0.1), line)
shown(L.SpatialDropout2D(0.1), image)
shown(L.SpatialDropout3D(0.1), volume)
for x, rank in ((line, "1D"), (image, "2D"), (volume, "3D")):
    for name in ("MaxPool", "AvgPool", "MaxPooling", "AveragePooling"):
        shown(getattr(L, name + rank)(), x)
        shown(getattr(L, name + rank)(3, 1, padding="same"), x)
    for name in ("GlobalMaxPool", "GlobalAvgPool", "GlobalMaxPooling", "GlobalAveragePooling"):
        shown(getattr(L, name + rank)(), x)
    shown(getattr(L, "UpSampling" + rank)(3), x)
    shown(getattr(L, "ZeroPadding" + rank)(2), x)
    shown(getattr(L, "Cropping" + rank)(1), x)
shown(L.UpSampling2D((2, 3), interpolation="bilinear"), image)
shown(L.ZeroPadding1D((1, 2)), line)
shown(L.ZeroPadding2D(((1, 2), (3, 4))), image)
shown(L.Cropping2D(((1, 2), (3, 4))), image)
for cls in (L.Add, L.Subtract, L.Multiply, L.Average, L.Maximum, L.Minimum):
    shown(cls(), [line, line])
shown(L.Concatenate(), [line, line, line])
shown(L.Concatenate(axis=1), [line, line])
shown(L.Add(), [rows, rows[:, :1], rows[:, None]])
shown(L.Multiply(), [line, line[:, 0]])
shown(L.Dot(axes=1), [rows, rows])
shown(L.Dot(axes=(2, 2), normalize=True), [line, line[:, :7]])
for function in (L.add, L.subtract, L.multiply, L.average, L.maximum, L.minimum, L.concatenate):
    y = function([line, line])
    tf.Variable(0.0, name=y.op.name.split("/")[0])
tf.Variable(0.0, name=L.dot([line, line], axes=2).op.name.split("/")[0])
