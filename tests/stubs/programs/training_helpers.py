"""The global step, schedules, savers, hooks and queues."""
import tensorflow as tf

train = tf.train
with tf.variable_scope("model"), tf.name_scope("n"):
    step = train.get_or_create_global_step()
    again = tf.contrib.framework.get_or_create_global_step()
    w = tf.get_variable("w", [2])
tf.Variable(0, name="same_%s_%s" % (step is again, train.get_global_step() is step))
rates = [
    train.exponential_decay(0.1, step, 100, 0.9),
    train.exponential_decay(0.1, step, 100, 0.9, name="rate"),
    train.natural_exp_decay(0.1, step, 100, 0.9),
    train.inverse_time_decay(0.1, step, 100, 0.9),
    train.polynomial_decay(0.1, step, 100),
    train.cosine_decay(0.1, step, 100),
    train.cosine_decay_restarts(0.1, step, 100),
    train.linear_cosine_decay(0.1, step, 100),
    train.piecewise_constant(step, [10, 20], [0.1, 0.01, 0.001]),
]
for rate in rates:
    tf.Variable(0, name="rate." + rate.op.name.split("/")[0])
    tf.Variable(rate.shape.as_list(), name="shape_%d" % len(rate.shape))
saver = train.Saver(max_to_keep=3)
other = train.Saver([w], name="restore")
coordinator = train.Coordinator()


class Hook(train.SessionRunHook):
    def begin(self):
        self.count = 0

    def before_run(self, run_context):
        return train.SessionRunArgs(step)


Hook().begin()
with tf.name_scope("inputs"):
    queue = train.string_input_producer(["a", "b"], num_epochs=2)
    label, image = train.slice_input_producer([tf.zeros([9], tf.int64), tf.zeros([9, 4, 4])], num_epochs=1)
    images, labels = train.shuffle_batch([image, label], 8, capacity=30, min_after_dequeue=10)
    tf.Variable(0, name="images_" + "_".join([str(n) for n in images.shape.as_list()]))
    one = train.batch({"x": image}, batch_size=5)
    tf.Variable(0, name="one_" + "_".join([str(n) for n in one["x"].shape.as_list()]))
local = tf.get_local_variable("local", [3])
with tf.Graph().as_default():
    assert train.get_global_step() is None
tf.Variable(0, name="locals_%d" % len(tf.local_variables()))
