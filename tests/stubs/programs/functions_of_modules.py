"""Variables that modules make in functions, their collections, slots and gradients."""

import tensorflow as tf


def show(label, x):
    tf.get_variable("%s__%s" % (label, x.name.replace("/", ".").replace(":", "_")), [])


class Dense(tf.Module):
    def __init__(self, n, name=None):
        super(Dense, self).__init__(name)
        self.w = None
        self.n = n

    @tf.function
    def __call__(self, x):
        if self.w is None:
            self.w = tf.Variable(tf.zeros([x.shape[-1], self.n]), name="w", trainable=False)
            self.b = tf.Variable(tf.zeros([self.n]), name="b", trainable=False)
        return tf.matmul(x, self.w) + self.b


one, two = Dense(3), Dense(4)
show("a", one(tf.ones([2, 2])))
show("b", two(one(tf.ones([2, 2]))))
show("c", one(tf.ones([5, 2])))
tf.Variable(0.0, name="left_%d_%d" % (len(tf.global_variables()), len(tf.trainable_variables())))


@tf.contrib.eager.defun
def net(x):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        y = tf.layers.dense(x, 3, name="fc")
    with tf.variable_scope("other"):
        z = tf.get_variable("z", [3])
    return y * z


show("d", net(tf.ones([1, 2])))
show("e", net(tf.ones([1, 2])))
tf.Variable(0.0, name="left_%d_%d" % (len(tf.global_variables()), len(tf.trainable_variables())))
opt = tf.train.MomentumOptimizer(0.1, 0.9)


@tf.function
def cost(x):
    return tf.reduce_mean(tf.square(one(x)))


c = cost(tf.ones([2, 2]))
show("f", c)
g = opt.compute_gradients(c)
tf.Variable(0.0, name="grads_%s" % "_".join("n" if x is None else "g" for x, _ in g))
opt.minimize(c, var_list=list(one.variables))
