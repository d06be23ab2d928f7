"""Convolutions: each class unnamed, named, called twice, in scopes; transposed and separable ones."""

import tensorflow as tf

L = tf.keras.layers
line = tf.zeros([2, 12, 3])
image = tf.zeros([2, 12, 10, 3])
volume = tf.zeros([2, 6, 8, 10, 3])


def shown(x):
    """A variable that tells what the tensor's shape is."""
    tf.Variable(0.0, name="_".join(["shape"] + [str(dim) for dim in x.shape.as_list()]))


for x, cls in ((line, L.Conv1D), (image, L.Conv2D), (volume, L.Conv3D)):
    layer = cls(4, 3)
    shown(layer(x))
    shown(layer(x))
    shown(cls(4, 3, 2, "same", name="named", activation="relu")(x))
    with tf.variable_scope("scope"):
        shown(cls(5, 2, use_bias=False)(x))
shown(L.Conv1D(4, 3, padding="causal", dilation_rate=2)(line))
shown(L.Conv2D(4, (3, 2), dilation_rate=2, data_format="channels_last", name="dilated")(image))
for x, cls in ((image, L.Conv2DTranspose), (volume, L.Conv3DTranspose)):
    layer = cls(4, 3)
    shown(layer(x))
    layer(x)
    shown(cls(4, 3, 2, "same", name="up")(x))
    with tf.name_scope("scope"):
        shown(cls(5, 2, 3, use_bias=False)(x))
shown(L.Conv2DTranspose(4, 3, 2, output_padding=1)(image))
shown(L.Conv2DTranspose(4, 3, 2, padding="same", output_padding=(1, 0))(image))
for x, cls in ((line, L.SeparableConv1D), (image, L.SeparableConv2D)):
    layer = cls(4, 3)
    shown(layer(x))
    layer(x)
    shown(cls(4, 3, 2, "same", depth_multiplier=2, name="separable")(x))
    with tf.variable_scope("scope"):
        shown(cls(5, 2, use_bias=False)(x))
layer = L.DepthwiseConv2D(3)
shown(layer(image))
layer(image)
shown(L.DepthwiseConv2D((3, 2), 2, "same", 2, use_bias=False, name="deep")(image))
with tf.name_scope("scope"):
    shown(L.DepthwiseConv2D(3, data_format="channels_last")(image))
for x, cls in ((line, L.LocallyConnected1D), (image, L.LocallyConnected2D)):
    layer = cls(4, 3)
    shown(layer(x))
    layer(x)
    shown(cls(4, 3, 2, name="local")(x))
    with tf.name_scope("scope"):
        shown(cls(5, 2, use_bias=False)(x))
    shown(cls(4, 3, implementation=2)(x))
    shown(cls(4, 3, implementation=3)(x))
    shown(cls(4, 3, padding="same", implementation=3)(x))
    shown(cls(4, 3, padding="same", implementation=2)(x))
