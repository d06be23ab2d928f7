import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.python.training import warm_starting_util


class Hits(tf.keras.metrics.Metric):
    def __init__(self, name="hits", **kwargs):
        super(Hits, self).__init__(name=name, **kwargs)
        self.hits = self.add_weight("hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        return self.hits.assign_add(1)

    def result(self):
        return self.hits


first = Hits(name="a", dtype=tf.int32)
again = Hits.from_config(first.get_config())
tf.get_variable("%s_%s" % (again.name, tf.as_dtype(again.dtype).name), [1])
again.update_state([1], [1])
again.result()
mean = tf.keras.metrics.MeanTensor(name="m")
mean.update_state([100, 40])
mean([3, 4])
for given in ([1], np.ones([2, 1])):
    try:
        mean.update_state(given)
    except ValueError as error:
        tf.get_variable("refused_%d" % len(str(error)), [1])
other = tf.keras.metrics.MeanTensor(dtype=tf.float64)
other.update_state(np.ones([3, 1]))
v = tf.get_variable("v", [2])
with tf.Session() as session:
    session.run(v.initializer)
    path = tf.train.Saver([v]).save(session, os.path.join(tempfile.mkdtemp(), "model"))
tf.train.warm_start(path, "v")
warm_starting_util.warm_start(path, vars_to_warm_start="v")
tf.get_variable("end", [1])
