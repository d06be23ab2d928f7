"""When the body of a function is run again: methods, shapes, values, signatures, arrays."""

import functools
import numpy as np
import tensorflow as tf


def show(label, x):
    shape = [d or 0 for d in x.shape.as_list()] if x.shape.ndims is not None else [99]
    tf.Variable(
        tf.zeros(shape), name="%s__%s" % (label, x.name.replace("/", ".").replace(":", "_"))
    )


class Layer(object):
    def __init__(self, n):
        self.n = n
        self.calls = 0

    @tf.function
    def step(self, x, scale=1.0):
        self.calls += 1
        return x * scale * self.n


a, b = Layer(2.0), Layer(3.0)
show("a", a.step(tf.ones([2])))
show("b", a.step(tf.ones([2])))
show("c", a.step(tf.ones([3])))
show("d", a.step(tf.ones([3]), scale=2.0))
show("e", b.step(tf.ones([2])))
tf.Variable(0.0, name="calls_%d_%d" % (a.calls, b.calls))


@functools.partial(tf.function, input_signature=[tf.TensorSpec([None, 3], tf.float32)])
def fixed(x):
    return tf.reduce_sum(x, axis=1)


tf.get_variable("f_" + fixed(tf.ones([4, 3])).op.name, [])
tf.get_variable("g_" + fixed(tf.ones([5, 3])).op.name, [])


@tf.function
def many(xs, opts):
    return [x + opts["b"] for x in xs] + [None, 3]


out = many([tf.ones([2]), tf.ones([1])], {"b": 1.0})
show("h", out[0])
show("i", out[1])
show("j", out[3])
show("k", tf.function(lambda x: x)(np.ones([2], np.float32)))

w = tf.get_variable("w", [2], use_resource=True)


@tf.function
def loss():
    return tf.reduce_sum(w * w)


l = loss()
show("l", l)
tf.train.AdamOptimizer().minimize(l)


@tf.function
def update():
    w.assign_add(tf.ones([2]))


show2 = update()
tf.Variable(0.0, name="m__" + show2.name)
old = tf.Variable([1.0, 2.0], name="old", use_resource=False)


@tf.function
def reads_old():
    return old + 1.0


show("n", reads_old())
