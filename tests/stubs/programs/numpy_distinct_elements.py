"""Numpy: the distinct elements of small arrays, how often they occur, and where the greatest is."""

import numpy as np
import tensorflow as tf

labels = np.array([2, 0, 1, 2, 2])
classes, first, inverse, counts = np.unique(
    labels, return_index=True, return_inverse=True, return_counts=True
)
for c, f, n in zip(classes, first, counts):
    tf.get_variable("class_%d_at_%d" % (c, f), [n])
tf.get_variable("inverse_" + "_".join(map(str, inverse)), inverse.shape)
tf.get_variable("bins_%d" % np.bincount(labels, minlength=5).size, np.bincount(labels).shape)
tf.get_variable("most_%d_least_%d" % (np.argmax(counts), counts.argmin()), [])
tf.get_variable("two_%d" % np.argmax([[1, 5], [9, 2]]), np.argmax([[1, 5], [9, 2]], axis=1).shape)
if np.any(labels == 1) and not np.all(labels) and (labels >= 0).all() and not (labels > 2).any():
    tf.get_variable("as_expected", [])
else:
    tf.get_variable("not_expected", [])
words = np.unique(["b", "a", "b"])
tf.get_variable("words_" + "".join(words), [len(words)])
w = np.array([0.5, 0.25])
tf.get_variable("w_%d" % w.argmax(), [])
tf.get_variable("t_%s" % type(np.argmax(w)).__name__, [])
