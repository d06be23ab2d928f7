"""What a session, NumPy and the clock give is no tensor: a summary of it is made once."""

import datetime
import time

import numpy as np
import tensorflow as tf

_made = {}


def summary(name, value):
    if isinstance(value, (tf.Tensor, tf.Variable, tf.Operation)):
        return tf.identity(tf.Variable(tf.zeros([3]), name="graph_" + name) + value)
    if name not in _made:
        _made[name] = tf.Variable(tf.zeros([3]), trainable=False, name="host_" + name)
    return value


start = time.time()
w = tf.get_variable("w", [3], initializer=tf.ones_initializer())
y = tf.reduce_mean(w)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(4):
        loss, parts = 0.0, []
        for step in range(3):
            value, (first, _), named = sess.run([y, [w, y], {"w": w}])
            loss += value * 4
            parts.append(np.mean((first - named["w"]) ** 2, axis=0) + 1.0)
        loss /= 3
        summary("loss", loss)
        summary("error", 10 * np.log10(1.0 / parts[0]))
        summary("spectrum", np.fft.fft2(np.array([first, first])).real)
        summary("norm", np.linalg.norm(first))
        summary("seconds", (time.time() - start) / 60)
        summary("hour", datetime.datetime.now().hour)
        summary("tensor", y)
tf.get_variable("last", [])
