"""Each layer of tf.contrib.layers that has weights: unnamed, twice, in a scope, under reuse."""

import tensorflow as tf

layers = tf.contrib.layers
slim = tf.contrib.slim
line = tf.placeholder(tf.float32, [2, 9, 3])
image = tf.placeholder(tf.float32, [2, 9, 9, 3])
volume = tf.placeholder(tf.float32, [2, 9, 9, 9, 3])


def each():
    yield "full", line, lambda x, **more: layers.fully_connected(x, 5, **more)
    yield "linear", line, lambda x, **more: layers.linear(x, 5, **more)
    yield "conv1d", line, lambda x, **more: layers.conv1d(x, 4, 3, **more)
    yield "convolution1d", line, lambda x, **more: layers.convolution1d(x, 4, 3, **more)
    yield "conv2d", image, lambda x, **more: layers.conv2d(x, 4, 3, rate=2, **more)
    yield "conv3d", volume, lambda x, **more: layers.conv3d(x, 4, 3, **more)
    yield "convolution", image, lambda x, **more: layers.convolution(x, 4, 3, padding="VALID", **more)
    yield "up", image, lambda x, **more: layers.conv2d_transpose(x, 4, 3, stride=2, **more)
    yield "up3", volume, lambda x, **more: layers.conv3d_transpose(x, 4, 3, biases_initializer=None, **more)
    yield "separable", image, lambda x, **more: layers.separable_conv2d(x, 4, 3, **more)
    yield "depthwise", image, lambda x, **more: layers.separable_conv2d(x, None, 3, 2, **more)
    yield "bias", image, lambda x, **more: layers.bias_add(x, **more)
    yield "norm", image, lambda x, **more: layers.layer_norm(x, **more)
    yield "batch", image, lambda x, **more: layers.batch_norm(x, scale=True, **more)
    yield "slim", image, lambda x, **more: slim.conv2d(x, 4, 3, normalizer_fn=slim.batch_norm, **more)
    yield "slim_separable", image, lambda x, **more: slim.separable_conv2d(x, 4, 3, 1, **more)


def tell(tensor):
    tf.Variable(tf.zeros(tensor.shape), name="of_" + tensor.op.name.replace("/", "."))


for label, x, make in each():
    with tf.variable_scope(label):
        tell(make(x))
        make(x)
        make(x, scope="mine", trainable=False)
        make(x, scope="mine", reuse=True)
        with tf.variable_scope("auto", reuse=tf.AUTO_REUSE):
            make(x, scope="shared")
            make(x, scope="shared")
    with tf.variable_scope(label, reuse=True):
        make(x, scope="mine")
with tf.variable_scope("more"):
    y = layers.stack(image, layers.conv2d, [(4, 3), (8, [1, 1])], scope="core")
    y = slim.stack(y, slim.conv2d, [(4, 3)], activation_fn=None)
    y = layers.repeat(y, 2, layers.conv2d, 4, 3)
    y = slim.max_pool2d(slim.avg_pool2d(y, 2), [2, 2], scope="pool")
    y = slim.dropout(slim.flatten(y), 0.5)
    tell(layers.unit_norm(y, 1))
    tell(slim.one_hot_encoding(tf.zeros([3], tf.int32), 4))
for name in (tf.GraphKeys.MODEL_VARIABLES, tf.GraphKeys.UPDATE_OPS):
    tf.Variable(0, name="%s_%d" % (name, len(tf.get_collection(name))))
