"""What optimizers refuse, where the program waits for that."""

import tensorflow as tf


def probe(what, make):
    kind = "fine"
    try:
        make()
    except ValueError as error:
        kind = "_".join(str(error).split()[:2])
    tf.Variable(1.0, name=what + "_" + kind, trainable=False)


sgd = tf.train.GradientDescentOptimizer(0.1)
adam = tf.train.AdamOptimizer()
keras = tf.keras.optimizers.SGD()
probe("nothing", lambda: adam.minimize(tf.constant(1.0)))
v = tf.get_variable("v", [])
w = tf.get_variable("w", [], use_resource=True)
probe("empty", lambda: adam.minimize(v * 2, var_list=[]))
probe("unconnected", lambda: adam.minimize(tf.constant(1.0)))
probe("other", lambda: adam.minimize(v * 2, var_list=[w]))
probe("stopped", lambda: adam.minimize(tf.stop_gradient(v * 2)))
probe("whole", lambda: adam.minimize(tf.cast(v * 2, tf.int32)))
probe("computed", lambda: sgd.compute_gradients(tf.constant(1.0)))
probe("no_pairs", lambda: sgd.apply_gradients([]))
probe("none", lambda: sgd.apply_gradients([(None, v)]))
probe("one_none", lambda: sgd.apply_gradients([(None, v), (1.0, w)]))
probe("gate", lambda: sgd.minimize(v * 2, gate_gradients=7))
probe("fine", lambda: sgd.minimize(v * 2))
probe("keras_none", lambda: keras.apply_gradients([(None, w)]))
probe("keras_fine", lambda: keras.apply_gradients([(tf.constant(1.0), w)]))
