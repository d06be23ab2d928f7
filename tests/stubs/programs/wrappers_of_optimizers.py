"""Optimizers around others, and what `tf.tpu` runs where there is no TPU."""

import tensorflow as tf

mixed = tf.contrib.mixed_precision
WRAPPERS = {
    "tpu": lambda o: tf.tpu.CrossShardOptimizer(o),
    "contrib_tpu": lambda o: tf.contrib.tpu.CrossShardOptimizer(o),
    "v1_tpu": lambda o: tf.compat.v1.tpu.CrossShardOptimizer(o),
    "rewritten": lambda o: tf.train.experimental.enable_mixed_precision_graph_rewrite(o),
    "fixed": lambda o: mixed.LossScaleOptimizer(o, mixed.FixedLossScaleManager(8)),
    "grown": lambda o: mixed.LossScaleOptimizer(o, mixed.ExponentialUpdateLossScaleManager(8, 2)),
    "stale": lambda o: tf.contrib.opt.DropStaleGradientOptimizer(o, 3),
    "moving": lambda o: tf.contrib.opt.MovingAverageOptimizer(o),
    "several": lambda o: tf.contrib.opt.MultitaskOptimizerWrapper(o),
    "clipped": lambda o: tf.contrib.estimator.clip_gradients_by_norm(o, 1.0),
    "tower": lambda o: tf.contrib.estimator.TowerOptimizer(o),
    "in_step": lambda o: tf.train.SyncReplicasOptimizer(o, 1),
    "short": lambda o: tf.contrib.opt.VariableClippingOptimizer(o, {}, 1.0),
}
tf.train.get_or_create_global_step()
for name, wrap in WRAPPERS.items():
    with tf.variable_scope("in_" + name):
        optimizer = wrap(tf.train.MomentumOptimizer(0.1, 0.9))
        w = tf.get_variable("w", [3])
    loss = tf.reduce_sum(w * 2.0)
    optimizer.minimize(loss, global_step=tf.train.get_global_step(), var_list=[w])

with tf.contrib.tpu.bfloat16_scope():
    a = tf.get_variable("a", [3], dtype=tf.bfloat16)
    with tf.variable_scope("s"):
        b = tf.get_variable("b", [3], dtype=tf.bfloat16)
        tf.layers.dense(tf.zeros([1, 2], tf.bfloat16), 3, name="d")
with tf.variable_scope("o"):
    with tf.tpu.bfloat16_scope() as scope:
        tf.get_variable("c", [3])
        tf.get_variable("is_" + scope.name.replace("/", "."), [])


def layer(x, name):
    return tf.layers.dense(x, 2, name=name)


tf.tpu.outside_compilation(layer, tf.zeros([1, 2]), name="outside")
tf.contrib.tpu.outside_compilation(layer, tf.zeros([1, 2]), "outside_too")
tf.get_variable("a_%s_b_%s" % (a.dtype.name, b.dtype.name), [])
