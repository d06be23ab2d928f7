"""Conditions that are constants: only the branch that is taken is built."""

import tensorflow as tf
from tensorflow.contrib.layers.python.layers import utils
from tensorflow.python.framework import smart_cond as smart
from tensorflow.python.keras.utils import tf_utils

fed = tf.placeholder(tf.bool, [])
for number, given in enumerate((tf.constant(True), tf.constant(False), tf.constant(1), True, 0)):
    name = utils.smart_cond(given, lambda: "yes", lambda: "no")
    tf.get_variable("contrib_%s_%d" % (name, number), [])
    name = tf_utils.smart_cond(given, lambda: "yes", lambda: "no")
    tf.get_variable("keras_%s_%d" % (name, number), [])
    smart.smart_cond(
        given, lambda: tf.Variable(1.0, name="one"), lambda: tf.Variable(2.0, name="two")
    )
    tf.get_variable("%s_%d" % (smart.smart_constant_value(given), number), [])
smart.smart_cond(fed, lambda: tf.zeros([2]), lambda: tf.ones([2]), name="asked")
with tf.name_scope("asked"):
    tf.Variable(0.0, name="after")
