"""Views of dicts where TensorFlow flattens structures, and iterators, which it does not."""

import collections

import tensorflow as tf
from tensorflow.python.util import nest

weights = collections.OrderedDict(
    [("w", tf.get_variable("w", [2])), ("b", tf.get_variable("b", [2]))]
)
loss = tf.reduce_sum(weights["w"] * weights["b"])


def told(name, give):
    try:
        given = str(give())
    except Exception as error:
        given = type(error).__name__
    tf.get_variable(name + "_" + "".join([c if c.isalnum() else "_" for c in given]), [1])


sizes = collections.OrderedDict([("z", 1), ("a", 2)])
told("values", lambda: nest.flatten(sizes.values()))
told("keys", lambda: nest.flatten(sizes.keys()))
told("items", lambda: nest.flatten(sizes.items()))
told("range", lambda: nest.flatten(range(3)))
told("mapped", lambda: nest.map_structure(lambda size: size + 1, sizes.values()))
told("sequence", lambda: nest.is_sequence(sizes.values()))
told("string", lambda: nest.is_sequence("values"))
train = tf.train.AdamOptimizer().minimize(loss, var_list=weights.values())
tf.train.MomentumOptimizer(0.1, 0.9).compute_gradients(loss, weights.values())
tf.train.ExponentialMovingAverage(0.9).apply(weights.values())
told("generator", lambda: tf.train.AdamOptimizer().minimize(loss, None, (w for w in [loss])))
told("set", lambda: tf.train.AdamOptimizer().minimize(loss, var_list=set(weights.values())))
told("after", lambda: train.name)
