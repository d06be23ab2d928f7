"""Many tensors that are each one of two cost little: what lies behind them is a whole model."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

AVERAGED = """\
import tensorflow as tf
towers = []
for i in range(2):
    with tf.variable_scope("m", reuse=i > 0):
        h = tf.gather(tf.get_variable("e", [9, 8]), [1, 2])
        steps = []
        for j in range(12):
            h = tf.matmul(h, tf.get_variable("w%d" % j, [8, 8]))
            steps.extend([tf.nn.relu(tf.nn.tanh(h * k)) for k in range(20)])
        h = tf.add_n(steps)
    xs = tf.trainable_variables()
    towers.append(tf.gradients(tf.reduce_sum(h), xs))
grads = []
for pair in zip(*towers):
    if isinstance(pair[0], tf.IndexedSlices):
        values = tf.concat([g.values for g in pair], 0)
        grads.append(tf.IndexedSlices(values, tf.concat([g.indices for g in pair], 0)))
    else:
        joined = tf.concat([tf.expand_dims(tf.identity(g), 0) for g in pair], 0)
        grads.append(tf.reduce_mean(joined, 0))
norms = [tf.global_norm([g]) for g in grads]
grads, norm = tf.clip_by_global_norm(grads, 1.0)
tf.train.AdagradOptimizer(0.1).apply_gradients(zip(grads, xs))
tf.get_variable("after_%d" % len(grads), [])
"""


def test_gradients_that_may_be_sparse_are_clipped_within_a_limit() -> None:
    budget = patient()
    found = analyze(Snapshot("/p/train.py", AVERAGED), budget).variables
    assert found[-1].name == "after_13:0"
    assert sum(event.name.endswith("/Adagrad:0") for event in found) == 13
    assert budget.used < 200_000  # without a limit, 350,000
