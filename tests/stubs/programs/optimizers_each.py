"""Each optimizer of tf.train: unnamed, twice, named, and the slots that it tells of."""
import tensorflow as tf

train = tf.train
w = tf.get_variable("w", [2, 3])
with tf.variable_scope("a"):
    b = tf.get_variable("b", [3])
loss = tf.reduce_sum(tf.matmul(tf.ones([4, 2]), w) + b)
step = train.get_or_create_global_step()
makers = [
    lambda **name: train.GradientDescentOptimizer(0.1, **name),
    lambda **name: train.MomentumOptimizer(0.1, 0.9, **name),
    lambda **name: train.MomentumOptimizer(0.1, 0.9, use_nesterov=True, **name),
    lambda **name: train.AdamOptimizer(0.1, **name),
    lambda **name: train.AdagradOptimizer(0.1, **name),
    lambda **name: train.AdagradDAOptimizer(0.1, step, **name),
    lambda **name: train.AdadeltaOptimizer(0.1, **name),
    lambda **name: train.RMSPropOptimizer(0.1, **name),
    lambda **name: train.RMSPropOptimizer(0.1, centered=True, momentum=0.5, **name),
    lambda **name: train.FtrlOptimizer(0.1, **name),
    lambda **name: train.FtrlOptimizer(0.1, accum_name="sums", linear_name="lines", **name),
    lambda **name: train.ProximalGradientDescentOptimizer(0.1, **name),
    lambda **name: train.ProximalAdagradOptimizer(0.1, **name),
]
for make in makers:
    optimizer = make()
    op = optimizer.minimize(loss)
    optimizer.minimize(loss, global_step=step)
    make().minimize(loss, var_list=[b])
    named = make(name="Mine")
    named.minimize(loss, name="train")
    tf.Variable(0, name="op_" + op.name)
    for slot in optimizer.get_slot_names():
        tf.Variable(0, name=slot + "_of_" + optimizer.get_slot(w, slot).op.name.replace("/", "."))
    tf.Variable(0, name="%s_has_%d" % (optimizer.get_name(), len(optimizer.variables())))
tf.Variable(len(tf.trainable_variables()), name="trained_%d_of_%d" % (len(tf.trainable_variables()), len(tf.global_variables())))
