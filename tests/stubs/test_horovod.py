"""Horovod makes no variables, and a program that is started by itself is the only process."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

PROGRAM = """\
import tensorflow as tf
import horovod.tensorflow as hvd

hvd.init()
x = tf.placeholder(tf.float32, [4, 8])
tf.Variable(tf.zeros([hvd.size(), 2]))
y = hvd.allreduce(tf.layers.dense(x, 3, use_bias=False))
tf.get_variable("all", hvd.allgather(y).shape[1:])
optimizer = hvd.DistributedOptimizer(tf.train.MomentumOptimizer(0.001 * hvd.size(), 0.9))
optimizer.minimize(tf.reduce_mean(y), tf.train.get_or_create_global_step())
hooks = [hvd.BroadcastGlobalVariablesHook(0)]
tf.Variable(1.0)
"""
IN_KERAS = """\
import tensorflow as tf
import horovod.tensorflow.keras as hvd

hvd.init()
model = tf.keras.Sequential([tf.keras.layers.Dense(3, use_bias=False, input_shape=(8,))])
model.compile(hvd.DistributedOptimizer(tf.keras.optimizers.SGD(0.1)), "mse")
callbacks = [hvd.callbacks.BroadcastGlobalVariablesCallback(0)]
tf.keras.layers.Dense(2)(model.output)
"""


def names(program: str) -> list[tuple[str, object, str]]:
    analysis = analyze(Snapshot("/p/train.py", program), patient())
    assert not [gap for gap in analysis.gaps if gap.hides]
    return [(event.name, event.shape, event.certainty.value) for event in analysis.variables]


def test_one_process_trains_with_the_optimizer_that_is_given() -> None:
    assert names(PROGRAM) == [
        ("Variable:0", (1, 2), "definite"),
        ("dense/kernel:0", (8, 3), "definite"),
        ("all:0", (3,), "definite"),
        ("global_step:0", (), "definite"),
        ("dense/kernel/Momentum:0", (8, 3), "definite"),
        ("Variable_1:0", (), "definite"),
    ]


def test_optimizers_of_keras_stay_as_they_are() -> None:
    made = names(IN_KERAS)
    assert made[0] == ("dense/kernel:0", (8, 3), "definite")
    assert made[-1] == ("dense_1/bias:0", (2,), "definite")
