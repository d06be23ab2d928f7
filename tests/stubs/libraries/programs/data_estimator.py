"""An input function that gives a dataset: the shapes that a model function meets."""

import numpy as np
import tensorflow as tf

images = np.zeros([60, 28, 28], np.float32)
labels = np.zeros([60], np.int32)


def input_fn():
    dataset = tf.data.Dataset.from_tensor_slices(({"image": images}, labels))
    return dataset.shuffle(60).repeat().batch(10)


features, targets = input_fn().make_one_shot_iterator().get_next()
net = tf.layers.dense(tf.layers.flatten(features["image"]), 10)
loss = tf.losses.sparse_softmax_cross_entropy(targets, net)
tf.train.AdamOptimizer().minimize(loss)
columns = [tf.feature_column.numeric_column("image", shape=(28, 28))]
tf.feature_column.linear_model(features, columns, units=10)
batch = tf.estimator.inputs.numpy_input_fn({"image": images}, labels, batch_size=5, num_epochs=None, shuffle=True)()
tf.layers.dense(batch[0]["image"], 3, name="queue")
tf.get_variable("batch", [batch[0]["image"].shape[0].value, batch[1].shape[0].value])
