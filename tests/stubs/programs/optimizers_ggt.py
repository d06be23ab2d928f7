"""GGT keeps flat buffers, made inside its name scope."""

import tensorflow as tf

step = tf.train.create_global_step()
w = tf.get_variable("w", [2, 3])
with tf.variable_scope("a"):
    b = tf.get_variable("b", [3])
    loss = tf.reduce_sum(tf.matmul(tf.ones([4, 2]), w) + b)
    optimizer = tf.contrib.opt.GGTOptimizer(0.1)
    optimizer.minimize(loss)
tf.contrib.opt.GGTOptimizer(0.1, window=4, name="small").minimize(loss, global_step=step, var_list=[b])
tf.Variable(0, name="kept_%d" % len(optimizer.variables()))
