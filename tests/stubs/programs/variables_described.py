"""Variables made again from their descriptions, and what a saver remembers."""

import tensorflow as tf
from tensorflow.python.ops import variables

on_read = tf.VariableSynchronization.ON_READ
with tf.variable_scope("s"):
    v = tf.Variable(1.0, name="v", trainable=False, synchronization=on_read, aggregation=tf.VariableAggregation.SUM)
w = tf.Variable(variable_def=v.to_proto())
u = tf.Variable.from_proto(v.to_proto())
found = (w.op.name.replace("/", "_"), w.synchronization.name, u.aggregation.name, len(tf.global_variables()))
tf.get_variable("found_%s_%s_%s_%d" % found, [])
tf.get_variable("kept_%s_%s" % (w.trainable, v.to_proto("s").variable_name[:-2]), [])
try:
    variables.Variable(variable_def=v.to_proto())
except ValueError:
    tf.get_variable("no_resource", [])
try:
    tf.Variable(1.0, constraint=3)
except ValueError:
    tf.get_variable("no_constraint", [])
saver = tf.train.Saver(max_to_keep=2)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        path = saver.save(sess, "/tmp/variables_described", global_step=i)
tf.get_variable("path_" + path[-11:], [])
tf.get_variable("kept_%d_%s" % (len(saver.last_checkpoints), saver.last_checkpoints[0][-2:]), [])
