"""tf.contrib.optimizer_v2: optimizers that keep their variables in a state for each graph."""

import tensorflow as tf
from tensorflow.contrib.optimizer_v2 import adam, optimizer_v2, optimizer_v2_symbols

w = tf.get_variable("w", [2])
with tf.variable_scope("a"):
    b = tf.get_variable("b", [2], use_resource=True)
unused = tf.get_variable("unused", [2])
loss = tf.reduce_sum(w * b)
step = tf.train.create_global_step()
opt = optimizer_v2_symbols
for number, make in enumerate(
    (
        lambda **name: opt.GradientDescentOptimizer(0.1, **name),
        lambda **name: opt.MomentumOptimizer(0.1, momentum=lambda: 0.9, **name),
        lambda **name: opt.AdamOptimizer(0.1, **name),
        lambda **name: opt.AdagradOptimizer(0.1, **name),
        lambda **name: opt.AdadeltaOptimizer(0.1, **name),
        lambda **name: opt.RMSPropOptimizer(0.1, centered=True, **name),
        lambda **name: opt.RMSPropOptimizer(0.1, **name),
    )
):
    make().minimize(loss)
    with tf.variable_scope("train_%d" % number):
        optimizer = make(name="Mine")
        optimizer.minimize(loss, global_step=step, var_list=[w])
        names = [variable.op.name.replace("/", ".") for variable in optimizer.variables()]
        tf.Variable(0, name="_".join(["kept"] + optimizer.get_slot_names() + names))
shared = adam.AdamOptimizer()
shared.apply_gradients(shared.compute_gradients(loss))
shared.minimize(lambda: tf.reduce_sum(b * b), name="again")

class Own(optimizer_v2.OptimizerV2):
    def __init__(self):
        super(Own, self).__init__(False, "Own")
        self._set_hyper("rate", 0.5)

    def _create_vars(self, var_list, state):
        state.create_non_slot(1.0, "total")
        for var in var_list:
            state.create_slot(var, tf.zeros_like(var.initialized_value()), "own")

    def _apply_dense(self, grad, var, state):
        return var.assign_sub(grad * state.get_hyper("rate", tf.float32))

    def _resource_apply_dense(self, grad, var, state):
        return var.assign_sub(grad * state.get_hyper("rate", tf.float32))


own = Own()
own.minimize(loss)
tf.Variable(0, name=own.get_slot(w, "own").op.name.replace("/", "_"))
try:

    class Wrong(Own):
        def _create_slots(self, var_list):
            pass

    Wrong()
except RuntimeError:
    tf.Variable(0, name="refused")
