"""Variables that are added to objects which checkpoints follow."""

import tensorflow as tf
from tensorflow.python.training.tracking import tracking, util

owner = tracking.AutoTrackable()
with tf.variable_scope("scope", use_resource=False):
    first = util.add_variable(owner, name="first", shape=[2, 3])
try:
    util.add_variable(owner, name="first", initializer=tf.ones_initializer, shape=[2])
except ValueError as error:
    tf.get_variable("twice_%d" % len(str(error)), [])
util.add_variable(owner, name="count", initializer=7, dtype=tf.int64, trainable=False)
util.add_variable(owner, name="a/b", initializer=1.0)
try:
    util.add_variable(owner, name="bad", initializer=1.0, shape=[])
except ValueError as error:
    tf.get_variable("refused_%d" % len(str(error)), [])
util.gather_initializers(owner)
tf.get_variable("after_" + first.op.name.replace("/", "_"), [])
