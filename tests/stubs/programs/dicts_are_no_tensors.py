"""A dict becomes no tensor, whoever is given it."""

import tensorflow as tf

makers = [
    lambda: tf.get_variable("x", initializer={}),
    lambda: tf.Variable({}, name="y"),
    lambda: tf.convert_to_tensor({"a": 1}),
]
for make in makers:
    try:
        make()
    except TypeError:
        tf.Variable(0.0, name="refused")
