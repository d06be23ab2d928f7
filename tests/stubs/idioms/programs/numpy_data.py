"""Functions of numpy whose results depend on data: the shapes that are certain all the same."""

import numpy as np
import tensorflow as tf


def s(name, value):
    tf.get_variable(name, np.shape(value))


a = np.arange(12.0).reshape(3, 4)
s("delete", np.delete(a, 1, 0))
s("delete_flat", np.delete(a, 1))
s("insert", np.insert(a, 1, 0, axis=1))
s("take", np.take(a, [0, 2], axis=1))
s("take_flat", np.take(a, [[0, 2], [1, 1]]))
s("diff", np.diff(a))
s("diff_rows", np.diff(a, axis=0))
s("histogram", np.histogram(a, bins=5)[0])
s("edges", np.histogram(a, 5)[1])
s("places", np.searchsorted(np.arange(5.0), [1.5, 2.5]))
s("bins", np.digitize([0.5, 1.5, 2.5], np.arange(4.0)))
s("isin", np.isin(a, [1, 2]))
s("in1d", np.in1d(a, [1, 2]))
s("percentile", np.percentile(a, 50, axis=0))
s("unravelled", np.unravel_index([1, 2, 3], (3, 4))[1])
s("inverse", np.unique([3, 1, 3], return_inverse=True)[1])
s("dstack", np.dstack([a, a]))
s("dstack_flat", np.dstack([np.zeros(3), np.zeros(3)]))
s("copy", np.copy(a))
s("inf", np.isinf(a))
s("not_", np.logical_not(a > 3))
s("angle", np.arctan2(a, a))
s("real", np.real(a))
s("means", np.nanmean(a, axis=1))
s("buffer", np.frombuffer(b"12345678", np.float32, count=2))
s("fixed", np.fix(a))
with np.errstate(divide="ignore"):
    s("divided", 1 / np.reciprocal(a + 1))
np.copyto(a, 1.0)
s("copied", a)
np.fill_diagonal(a, 0)
s("filled", np.vectorize(lambda x: x + 1)(a))
tf.get_variable("exp_%d" % np.exp2(3), [int(np.hypot(3, 4))])
