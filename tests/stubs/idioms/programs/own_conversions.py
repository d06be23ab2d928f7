"""Objects of the program that TensorFlow is told how to turn into tensors."""

import tensorflow as tf


class Lazy(object):
    """Makes its variable when it is first needed as a tensor."""

    def __init__(self, name):
        self._name = name

    @property
    def tensor(self):
        with tf.variable_scope("lazy", reuse=tf.AUTO_REUSE):
            return tf.identity(tf.get_variable(self._name, [2, 3]))

    @staticmethod
    def _to_tensor(value, dtype=None, name=None, as_ref=False):
        if as_ref:
            raise ValueError("no reference")
        return value.tensor


class Lazier(Lazy):
    pass


class Plain(object):
    pass


def later(value, dtype=None, name=None, as_ref=False):
    return NotImplemented


def none_of_them(value, dtype=None, name=None, as_ref=False):
    return tf.identity(tf.get_variable("none_of_them", [1]))


tf.register_tensor_conversion_function(Lazy, Lazy._to_tensor)
tf.register_tensor_conversion_function(Lazier, none_of_them, 150)
tf.register_tensor_conversion_function((Lazier, Plain), later, priority=50)
tf.register_tensor_conversion_function(Plain, none_of_them, priority=60)


def show(name, tensor):
    tf.get_variable(name + "_" + "_".join(str(dim) for dim in tensor.shape.as_list()), [])


show("mean", tf.reduce_mean(Lazy("a"), 0))
show("sum", tf.constant([1.0, 2.0, 3.0]) + Lazy("b"))
show("lazier", tf.convert_to_tensor(Lazier("c")))
show("plain", tf.identity(Plain()))
loss = tf.reduce_sum(Lazy("a"))
tf.train.AdamOptimizer().minimize(loss)
