"""The session inside of a monitored one, which programs take out to run it without hooks."""

import tensorflow as tf

step = tf.train.get_or_create_global_step()
with tf.train.MonitoredTrainingSession() as session:
    inner = session._tf_sess()
    inner.run(step)
    name = "same" if inner.graph is step.graph else "other"
tf.get_variable(name, [2])
