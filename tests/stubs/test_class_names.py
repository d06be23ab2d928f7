"""The table of the attributes of TensorFlow's classes agrees with TensorFlow."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from scope_lsp.resolve.class_table import ClassTable, class_table
from scope_lsp.resolve.stub_path import OWN_STUBS
from tests.support.recording import VARIABLE

SCRIPT = Path(__file__).parent / "make_class_names.py"
needs_tensorflow = pytest.mark.skipif(
    not os.environ.get(VARIABLE), reason=f"{VARIABLE} names no Python"
)


def tensorflow(*arguments: str) -> str:
    """What its Python prints."""
    python = os.path.expanduser(os.environ[VARIABLE])
    command = [python, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout


@needs_tensorflow
def test_the_table_is_fresh() -> None:
    written = Path(OWN_STUBS, "CLASSES.txt").read_text(encoding="utf-8")
    assert tensorflow(str(SCRIPT)) == written, f"stale: run {SCRIPT.name} with TensorFlow 1.15.5"


OBJECTS = """
import json
import tensorflow as tf
K = tf.keras
x = tf.zeros([2, 4, 3])
made = [K.layers.Dense(2), K.layers.LSTM(2), K.layers.BatchNormalization(),
        K.layers.Bidirectional(K.layers.GRU(2)), K.layers.TimeDistributed(K.layers.Dense(2)),
        tf.layers.Dense(2), tf.layers.Conv1D(2, 1), tf.layers.BatchNormalization()]
for layer in made:
    layer(x)
for cell in (tf.nn.rnn_cell.LSTMCell(3), tf.nn.rnn_cell.GRUCell(2), tf.contrib.rnn.NASCell(2),
             tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.BasicRNNCell(3)),
             tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicRNNCell(2)])):
    tf.nn.dynamic_rnn(cell, x, dtype=tf.float32, scope=cell.name)
    made.append(cell)
model = K.Sequential([K.layers.Dense(2, input_shape=[3])])
model.compile("sgd", "mse", metrics=["mae"])
made += [model, K.Model(model.inputs, model.outputs)]
print(json.dumps([[type(each).__name__, dir(each)] for each in made]))
"""


@needs_tensorflow
def test_it_has_what_objects_have() -> None:
    for name, attributes in json.loads(tensorflow("-c", OBJECTS)):
        known = class_table().attributes(name)
        assert known is not None
        assert {each for each in attributes if each[:2] != "__"} <= known


TABLE = ClassTable("* set\n~a:Base one <~b:Other\n~b:Other two <~a:Base\n~c:Base three\n! ~d:Any\n")


def test_classes_of_one_name_are_not_told_apart() -> None:
    assert TABLE.attributes("Base") == {"set", "one", "two", "three"}


def test_bases_count() -> None:
    assert TABLE.attributes("Other") == {"set", "one", "two"}


@pytest.mark.parametrize("name", ["Any", "NotThere"])
def test_others_are_not_known(name: str) -> None:
    assert TABLE.attributes(name) is None
