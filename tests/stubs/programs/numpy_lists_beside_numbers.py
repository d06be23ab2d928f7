"""Lists in operations with NumPy's numbers: arrays, but for what a product repeats."""

import numpy as np
import tensorflow as tf


def found(key, value):
    text = "_".join(str(each) for each in np.asarray(value).ravel())
    tf.get_variable("_".join([key, type(value).__name__, text]), [1])


sizes = [24, 48]
found("quotient", sizes / np.prod([2, 2]))
found("repeated", sizes * np.int64(2))
found("sum", sizes + np.sum([1, 2]))
found("difference", sizes - np.float32(2))
found("times", np.prod(2) * sizes)
found("whole", sizes // np.prod([2, 3]))
found("of_a_tuple", tuple(sizes) / np.max([2, 4]))
found("rest", sizes % np.int64(7))
found("reflected", np.int64(100) - sizes)
found("power", [2, 3] ** np.int64(2))

shape = [24, 48, 96, 1]
shape[0:-1] = shape[0:-1] / np.prod(2 * 2)
found("halves", shape)
found("size", np.prod(shape))
tf.layers.dense(tf.zeros([2, 3]), int(np.prod(shape)), name="dense")

grown = [1, 2, 3]
grown += np.int64(2)
found("grown", grown)
