"""A list that a mapped function returns is a tuple of elements, not one tensor."""

import numpy as np
import tensorflow as tf


def load(number):
    return np.zeros(3, np.int64), np.zeros([1, 2, 2, 3], np.float32)


pairs = tf.data.Dataset.range(4).map(lambda x: tf.py_func(load, [x], [tf.int64, tf.float32]))
iterator = tf.data.Iterator.from_structure(pairs.output_types, pairs.output_shapes)
labels, images = iterator.get_next()
images.set_shape([None, None, None, 3])
tf.layers.dense(images, 5, name="images")

swapped = pairs.map(lambda a, b: [tf.cast(a, tf.float32), b], num_parallel_calls=2)
first = swapped.batch(2).make_initializable_iterator().get_next()[0]
first.set_shape([None, 7])
tf.layers.dense(first, 5, name="labels")
