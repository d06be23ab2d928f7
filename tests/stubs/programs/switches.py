"""The ops that conditionals are made of, which a program may make itself."""

import tensorflow as tf
from tensorflow.python.ops import control_flow_ops

x = tf.get_variable("x", [3, 4])
sel = tf.random_uniform([], maxval=4, dtype=tf.int32)
parts = [tf.layers.dense(control_flow_ops.switch(x, tf.equal(sel, case))[1], 5, name="d", reuse=tf.AUTO_REUSE) for case in range(3)]
m = control_flow_ops.merge(parts)
w = tf.get_variable("w", m[0].shape)
out = control_flow_ops.merge([tf.zeros([2, 3]), tf.zeros([2, 4])], name="other")
tf.Variable(0., name=out.output.op.name)
tf.Variable(0., name="k_%s" % out.output.shape.ndims)
tf.Variable(0., name="k_%s" % out.output.shape[0].value)
tf.Variable(0., name="k_%s" % out.value_index.shape.ndims)
s = control_flow_ops.switch([1., 2.], True, name="here")
tf.Variable(0., name=s[0].name.replace(":", "_"))
tf.Variable(0., name=s.output_true.name.replace(":", "_"))
mm = control_flow_ops.merge([tf.zeros([2, 3]), tf.zeros([2])])
tf.Variable(0., name="k_%s" % mm.output.shape.ndims)
y = control_flow_ops.cond(tf.constant(True), lambda: tf.zeros([3]), lambda: tf.ones([3]))
tf.Variable(y, name="cc")
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w) + tf.reduce_sum(m[0]))
try:
    control_flow_ops.merge([None])
except ValueError as e:
    tf.Variable(0., name="refused")
