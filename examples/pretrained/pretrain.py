"""The model as it was trained; ``model.ckpt`` is what TensorFlow 1.15.5 saved of it."""

import tensorflow as tf


def encoder(x):
    for i in range(3):
        with tf.variable_scope(f"block_{i}"):
            x = tf.layers.dense(x, 16, tf.nn.relu, name="inner") + x
    return x


images = tf.placeholder(tf.float32, [None, 16])
labels = tf.placeholder(tf.int64, [None])
with tf.variable_scope("model"):
    logits = tf.layers.dense(encoder(images), 10, name="logits")
loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
train = tf.train.AdamOptimizer().minimize(loss, tf.train.get_or_create_global_step())

if __name__ == "__main__":
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        tf.train.Saver().save(session, "./model.ckpt")
