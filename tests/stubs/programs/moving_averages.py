"""Moving averages of variables and tensors, and the names that they give."""
import tensorflow as tf
from tensorflow.python.training import moving_averages

w = tf.get_variable("w", [2])
with tf.variable_scope("a"):
    u = tf.get_variable("u", [2], use_resource=True)
    frozen = tf.get_variable("frozen", [3], trainable=False)
    ema = tf.train.ExponentialMovingAverage(0.9)
    ema.apply([w, u])
    ema.apply([w])
tf.train.ExponentialMovingAverage(0.99).apply()
step = tf.train.get_or_create_global_step()
named = tf.train.ExponentialMovingAverage(0.9, num_updates=step, name="shadow")
tf.Variable(0, name="before." + named.average_name(w).replace("/", "."))
with tf.name_scope("n"):
    named.apply([w, frozen])
with tf.variable_scope("b"):
    named.apply([u])
for v in (w, u, frozen):
    tf.Variable(0, name="after." + named.average(v).op.name.replace("/", "."))
    tf.Variable(0, name="name." + ema.average_name(v).replace("/", "."))
tensor = tf.reduce_sum(tf.square(w), name="tensor")
tf.train.ExponentialMovingAverage(0.5, name="avg").apply([tensor])
debiased = tf.train.ExponentialMovingAverage(0.5, zero_debias=True, name="debiased")
with tf.variable_scope("c"):
    debiased.apply([tensor, w])
moving_averages.assign_moving_average(frozen, tf.ones([3]), 0.9)
moving_averages.assign_moving_average(frozen, tf.ones([3]), 0.9)
moving_averages.assign_moving_average(frozen, tf.ones([3]), 0.9, zero_debias=False)
moving_averages.weighted_moving_average(tf.ones([3]), 0.9, tf.ones([3]))
for name in sorted(named.variables_to_restore()):
    tf.Variable(0, name="restore." + name.replace("/", "."))
tf.Variable(0, name="averaged_%d" % len(tf.moving_average_variables()))
with tf.variable_scope("", reuse=tf.AUTO_REUSE):
    tf.train.ExponentialMovingAverage(0.9, name="again").apply([w])
    tf.train.ExponentialMovingAverage(0.9, name="again").apply([w])


def averaged(getter, name, *args, **kwargs):
    variable = getter(name, *args, **kwargs)
    average = ema.average(variable)
    return variable if average is None else average


with tf.variable_scope("a", reuse=True, custom_getter=averaged):
    for name in ("u", "frozen"):
        got = tf.get_variable(name)
        tf.Variable(0, name="got." + got.op.name.replace("/", "."))
