"""Gradients that may be sparse: what is made of them is there, whichever they are."""

import tensorflow as tf


def averaged(grads):
    if isinstance(grads[0], tf.IndexedSlices):
        values = tf.concat([g.values for g in grads], 0)
        indices = tf.concat([g.indices for g in grads], 0)
        return tf.IndexedSlices(values, indices, grads[0].dense_shape)
    return tf.add_n(grads) / len(grads)


table = tf.get_variable("table", [10, 4])
bias = tf.get_variable("bias", [4])
unused = tf.get_variable("unused", [4])
loss = tf.reduce_sum(tf.nn.embedding_lookup(table, [1, 2]) + bias)
variables = [table, bias, unused]
grads = tf.gradients(loss, variables)
pairs = [(None if g is None else averaged([g, g]), v) for g, v in zip(grads, variables)]
for grad, variable in pairs:
    tf.get_variable(variable.op.name + ("_none" if grad is None else "_there"), [])
clipped, _ = tf.clip_by_global_norm([g for g, _ in pairs], 1.0)
tf.train.AdamOptimizer().apply_gradients(zip(clipped, variables))
tf.get_variable("tensor_%s" % isinstance(bias + 1.0, tf.IndexedSlices), [])
own = tf.IndexedSlices(tf.zeros([2, 4]), tf.constant([0, 1]), tf.constant([10, 4]))
tf.get_variable("own_%s" % isinstance(own, tf.IndexedSlices), [len(own.dense_shape.shape)])
tf.train.MomentumOptimizer(0.1, 0.9).apply_gradients([(own, table)])
