import tensorflow as tf


def frozen(getter, *args, **kwargs):
    kwargs["trainable"] = False
    return getter(*args, **kwargs)


def scaled(getter, *args, **kwargs):
    return 2.0 * getter(*args, **kwargs)


def count(name, layer):
    tf.get_variable("%s_%d_%d" % (name, len(layer.trainable_weights), len(layer.non_trainable_weights)), [])


x = tf.zeros([1, 4])
with tf.variable_scope("a", custom_getter=frozen):
    d = tf.layers.Dense(3)
    d(x)
with tf.variable_scope("b", custom_getter=scaled):
    e = tf.layers.Dense(3)
    e(x)
with tf.variable_scope("c", partitioner=tf.fixed_size_partitioner(2)):
    f = tf.layers.Dense(3, use_bias=False)
    f(x)
g = tf.layers.Dense(3, trainable=False)
g(x)
with tf.variable_scope("h", custom_getter=frozen):
    h = tf.layers.BatchNormalization()
    h(x)
count("frozen", d)
count("scaled", e)
count("parts", f)
count("fixed", g)
count("norm", h)
