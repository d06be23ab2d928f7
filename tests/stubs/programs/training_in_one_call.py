"""optimize_loss of tf.contrib.layers, and the train ops of slim and tf.contrib.training."""
import tensorflow as tf
from tensorflow.contrib.layers.python.layers import optimizers

slim = tf.contrib.slim
x = tf.ones([4, 3])
with tf.variable_scope("net"):
    net = slim.fully_connected(x, 2, normalizer_fn=slim.batch_norm)
    unused = tf.get_variable("unused", [2])
loss = tf.reduce_mean(net)
step = tf.train.get_or_create_global_step()
layers = tf.contrib.layers
layers.optimize_loss(loss, step, 0.1, "Adam")
layers.optimize_loss(loss, step, 0.1, "Momentum", clip_gradients=5.0, summaries=[])
layers.optimize_loss(loss, None, None, tf.train.AdagradOptimizer(0.1), name="given", increment_global_step=False)
layers.optimize_loss(loss, step, tf.constant(0.1), tf.train.RMSPropOptimizer)
layers.optimize_loss(loss, step, 0.1, lambda rate: tf.train.FtrlOptimizer(rate), learning_rate_decay_fn=lambda rate, step: tf.train.exponential_decay(rate, step, 10, 0.5))
weights = slim.get_variables("net/fully_connected/weights")
layers.optimize_loss(loss, step, 0.1, "SGD", variables=weights, clip_gradients=optimizers.adaptive_clipping_fn(), gradient_multipliers={weights[0]: 2.0})
op = slim.learning.create_train_op(loss, tf.train.AdamOptimizer(name="Slim"), clip_gradient_norm=4)
slim.learning.create_train_op(loss, tf.train.MomentumOptimizer(0.1, 0.9, name="some"), variables_to_train=weights, gradient_multipliers={weights[0]: 0.5})
tf.Variable(0, name="op_" + op.op.name.replace("/", "."))
tf.contrib.training.create_train_op(loss, tf.train.MomentumOptimizer(0.1, 0.9, name="contrib"), global_step=None, transform_grads_fn=tf.contrib.training.clip_gradient_norms_fn(1.0))
