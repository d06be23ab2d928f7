"""Each layer of Keras made again from its configuration."""

import tensorflow as tf
L = tf.keras.layers
x4 = tf.zeros([1, 9, 9, 4])
x3 = tf.zeros([1, 9, 4])
x2 = tf.zeros([2, 4])
ids = tf.zeros([2, 5], tf.int32)
x5 = tf.zeros([1, 5, 9, 9, 4])
made = [(L.Dense(3), x2), (L.Conv1D(3, 2), x3), (L.Conv2D(3, 2), x4), (L.Conv3D(3, 2), x5), (L.SeparableConv1D(3, 2), x3), (L.SeparableConv2D(3, 2), x4), (L.DepthwiseConv2D(3), x4), (L.Conv2DTranspose(3, 2), x4), (L.Conv3DTranspose(3, 2), x5),
 (L.BatchNormalization(), x4), (L.LayerNormalization(), x2), (L.Embedding(7, 3), ids), (L.PReLU(shared_axes=[1, 2]), x4), (L.LocallyConnected1D(2, 2), x3), (L.LocallyConnected2D(2, 2), x4),
 (L.LSTM(3), x3), (L.GRU(3, reset_after=True), x3), (L.SimpleRNN(3), x3), (L.ConvLSTM2D(3, 2), x5), (L.TimeDistributed(L.Dense(3)), x3), (L.Bidirectional(L.GRU(3)), x3), (L.RNN(L.LSTMCell(3)), x3),
 (L.MaxPooling2D(2), x4), (L.Activation("relu"), x2), (L.Dropout(.1), x2), (L.Flatten(), x4), (L.Reshape((4,)), x2), (L.ZeroPadding2D(1), x4), (L.Cropping2D(1), x4), (L.UpSampling2D(), x4), (L.GaussianNoise(.1), x2), (L.LeakyReLU(), x2), (L.ReLU(6.), x2), (L.Softmax(), x2), (L.Permute((2, 1)), x3), (L.RepeatVector(3), x2), (L.GlobalMaxPooling2D(), x4), (L.SpatialDropout1D(.1), x3), (L.Masking(), x3), (L.ActivityRegularization(.1), x2), (L.AlphaDropout(.1), x2), (L.StackedRNNCells([L.GRUCell(2)]), None), (L.ELU(), x2), (L.ThresholdedReLU(), x2)]
for n, (layer, x) in enumerate(made):
    copy = layer.__class__.from_config(layer.get_config())
    if x is not None:
        y = copy(x)
        tf.get_variable("%d_%s_%s" % (n, copy.name, "_".join(map(str, y.shape.as_list()))), [])
for cls, x in ((L.Add, x2), (L.Concatenate, x2), (L.Dot, x2)):
    layer = cls(axes=1) if cls is L.Dot else cls()
    copy = cls.from_config(layer.get_config())
    tf.get_variable(copy.name + str(copy([x, x]).shape[1]), [])
