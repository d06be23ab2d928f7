"""A dense block whose layers are computed again for the gradient."""

import tensorflow as tf


def dense_block(x, i, growth, efficient):
    with tf.variable_scope("block_%d" % i, use_resource=True):
        def _x(ip):
            y = tf.layers.batch_normalization(ip, training=True)
            y = tf.layers.conv2d(tf.nn.relu(y), growth, 3, padding="same", use_bias=False)
            return y

        if efficient:
            _x = tf.contrib.layers.recompute_grad(_x)
        return tf.concat([x, _x(x)], -1)


x = tf.placeholder(tf.float32, [1, 8, 8, 3])
for i in range(3):
    x = dense_block(x, i, 4, i > 0)
loss = tf.reduce_mean(x)
op = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
