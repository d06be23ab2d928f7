"""numpy: shapes and small arithmetic."""

import numpy as np
import tensorflow as tf


def show(tag, v):
    tf.get_variable("%s/%s" % (tag, v), [1])


show("prod", np.prod([2,3,4]))
show("prodi", int(np.prod(tf.zeros([2,3,4]).get_shape().as_list()[1:])))
show("sqrt", np.sqrt(4))
show("pi", "%.3f" % np.pi)
show("log2", int(np.log2(64)))
show('logf', "%.2f" % np.log2(10))
show("dim", np.prod(tf.placeholder(tf.float32,[None,2,3]).shape[1:]))
a = np.zeros((3, 4), dtype=np.float32)
show("shape", "_".join(map(str, a.shape)))
c = tf.constant(a)
show("c", c.dtype.name + "_".join(map(str, c.shape.as_list())))
b = np.arange(5)
show("ar", "_".join(str(i) for i in b))
show("sum", b.sum())
show("mean", np.mean([1,2,3]))
show("m", (b*2+1)[2])
w = np.random.uniform(-1, 1, (3, 5)).astype(np.float32)
tf.get_variable("w", initializer=w)
tf.Variable(np.eye(3), name="eye")
tf.get_variable("k", initializer=np.array([1., 2.], np.float32))
v = tf.get_variable("v", [4, int(np.ceil(7 / 2))])
show("ceil", np.ceil(3.2))
show("max", max(np.array([1, 5, 3])))
show("len", len(np.concatenate([np.zeros([2]), np.zeros([3])])))
y = tf.zeros([2]) * np.float32(2.0) + np.ones([2], np.float32)
show("y", y.dtype.name)
show("f32", tf.as_dtype(np.float32).name)
show("i", np.int32(7))
show("t", np.array([[1,2],[3,4]]).T.shape[0])
for i, n in enumerate(np.linspace(0, 1, 3)):
    show("lin%d" % i, n)
x = tf.placeholder(np.float32, [None, 3])
tf.get_variable("d", [3], dtype=np.float64)
tf.constant(np.pi)
show('isin', isinstance(a, np.ndarray))
show('cum', np.cumsum([1,2]).shape[0])
show('where', np.floor(2.7))
show('po', np.power(2, 3))
show('max2', np.maximum(2, 5))
show('nd', np.array([1,2,3]).ndim)
show('dt', a.dtype)
show('eq', a.dtype == np.float32)
