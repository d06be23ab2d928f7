import tensorflow as tf
x = tf.get_variable("x", [2], use_resource=True)
unread = tf.get_variable("unread", [2], use_resource=True)
with tf.variable_scope("n", use_resource=True):
    def loss():
        y = tf.get_variable("y", [2], use_resource=False)
        z = tf.get_variable("z", [2])
        return tf.reduce_sum(x * y * z)
    op = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
op = tf.train.AdamOptimizer(0.1).minimize(lambda: tf.reduce_sum(x ** 2), var_list=[x, unread])
tf.constant(1.0, name="gradients")
opt = tf.train.AdagradOptimizer(0.1)
gv = opt.compute_gradients(lambda: tf.reduce_sum(x ** 2))
opt.apply_gradients(gv)
