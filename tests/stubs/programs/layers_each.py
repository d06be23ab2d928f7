"""Each layer of tf.layers that has weights: unnamed, twice, named, shared, and as an object."""

import tensorflow as tf

layers = tf.layers
line = tf.placeholder(tf.float32, [2, 9, 3])
image = tf.placeholder(tf.float32, [2, 9, 9, 3])
volume = tf.placeholder(tf.float32, [2, 9, 9, 9, 3])


def functions():
    yield "conv1d", line, lambda x, **more: layers.conv1d(x, 4, 3, **more)
    yield "conv2d", image, lambda x, **more: layers.conv2d(x, 4, [3, 2], padding="same", **more)
    yield "conv3d", volume, lambda x, **more: layers.conv3d(x, 4, 3, strides=2, **more)
    yield "conv2d_transpose", image, lambda x, **more: layers.conv2d_transpose(x, 4, 3, **more)
    yield "conv3d_transpose", volume, lambda x, **more: layers.conv3d_transpose(x, 4, 2, strides=2, **more)
    yield "separable1", line, lambda x, **more: layers.separable_conv1d(x, 4, 3, depth_multiplier=2, **more)
    yield "separable2", image, lambda x, **more: layers.separable_conv2d(x, 4, 3, **more)
    yield "dense", line, lambda x, **more: layers.dense(x, 5, **more)
    yield "norm", image, lambda x, **more: layers.batch_normalization(x, fused=False, **more)


def objects():
    yield line, lambda **more: layers.Conv1D(4, 3, **more)
    yield image, lambda **more: layers.Conv2D(4, 3, use_bias=False, **more)
    yield volume, lambda **more: layers.Conv3D(4, 3, **more)
    yield image, lambda **more: layers.Conv2DTranspose(4, 3, **more)
    yield volume, lambda **more: layers.Conv3DTranspose(4, 2, **more)
    yield line, lambda **more: layers.SeparableConv1D(4, 3, **more)
    yield image, lambda **more: layers.SeparableConv2D(4, 3, **more)
    yield line, lambda **more: layers.Dense(5, **more)
    yield image, lambda **more: layers.BatchNormalization(**more)


def tell(tensor):
    tf.Variable(tf.zeros(tensor.shape), name="of_" + tensor.op.name.replace("/", "."))


for label, x, make in functions():
    with tf.variable_scope(label):
        tell(make(x))
        make(x)
        make(x, name="mine", trainable=False)
        make(x, name="mine", reuse=True)
        with tf.variable_scope("auto", reuse=tf.AUTO_REUSE):
            make(x)
            make(x, name="shared")
            make(x, name="shared")
    with tf.variable_scope(label, reuse=True):
        make(x)
        make(x, name="mine")
for index, (x, make) in enumerate(objects()):
    with tf.variable_scope("objects_%d" % index):
        layer = make()
        tell(layer(x))
        layer(x)
        make()(x)
        named = make(name="Named", dtype=tf.float32)
        named.apply(x)
        with tf.variable_scope("elsewhere"):
            named(x)
            tf.Variable(0, name="has_%d_of_%s" % (len(named.weights), named.scope_name.replace("/", ".")))
flat = layers.Flatten()(layers.MaxPooling2D(2, 2)(image))
tell(layers.Dropout(0.5)(flat, training=True))
tell(layers.average_pooling3d(volume, 2, 2))
tell(layers.max_pooling1d(line, 2, 2, name="pool"))
tell(layers.AveragePooling1D(3, 1)(line))
tell(layers.MaxPooling3D(2, 1)(volume))
