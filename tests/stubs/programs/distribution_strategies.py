"""Strategies with one replica: names as without them, but for the scopes that they enter again."""

import tensorflow as tf

one = tf.distribute.OneDeviceStrategy("/cpu:0")
mirrored = tf.distribute.MirroredStrategy()


def step(x, scale=1.0):
    w = tf.get_variable("w", [3, 2], initializer=tf.zeros_initializer())
    y = tf.layers.dense(tf.matmul(x, w), 4)
    context = tf.distribute.get_replica_context()

    def merged(strategy, value):
        tf.get_variable("merged_%d" % strategy.num_replicas_in_sync, [1])
        return value

    y = context.merge_call(merged, args=(y,))
    tf.get_variable("id_" + context.replica_id_in_sync_group.op.name, [1])
    return tf.reduce_sum(y) * scale


with one.scope():
    with tf.variable_scope("s", reuse=tf.AUTO_REUSE):
        a = one.experimental_run_v2(step, args=(tf.zeros([2, 3]),), kwargs={"scale": 2.0})
        b = one.extended.call_for_each_replica(step, args=(tf.zeros([2, 3]),))
        total = one.reduce(tf.distribute.ReduceOp.SUM, a, axis=None)
        optimizer = tf.train.AdamOptimizer(0.1)
        one.experimental_run_v2(lambda: optimizer.minimize(step(tf.zeros([2, 3]))))
        for part in one.experimental_local_results(total):
            tf.get_variable("rank_%d" % part.shape.ndims, [1])

with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    with tf.distribute.OneDeviceStrategy("/cpu:0").scope():
        tf.keras.layers.Dense(3)(tf.zeros([2, 4]))
        tf.get_variable("whole", [4, 2])
        tf.Variable(1.0, name="plain")
    tf.get_variable("parted", [4, 2])

print(tf.distribute.has_strategy(), tf.distribute.in_cross_replica_context())
tf.get_variable("outside_%s" % tf.distribute.has_strategy(), [1])

data = tf.data.Dataset.from_tensor_slices(([[0.0] * 3] * 8, [[0.0]] * 8)).batch(4)
with tf.contrib.distribute.OneDeviceStrategy("/cpu:0").scope():
    strategy = tf.contrib.distribute.get_distribution_strategy()
    iterator = strategy.make_dataset_iterator(data)

    def fed(inputs):
        x, y = inputs
        return tf.reduce_mean(tf.square(tf.layers.dense(x, 1, name="d") - y))

    losses = strategy.experimental_run(fed, iterator)
    tf.get_variable("losses_%d" % len(strategy.unwrap(losses)), losses.shape)
with mirrored.scope():
    tf.keras.layers.Dense(3, name="last")
