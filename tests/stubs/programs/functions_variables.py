"""Variables of functions by `defun` are like all others."""

import tensorflow as tf
from tensorflow.python.eager import function


@function.defun
def plain(x):
    with tf.variable_scope("plain", reuse=tf.AUTO_REUSE):
        return x + tf.get_variable("w", [])


class Net(tf.keras.Sequential):
    def __init__(self):
        super(Net, self).__init__()
        self.call = function.defun(self.call)


def count(when):
    for key in ("variables", "trainable_variables"):
        tf.Variable(0.0, name="%s_%s_%d" % (when, key, len(tf.get_collection(key))))


with tf.name_scope("s"):
    plain(tf.zeros([]))
plain(tf.zeros([2]))
count("plain")
tf.contrib.eager.defun(lambda x: tf.layers.dense(x, 3))(tf.zeros([2, 3]))
net = Net()
net.add(tf.keras.layers.Dense(4))
y = net(tf.zeros([2, 3]))
count("net_%d" % len(net.trainable_weights))
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(y), var_list=net.trainable_weights)
