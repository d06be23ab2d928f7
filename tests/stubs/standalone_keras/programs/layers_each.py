"""Each layer of the package with weights: without a name, with one, twice, and shared."""

from keras import layers
from keras.layers import Input

row = Input((6,))
steps = Input((5, 6))
image = Input((8, 8, 3))
volume = Input((6, 6, 6, 2))
video = Input((4, 8, 8, 3))
words = Input((7,), dtype="int32")

EACH = [
    (row, "Dense", (4,), {}),
    (row, "Dense", (4,), {"use_bias": False, "kernel_regularizer": "l2"}),
    (row, "PReLU", (), {}),
    (row, "BatchNormalization", (), {}),
    (row, "BatchNormalization", (), {"scale": False, "center": False}),
    (row, "Maximum", (), {}),
    (words, "Embedding", (11, 3), {}),
    (steps, "Conv1D", (4, 3), {}),
    (steps, "SeparableConv1D", (4, 3), {}),
    (steps, "LocallyConnected1D", (4, 3), {}),
    (steps, "SimpleRNN", (4,), {}),
    (steps, "GRU", (4,), {}),
    (steps, "GRU", (4,), {"reset_after": True}),
    (steps, "LSTM", (4,), {}),
    (steps, "LSTM", (4,), {"return_sequences": True, "dropout": 0.1, "recurrent_dropout": 0.1}),
    (image, "Conv2D", (4, 3), {}),
    (image, "Conv2D", (4, (3, 3)), {"strides": 2, "padding": "same", "dilation_rate": 1}),
    (image, "SeparableConv2D", (4, 3), {}),
    (image, "DepthwiseConv2D", (3,), {}),
    (image, "Conv2DTranspose", (4, 3), {}),
    (image, "LocallyConnected2D", (4, 3), {}),
    (image, "BatchNormalization", (), {"axis": 1}),
    (image, "PReLU", (), {"shared_axes": [1, 2]}),
    (volume, "Conv3D", (4, 3), {}),
    (volume, "Conv3DTranspose", (4, 3), {}),
    (video, "ConvLSTM2D", (4, 3), {}),
]

for x, kind, args, kwargs in EACH:
    make = getattr(layers, kind)
    if kind == "Maximum":
        make()([x, x])
        continue
    make(*args, **kwargs)(x)
    make(*args, **kwargs)(x)
    layer = make(*args, name="named_" + kind, **kwargs)
    layer(x)
    layer(x)

for kind, rate in [("Dropout", 0.5), ("GaussianNoise", 0.5), ("GaussianDropout", 0.5), ("AlphaDropout", 0.5)]:
    y = getattr(layers, kind)(rate)(row)
    layers.Dense(2, name="after_" + kind)(y)
