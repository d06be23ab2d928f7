"""tf.contrib.opt, and an optimizer for replicas."""
import tensorflow as tf

w = tf.get_variable("w", [2])
with tf.variable_scope("a"):
    b = tf.get_variable("b", [2], use_resource=True)
loss = tf.reduce_sum(w * b)
step = tf.train.create_global_step()
opt = tf.contrib.opt
for number, make in enumerate((
    lambda **name: opt.AdamWOptimizer(0.01, 0.1, **name),
    lambda **name: opt.MomentumWOptimizer(0.01, 0.1, 0.9, **name),
    lambda **name: opt.LazyAdamOptimizer(0.1, **name),
    lambda **name: opt.NadamOptimizer(0.1, **name),
    lambda **name: opt.AdaMaxOptimizer(0.1, **name),
    lambda **name: opt.RegAdagradOptimizer(0.1, **name),
    lambda **name: opt.PowerSignOptimizer(0.1, **name),
    lambda **name: opt.AddSignOptimizer(0.1, **name),
    lambda **name: opt.LARSOptimizer(0.1, **name),
    lambda **name: opt.extend_with_decoupled_weight_decay(tf.train.AdadeltaOptimizer)(0.01, **name),
)):
    make().minimize(tf.reduce_sum(tf.square(w)))
    with tf.variable_scope("train_%d" % number):
        make(name="Mine").minimize(tf.reduce_sum(tf.square(w)), global_step=step)
averaged = opt.MovingAverageOptimizer(tf.train.AdamOptimizer())
averaged.minimize(loss)
averaged.swapping_saver()
clipped = opt.VariableClippingOptimizer(tf.train.MomentumOptimizer(0.1, 0.9), {w: [0]}, 1.0)
clipped.minimize(loss)
opt.AdamWOptimizer(0.01).minimize(loss, decay_var_list=[w])
replicas = tf.train.SyncReplicasOptimizer(tf.train.AdamOptimizer(name="Sync"), replicas_to_aggregate=2)
op = replicas.minimize(loss, global_step=step)
tf.Variable(0, name="locals_%d" % len(tf.local_variables()))
