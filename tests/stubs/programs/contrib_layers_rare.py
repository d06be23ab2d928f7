"""The layers of tf.contrib.layers that few programs use: unnamed, twice, named, under reuse."""

import tensorflow as tf

layers = tf.contrib.layers
slim = tf.contrib.slim
images = tf.placeholder(tf.float32, [2, 8, 8, 64])
first = tf.placeholder(tf.float32, [2, 64, 8, 8])
rows = tf.placeholder(tf.float32, [4, 6])
ids = tf.zeros([4, 5], tf.int32)


def tell(name, *tensors):
    for tensor in tensors:
        tf.Variable(tf.zeros([2 if dim is None else dim for dim in tensor.shape.as_list()]), name=name)


for scope in ("one", "two"):
    with tf.variable_scope(scope):
        y = layers.instance_norm(images)
        y = layers.instance_norm(y, center=False, activation_fn=tf.nn.relu)
        layers.instance_norm(first, data_format="NCHW", scope="first")
        layers.instance_norm(y, scope="norm", param_initializers={"beta": tf.ones_initializer()})
        layers.instance_norm(y, scope="norm", reuse=True)
        z = slim.group_norm(y)
        z = layers.group_norm(z, groups=8, scale=False, scope="groups")
        layers.group_norm(first, groups=4, channels_axis=-3, reduction_axes=(-2, -1), trainable=False)
        layers.group_norm(z, groups=8, scale=False, scope="groups", reuse=True)
        tell("norms", y, z)
        g = layers.gdn(images)
        g = layers.gdn(g, inverse=True, name="back")
        layers.gdn(g, name="back", reuse=True)
        layer = layers.GDN(name="object")
        tell("gdns", g, layer(g), layers.GDN()(g))
        layer(g)
        c = layers.conv2d_in_plane(images, 3)
        c = layers.conv2d_in_plane(c, [1, 3], stride=2, normalizer_fn=layers.batch_norm)
        layers.convolution2d_in_plane(c, 3, scope="plane", biases_initializer=None)
        slim.conv2d_in_plane(c, 3, scope="plane", biases_initializer=None, reuse=True)
        tell("planes", c)
        f = layers.legacy_fully_connected(rows, 3)
        f = layers.legacy_relu(f, 4, bias_init=None)
        f = layers.legacy_linear(f, 4, name="last")
        tell("legacy", f, layers.legacy_fully_connected(tf.zeros([2, 3, 4]), 5, name="deep"))
        tell("spatial", layers.spatial_softmax(images), layers.spatial_softmax(images, 0.5, name="soft"))
        layers.spatial_softmax(first, data_format="NCHW", trainable=False)
        tell("maxout", layers.maxout(images, 16), layers.maxout(rows, 3, scope="most"))
        tell("pool", slim.pool(images, 2, "AVG"), slim.pool(images, [2, 2], "MAX", stride=2, scope="pool"))
        s = layers.images_to_sequence(images)
        tell("sequence", s, layers.sequence_to_images(s, 8))
        e = layers.embed_sequence(ids, 10, 3)
        layers.embed_sequence(ids, 10, 4, scope="words", regularizer=layers.l2_regularizer(0.1))
        tell("words", e, layers.embed_sequence(ids, scope="words", reuse=True))
        tell("bag", layers.bow_encoder(ids, 10, 3, sparse_lookup=False), layers.bow_encoder(ids, 10, 3, scope="bag"))
        layers.bow_encoder(ids, 10, 3, scope="bag", reuse=True)
tf.train.AdamOptimizer().minimize(tf.reduce_sum(g) + tf.reduce_sum(z) + tf.reduce_sum(f) + tf.reduce_sum(c))
tf.Variable(0, name="losses_%d" % len(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)))
