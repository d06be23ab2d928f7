"""The metrics of `tf.contrib.eager`, the library's and a program's own."""

import tensorflow as tf

tfe = tf.contrib.eager
m = tfe.metrics.Mean("my mean")
m([1.0, 2.0])
m([1.0, 2.0])
acc = tfe.metrics.Accuracy()
other = tfe.metrics.Accuracy("other")
with tf.variable_scope("scope"):
    acc([1], [1])
    tfe.metrics.BinaryAccuracy(0.5)([1.0], [0.3])
    g = tfe.metrics.Mean(dtype=tf.float32, use_global_variables=True)
    g([1.0], weights=[0.5])
other([1], [1])


class Total(tfe.metrics.Metric):
    def build(self, x):
        self.total = self.add_variable("total", shape=x.shape, dtype=tf.float32)

    def call(self, x):
        return self.total.assign_add(x)

    def result(self):
        return self.total.value()


t = Total("total")
t(tf.zeros([3]))
t.result(), t.value(), m.init_variables()
m2 = tfe.metrics.Mean("my mean")
tf.get_variable("local_%d_global_%d" % (len(tf.local_variables()), len(tf.global_variables())), [])
tf.get_variable("metric_%d" % len(tf.get_collection(tf.GraphKeys.METRIC_VARIABLES)), [])
for one in (m, acc, other):
    tf.get_variable("named_" + one.name.replace(" ", "."), [len(one.variables)])
m2([1.0])
