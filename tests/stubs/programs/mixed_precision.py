"""Optimizers that scale losses, and the variables of a scale."""

import tensorflow as tf
from tensorflow.python.training.experimental import loss_scale as loss_scales
from tensorflow.python.training.experimental import loss_scale_optimizer

w = tf.get_variable("w", [2])
with tf.variable_scope("a"):
    b = tf.get_variable("b", [2], use_resource=True)
loss = tf.reduce_sum(w * b)
step = tf.train.create_global_step()
experimental = tf.train.experimental
wrapped = experimental.enable_mixed_precision_graph_rewrite(tf.train.AdamOptimizer())
tf.Variable(0, name=type(wrapped).__name__)
wrapped.minimize(loss, global_step=step)
with tf.variable_scope("second"):
    wrapped = experimental.enable_mixed_precision_graph_rewrite(
        tf.train.MomentumOptimizer(0.1, 0.9, name="Mine")
    )
    wrapped.minimize(loss, var_list=[w])
with tf.name_scope("third"):
    wrapped = loss_scale_optimizer.MixedPrecisionLossScaleOptimizer(
        tf.train.AdagradOptimizer(0.1), loss_scale=128
    )
    wrapped.apply_gradients(wrapped.compute_gradients(loss, [w]))
    wrapped = loss_scale_optimizer.MixedPrecisionLossScaleOptimizer(
        tf.train.AdamOptimizer(0.1), experimental.DynamicLossScale(8, multiplier=4.0)
    )
    wrapped.apply_gradients(wrapped.compute_gradients(loss, [b]))
fixed = loss_scales.get(2.5)
tf.Variable(0, name="fixed_%s" % fixed.get_config()["loss_scale_value"])
for wrong in (0.5, "large"):
    try:
        loss_scales.get(wrong)
    except ValueError as error:
        tf.Variable(0, name="refused_" + str(error).split()[0])
try:
    experimental.enable_mixed_precision_graph_rewrite(wrapped)
except ValueError:
    tf.Variable(0, name="twice")
try:
    experimental.enable_mixed_precision_graph_rewrite(1)
except ValueError as error:
    tf.Variable(0, name="refused_%s" % str(error)[1:4])
keras = experimental.enable_mixed_precision_graph_rewrite(tf.keras.optimizers.Adam(name="K"))
tf.Variable(0, name=type(keras).__name__)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
model.compile(keras, "mse")
model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]), steps_per_epoch=1)
sgd = tf.keras.mixed_precision.experimental.LossScaleOptimizer(
    tf.keras.optimizers.SGD(0.1, momentum=0.9), "dynamic"
)
with tf.GradientTape() as tape:
    scaled = sgd.get_scaled_loss(tf.reduce_sum(b))
gradients = sgd.get_unscaled_gradients(tape.gradient(scaled, [b]))
sgd.apply_gradients(zip(gradients, [b]))
try:
    tf.keras.mixed_precision.experimental.LossScaleOptimizer(tf.train.AdamOptimizer(), 2)
except ValueError:
    tf.Variable(0, name="not_of_keras")
