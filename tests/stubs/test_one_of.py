"""Tensors after a branch that was not decided: what both arms share stays known.

Each expectation holds for every value of `flag` in TensorFlow 1.15.5: what it makes for one only is
possible.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Certainty

PROGRAM = """\
import json
import tensorflow as tf

flag = json.load(open("not there.json"))
x = tf.placeholder(tf.float32, [None, 8])
"""
LINES = {
    "layers keep the shape of their inputs": (
        "if flag:\n    x = tf.nn.dropout(x, 0.5)\n"
        "x = tf.layers.dense(x, 3)\n"
        "if flag > 1:\n    x = tf.nn.relu(x)\nelif flag > 2:\n    x = tf.nn.elu(x)\n"
        "else:\n    x = tf.nn.tanh(x)\n"
        "x = tf.contrib.layers.fully_connected(x, 5)",
        "dense/kernel (8, 3) dense/bias (3,) fully_connected/weights (3, 5) "
        "fully_connected/biases (5,)",
    ),
    "an axis that differs is not known": (
        "if flag:\n    x = tf.concat([x, x], 1)\nx = tf.layers.dense(tf.identity(x), 3)",
        "dense/kernel (None, 3) dense/bias (3,)",
    ),
    "shapes that a program asks for": (
        "if flag:\n    x = x * 2\n"
        'tf.get_variable("a", [x.shape[1], 4])\n'
        'tf.get_variable("b", x.get_shape()[1:])\n'
        'tf.get_variable("c", [x.get_shape().as_list()[-1]])',
        "a (8, 4) b (8,) c (8,)",
    ),
    "numbers beside unknown ones": (
        'n = len(flag)\nw = tf.get_variable("w", [8, n])\nb = tf.get_variable("b", [n])\n'
        "y = tf.reshape(tf.nn.bias_add(tf.matmul(x, w), b), [2, 2, n])\n"
        "loss = tf.nn.sparse_softmax_cross_entropy_with_logits(\n"
        "    logits=y, labels=tf.zeros([2, 2], tf.int32))\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(loss))",
        "w (8, None) b (None,) w/Momentum (8, None) b/Momentum (None,)",
    ),
    "gradients reach what both arms are computed from": (
        'w = tf.get_variable("w", [8, 2])\nu = tf.get_variable("u", [2])\n'
        "y = tf.matmul(x, w)\n"
        "if flag:\n    y = y * u\nelse:\n    y = tf.nn.relu(y)\n"
        "if flag > 1:\n    y = tf.nn.dropout(y, 0.5)\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(y))",
        "w (8, 2) u (2,) w/Momentum (8, 2) ?u/Momentum (2,)",
    ),
    "and no further than through a barrier": (
        'w = tf.get_variable("w", [8, 2])\nu = tf.get_variable("u", [2])\n'
        "y = tf.matmul(x, w)\n"
        "y = tf.stop_gradient(y) if flag else tf.nn.relu(y)\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(y) + tf.reduce_sum(u))",
        "w (8, 2) u (2,) ?w/Momentum (8, 2) u/Momentum (2,)",
    ),
    "variables that were first read in a branch": (
        "def weight(name, shape):\n"
        "    w = tf.get_variable(name, shape)\n"
        '    if flag:\n        tf.add_to_collection("losses", tf.nn.l2_loss(w))\n'
        "    return w\n"
        'y = tf.matmul(x, weight("v", [8, 2]))\n'
        'y = tf.matmul(y, weight("w", [2, 2]))\n'
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(y))",
        "v (8, 2) w (2, 2) v/Momentum (8, 2) w/Momentum (2, 2)",
    ),
    "ops that were first asked for in a branch": (
        "y = tf.identity(x, name='first')\n"
        "if flag:\n    print(y.op)\n"
        "with tf.variable_scope(y.op.name):\n"
        '    tf.get_variable("w", [2])',
        "first/w (2,)",
    ),
    "a loss with a term that may be a number": (
        'w = tf.get_variable("w", [8, 2])\nu = tf.get_variable("u", [2])\n'
        "penalty = tf.nn.l2_loss(u) if flag else 0.0\n"
        "loss = tf.add(tf.reduce_mean(tf.matmul(x, w)), penalty)\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)",
        "w (8, 2) u (2,) w/Momentum (8, 2) ?u/Momentum (2,)",
    ),
    "one of several variables": (
        'w = tf.get_variable("w", [8, 2])\nu = tf.get_variable("u", [8, 2])\n'
        "y = tf.matmul(x, w if flag else u)\n"
        'tf.get_variable("v", y.shape[1:])\n'
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(y))",
        "w (8, 2) u (8, 2) v (2,) ?w/Momentum (8, 2) ?u/Momentum (8, 2)",
    ),
    "integers have no gradient": (
        'w = tf.get_variable("w", [8, 2])\ni = tf.get_variable("i", [4], tf.int32)\n'
        "loss = tf.reduce_mean(tf.matmul(x, w)) + tf.py_func(flag, [i], tf.float32) + flag\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)",
        "w (8, 2) i (4,) w/Momentum (8, 2)",
    ),
    "static values that differ": (
        "shape = tf.shape(x) if flag else tf.constant([4, 8])\n"
        "y = tf.reshape(x, tf.identity(shape))\n"
        'tf.get_variable("v", [y.shape[1]])',
        "v (None,)",
    ),
}


@pytest.mark.parametrize("what", LINES)
def test_what_the_arms_of_a_branch_share_is_known(tmp_path: Path, what: str) -> None:
    lines, expected = LINES[what]
    main = tmp_path / "main.py"
    analysis = analyze(Snapshot(str(main), f"{PROGRAM}\n{lines}\n", roots=(str(tmp_path),)))
    made = [
        f"{'?' if v.certainty.value != 'definite' else ''}{v.name.removesuffix(':0')} {v.shape}"
        for v in analysis.variables
    ]
    assert " ".join(made) == expected


@pytest.mark.parametrize("keras", ["tf.keras.layers", "keras.layers"])
def test_wrappers_of_one_of_several_layers(tmp_path: Path, keras: str) -> None:
    program = f"""
import keras
layers = {keras}
y = layers.Input((7, 8))
inner = layers.LSTM(5, return_sequences=True) if flag else layers.GRU(5, return_sequences=True)
y = layers.Bidirectional(inner, name="both")(y)
y = layers.TimeDistributed(layers.Dense(3, name="inner"), name="each")(y)
"""
    main = tmp_path / "main.py"
    analysis = analyze(Snapshot(str(main), PROGRAM + program, roots=(str(tmp_path),)))
    made = {v.name: (v.shape, v.certainty.value) for v in analysis.variables}
    assert made["both/forward_lstm/kernel:0".replace("lstm", LSTM[keras])] == ((8, 20), "possible")
    assert made["both/backward_gru/kernel:0".replace("gru", GRU[keras])] == ((8, 15), "possible")
    assert made["each/kernel:0"] == ((10, 3), "definite")


LSTM = {"tf.keras.layers": "lstm", "keras.layers": "lstm_1"}
GRU = {"tf.keras.layers": "gru", "keras.layers": "gru_1"}


def test_slots_of_a_variable_that_is_one_of_two_are_only_possible(tmp_path: Path) -> None:
    text = f"""{PROGRAM}
if flag:
    w = tf.get_variable("a", [2])
else:
    w = tf.get_variable("b", [2])
v = tf.get_variable("v", [2])
tf.train.AdamOptimizer(0.1).minimize(tf.reduce_sum(w * v), var_list=[w, v])
tf.train.ExponentialMovingAverage(0.9, name="mean").apply([w, v])
"""
    analysis = analyze(Snapshot(str(tmp_path / "model.py"), text))
    made = {
        event.name.removesuffix(":0"): event.certainty is Certainty.DEFINITE
        for event in analysis.variables
    }
    certain = "v beta1_power beta2_power v/Adam v/Adam_1 v/mean"
    possible = "a b a/Adam a/Adam_1 b/Adam b/Adam_1 a/mean b/mean"
    assert made == {
        **dict.fromkeys(certain.split(), True),
        **dict.fromkeys(possible.split(), False),
    }
    assert not [gap for gap in analysis.gaps if "key" in gap.reason]


def test_optimizers_of_unknown_variables_lose_nothing_else(tmp_path: Path) -> None:
    text = f"""{PROGRAM}
w = tf.get_variable("a", [2]) if flag else tf.get_variable("b", [2])
step = tf.train.get_or_create_global_step()
for _ in range(2):
    optimizer = tf.train.AdamOptimizer(0.1)
    variables = tf.trainable_variables()
    grads, _ = tf.clip_by_global_norm(tf.gradients(tf.reduce_sum(w), variables), 1.0)
    optimizer.apply_gradients(zip(grads, variables), global_step=step)
"""
    analysis = analyze(Snapshot(str(tmp_path / "model.py"), text))
    assert not [gap.reason for gap in analysis.gaps if gap.hides]
