"""Each optimizer of tf.contrib.opt that keeps variables: twice, named, and its slots told."""

import tensorflow as tf

opt = tf.contrib.opt
step = tf.train.get_or_create_global_step()
w = tf.get_variable("w", [2, 3])
with tf.variable_scope("a"):
    b = tf.get_variable("b", [3], use_resource=True)
loss = tf.reduce_sum(tf.matmul(tf.ones([4, 2]), w) + b)

each = [
    lambda **more: opt.LazyAdamOptimizer(0.1, **more),
    lambda **more: opt.NadamOptimizer(0.1, **more),
    lambda **more: opt.AdaMaxOptimizer(0.1, **more),
    lambda **more: opt.AdamGSOptimizer(global_step=step, **more),
    lambda **more: opt.LazyAdamGSOptimizer(global_step=step, learning_rate=0.1, **more),
    lambda **more: opt.RegAdagradOptimizer(0.1, **more),
    lambda **more: opt.PowerSignOptimizer(0.1, **more),
    lambda **more: opt.AddSignOptimizer(0.1, **more),
    lambda **more: opt.LARSOptimizer(0.1, **more),
    lambda **more: opt.AdamWOptimizer(0.01, learning_rate=0.1, **more),
    lambda **more: opt.MomentumWOptimizer(0.01, 0.1, 0.9, **more),
    lambda **more: opt.ShampooOptimizer(step, **more),
    lambda **more: opt.ShampooOptimizer(step, max_matrix_size=2, svd_interval=3, gbar_decay=0.9, gbar_weight=0.1, **more),
    lambda **more: opt.VariableClippingOptimizer(tf.train.AdamOptimizer(), {w: [0]}, 1.0, **more),
]
for make in each:
    optimizer = make()
    optimizer.minimize(loss)
    optimizer.minimize(loss, global_step=step)
    make(name="Mine").minimize(loss, var_list=[w])
    for slot in optimizer.get_slot_names():
        tf.Variable(0, name=slot + "_of_" + optimizer.get_slot(w, slot).op.name.replace("/", "."))

Decayed = opt.extend_with_decoupled_weight_decay(tf.train.AdagradOptimizer)
with tf.variable_scope("decayed"):
    Decayed(weight_decay=0.1, learning_rate=0.1).minimize(loss, decay_var_list=[w])
    Decayed(0.1, learning_rate=0.1, name="Named").minimize(loss)


class Mine(opt.DecoupledWeightDecayExtension, tf.train.RMSPropOptimizer):
    def __init__(self, weight_decay, *args, **kwargs):
        super(Mine, self).__init__(weight_decay, *args, **kwargs)


Mine(0.1, learning_rate=0.1).minimize(loss)
averaged = opt.MovingAverageOptimizer(tf.train.MomentumOptimizer(0.1, 0.9), num_updates=step)
averaged.minimize(loss, global_step=step)
averaged.swapping_saver()
opt.MovingAverageOptimizer(tf.train.GradientDescentOptimizer(0.1), average_decay=0.9).minimize(loss, name="again")
wrapped = opt.MultitaskOptimizerWrapper(tf.train.MomentumOptimizer(0.1, 0.9, name="Multitask"))
clipped, _ = opt.clip_gradients_by_global_norm(wrapped.compute_gradients(loss), 5.0)
wrapped.apply_gradients(clipped, global_step=step)
tf.Variable(0, name="kept_%d_%d" % (len(tf.trainable_variables()), len(tf.global_variables())))
