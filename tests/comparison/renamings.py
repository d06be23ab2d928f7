"""Twelve typical changes of models, and the expected report of each.

Each is a model before and after; ``x`` is a placeholder of shape (None, 3).
"""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "import tensorflow as tf\nx = tf.placeholder(tf.float32, [None, 3])\n"


@dataclass(frozen=True)
class Renaming:
    name: str
    old: str
    new: str
    says: str
    """The first line."""
    lost: tuple[str, ...] = ()
    """Variables of the new model that the old one cannot restore."""

    @property
    def old_program(self) -> str:
        return HEAD + self.old

    @property
    def new_program(self) -> str:
        return HEAD + self.new


LAYERS = """
h = tf.layers.dense(x, 4, name="first")
h = tf.layers.batch_normalization(h, name="norm")
h = tf.layers.dense(h, 2, name="second")
"""


def inside(scope: str, body: str = LAYERS) -> str:
    return f"with tf.variable_scope('{scope}'):" + ("\n" + body).replace("\n", "\n    ") + "\n"


def stack(attention: str, layers: int = 4) -> str:
    return inside(
        "net",
        f"""
h = tf.layers.dense(x, 5, name="embed")
for i in range({layers}):
    with tf.variable_scope("layer_%d" % i):
        with tf.variable_scope("{attention}"):
            h = tf.layers.dense(h, 5, name="query") + tf.layers.dense(h, 5, name="key")
        h = tf.layers.dense(h, 5, name="out")
""",
    )


def variables(*names_and_shapes: tuple[str, list[int]]) -> str:
    return "".join(f"tf.get_variable('{name}', {shape})\n" for name, shape in names_and_shapes)


LSTM = """
cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(n) for n in (4, 5)])
tf.nn.dynamic_rnn(cell, tf.expand_dims(x, 1), dtype=tf.float32)
"""
OLD_LSTM = variables(
    ("rnn/multi_rnn_cell/cell_0/basic_lstm_cell/weights", [7, 16]),
    ("rnn/multi_rnn_cell/cell_0/basic_lstm_cell/biases", [16]),
    ("rnn/multi_rnn_cell/cell_1/basic_lstm_cell/weights", [9, 20]),
    ("rnn/multi_rnn_cell/cell_1/basic_lstm_cell/biases", [20]),
)
OLDEST_LSTM = variables(
    ("RNN/MultiRNNCell/Cell0/BasicLSTMCell/Linear/Matrix", [7, 16]),
    ("RNN/MultiRNNCell/Cell0/BasicLSTMCell/Linear/Bias", [16]),
    ("RNN/MultiRNNCell/Cell1/BasicLSTMCell/Linear/Matrix", [9, 20]),
    ("RNN/MultiRNNCell/Cell1/BasicLSTMCell/Linear/Bias", [20]),
)
SLIM = """
slim = tf.contrib.slim
h = slim.fully_connected(x, 4)
h = slim.fully_connected(h, 5)
h = slim.fully_connected(h, 2)
"""
DENSE = """
h = tf.layers.dense(x, 4)
h = tf.layers.dense(h, 5)
h = tf.layers.dense(h, 2)
"""

TF_1_2 = "RNN cells since TensorFlow 1.2, or slim against tf.layers"
TF_1_0 = "RNN cells since TensorFlow 1.0"
CELLS = "RNN/MultiRNNCell/Cell{0..1}/BasicLSTMCell/Linear"
NEW_CELLS = "rnn/multi_rnn_cell/cell_{0..1}/basic_lstm_cell"

RENAMINGS = (
    Renaming("a scope added", LAYERS, inside("model"), "scope model added in front (8 variables)"),
    Renaming("a scope dropped", inside("tower_0"), LAYERS, "scope tower_0 dropped (8 variables)"),
    Renaming(
        "a scope renamed", inside("net"), inside("model"), "scope net renamed model (8 variables)"
    ),
    Renaming(
        "a layer put in front of others",
        "h = tf.layers.dense(x, 4)\nh = tf.layers.dense(h, 5)\nh = tf.layers.dense(h, 6)\n",
        "g = tf.layers.dense(x, 3)\nh = tf.layers.dense(g, 4)\nh = tf.layers.dense(h, 5)\n"
        "h = tf.layers.dense(h, 6)\n",
        "dense, dense_{1..2} renumbered: now dense_{1..3} (6 variables); 2 variables only in new",
        ("dense/bias", "dense/kernel"),
    ),
    Renaming(
        "a scope renamed in every layer",
        stack("attn"),
        stack("attention/self"),
        "scope attn renamed attention/self (16 variables)",
    ),
    Renaming(
        "layers renumbered",
        stack("a").replace('"layer_%d" % i', '"layer_%d" % (i + 1)'),
        stack("a"),
        "layer_{1..4} renumbered: now layer_{0..3} (24 variables)",
    ),
    Renaming(
        "a layer renamed",
        inside("net"),
        inside("net", LAYERS.replace("second", "logits")),
        "scope second renamed logits (2 variables)",
    ),
    Renaming(
        "cells since TensorFlow 1.2",
        OLD_LSTM,
        LSTM,
        f"weights renamed kernel (2 variables; {TF_1_2}); "
        f"biases renamed bias (2 variables; {TF_1_2})",
    ),
    Renaming(
        "cells since TensorFlow 1.0",
        OLDEST_LSTM,
        LSTM,
        f"{CELLS}/Matrix renamed {NEW_CELLS}/kernel (2 variables; {TF_1_0}); "
        f"{CELLS}/Bias renamed {NEW_CELLS}/bias (2 variables; {TF_1_0})",
    ),
    Renaming(
        "slim against tf.layers",
        SLIM,
        DENSE,
        "scope fully_connected, fully_connected_{1..2} renamed dense, dense_{1..2} (6 variables; "
        "slim's fully_connected against tf.layers); "
        f"weights renamed kernel (3 variables; {TF_1_2}); "
        f"biases renamed bias (3 variables; {TF_1_2})",
    ),
    Renaming(
        "a scope renamed, and a shape changed",
        inside("net"),
        inside("model", LAYERS.replace("h, 2", "h, 7")),
        "scope net renamed model (8 variables); 2 variables with another shape in new",
        ("model/second/bias", "model/second/kernel"),
    ),
    Renaming(
        "a scope added, and one renamed",
        stack("attn"),
        inside("run", stack("attention")),
        "scope run added in front (26 variables); scope attn renamed attention (16 variables)",
    ),
)
