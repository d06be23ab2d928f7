"""Optimizers that programs write for themselves."""
import re

import tensorflow as tf
from tensorflow.python.framework import ops
from tensorflow.python.ops import control_flow_ops, state_ops
from tensorflow.python.training import optimizer, slot_creator


class Decayed(tf.train.Optimizer):
    """Makes its averages with get_variable."""

    def __init__(self, learning_rate, exclude=None, name="Decayed"):
        super(Decayed, self).__init__(False, name)
        self.learning_rate = learning_rate
        self.exclude = exclude

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        assignments = []
        for grad, param in grads_and_vars:
            if grad is None or param is None:
                continue
            param_name = re.match("^(.*):\\d+$", param.name).group(1)
            m = tf.get_variable(name=param_name + "/adam_m", shape=param.shape.as_list(), dtype=tf.float32, trainable=False, initializer=tf.zeros_initializer())
            v = tf.get_variable(name=param_name + "/adam_v", shape=param.shape.as_list(), dtype=tf.float32, trainable=False, initializer=tf.zeros_initializer())
            next_m = tf.multiply(0.9, m) + tf.multiply(0.1, grad)
            next_v = tf.multiply(0.999, v) + tf.multiply(0.001, tf.square(grad))
            update = next_m / (tf.sqrt(next_v) + 1e-6)
            assignments.extend([param.assign(param - self.learning_rate * update), m.assign(next_m), v.assign(next_v)])
        return tf.group(*assignments, name=name)


class Slow(optimizer.Optimizer):
    """Keeps slots of all kinds."""

    def __init__(self, learning_rate=0.1, use_locking=False, name="Slow"):
        super(Slow, self).__init__(use_locking, name)
        self._lr = learning_rate

    def _create_slots(self, var_list):
        first = min(var_list, key=lambda v: v.name)
        self._create_non_slot_variable(initial_value=1.0, name="power", colocate_with=first)
        for v in var_list:
            self._zeros_slot(v, "m", self._name)
            self._get_or_make_slot(v, v.initialized_value(), "slow", "slow_weights")
            self._get_or_make_slot_with_initializer(v, tf.ones_initializer(), v.shape, v.dtype, "scale", self._name + "_scale")

    def _prepare(self):
        self._lr_t = ops.convert_to_tensor(self._call_if_callable(self._lr), name="learning_rate")

    def _apply_dense(self, grad, var):
        m = self.get_slot(var, "m")
        power = self._get_non_slot_variable("power", graph=ops.get_default_graph())
        m_t = m.assign(0.9 * m + grad * power)
        update = state_ops.assign_sub(var, self._lr_t * m_t)
        return control_flow_ops.group(update, m_t)

    def _resource_apply_dense(self, grad, var):
        return self._apply_dense(grad, var)

    def _apply_sparse(self, grad, var):
        raise NotImplementedError("Sparse gradient updates are not supported.")


class Wrapped(tf.train.Optimizer):
    """Does something around another optimizer."""

    def __init__(self, inner):
        super(Wrapped, self).__init__(False, "Wrapped")
        self._inner = inner

    def compute_gradients(self, *args, **kwargs):
        return [(tf.clip_by_norm(g, 1.0), v) for g, v in self._inner.compute_gradients(*args, **kwargs) if g is not None]

    def apply_gradients(self, *args, **kwargs):
        with tf.variable_scope("wrapped"):
            return self._inner.apply_gradients(*args, **kwargs)


class Warm(tf.train.AdamOptimizer):
    def _create_slots(self, var_list):
        super(Warm, self)._create_slots(var_list)
        for v in var_list:
            self._zeros_slot(v, "vhat", self._name)


with tf.variable_scope("net"):
    w = tf.get_variable("w", [3])
    unused = tf.get_variable("unused", [3])
loss = tf.reduce_sum(tf.square(w))
variables = tf.trainable_variables()
Decayed(0.1).apply_gradients(zip(tf.gradients(loss, variables), variables))
Slow().minimize(loss)
with tf.variable_scope("again"):
    Slow(name="named").minimize(loss)
    Decayed(0.2).minimize(loss)
Wrapped(tf.train.MomentumOptimizer(0.1, 0.9)).minimize(loss)
Warm().minimize(loss)
slot_creator.create_zeros_slot(w, "zeros")
slot_creator.create_slot(w, tf.constant([1.0, 2.0, 3.0]), "given")
