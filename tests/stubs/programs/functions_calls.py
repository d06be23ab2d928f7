"""Calls of `tf.function` and `defun` are ops, and run the body once for each kind of arguments."""

import tensorflow as tf


def show(label, x):
    tf.get_variable("%s__%s" % (label, x.op.name.replace("/", ".")), [])


@tf.function
def double(x):
    return x * 2.0


show("a", double(tf.constant(1.0)))
show("b", double(tf.constant(2.0)))
with tf.name_scope("n"):
    show("c", double(tf.constant(2.0)))
v = tf.Variable(1.0, name="v")
w = tf.Variable(1.0, name="w", use_resource=True)


@tf.function
def reads(x):
    return x * w


show("d", reads(tf.constant(1.0)))
show("e", reads(tf.constant(1.0)))


@tf.function
def pair(x):
    return x + 1.0, {"k": x * 2.0}


p, q = pair(tf.constant(1.0))
show("f", p)
tf.Variable(0.0, name="f__%d" % q["k"].value_index)


class Net(tf.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.v = None

    @tf.function
    def __call__(self, x):
        if self.v is None:
            self.v = tf.Variable(tf.ones([2]), name="inner", trainable=False)
        return self.v * x


net = Net()
show("g", net(tf.constant([1.0, 2.0])))
show("h", net(tf.constant([1.0, 2.0])))
tf.Variable(0.0, name="last")
tf.Variable(0.0, name="c__" + tf.constant(1.0).op.name)
