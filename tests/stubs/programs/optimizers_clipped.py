"""Gradients that are clipped, averaged over towers, or applied by hand."""
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
w = tf.get_variable("w", [3, 2])
b = tf.get_variable("b", [2])
unused = tf.get_variable("unused", [2])
loss = tf.reduce_sum(tf.matmul(x, w) + b)
variables = tf.trainable_variables()
grads, norm = tf.clip_by_global_norm(tf.gradients(loss, variables), 5.0)
step = tf.train.get_or_create_global_step()
rate = tf.train.exponential_decay(0.1, step, 100, 0.9, staircase=True)
op = tf.train.AdamOptimizer(rate).apply_gradients(zip(grads, variables), global_step=step)
tf.Variable(0, name="op_" + op.name)
optimizer = tf.train.RMSPropOptimizer(0.1)
pairs = optimizer.compute_gradients(loss)
optimizer.apply_gradients([(tf.clip_by_norm(g, 1.0), v) for g, v in pairs if g is not None])
optimizer = tf.train.MomentumOptimizer(0.1, 0.9)
towers = []
for i in range(2):
    with tf.name_scope("tower_%d" % i):
        towers.append(optimizer.compute_gradients(loss, [w, b]))
averaged = []
for pair in zip(*towers):
    total = tf.reduce_mean(tf.concat([tf.expand_dims(g, 0) for g, _ in pair], 0), 0)
    averaged.append((total, pair[0][1]))
optimizer.apply_gradients(averaged, name="apply")
tf.train.AdagradOptimizer(0.1).minimize(loss, gate_gradients=tf.train.Optimizer.GATE_GRAPH)
for v in variables:
    tf.Variable(0, name="slot_%s" % (optimizer.get_slot(v, "momentum") is not None))
