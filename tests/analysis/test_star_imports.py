"""``from tensorflow import *`` brings every public name, also those that the model makes late."""

from __future__ import annotations

from pathlib import Path

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient


def test_all_public_names_are_brought() -> None:
    text = """\
from tensorflow import *
keras.layers.Dense(3)(keras.Input([2]))
get_variable("a", [1])
layers.dense(ones([2, 3]), 2)
contrib.layers.fully_connected(ones([2, 3]), 2)
"""
    found = analyze(Snapshot("/p/main.py", text), patient())
    # As TensorFlow 1.15.5 names them.
    assert [(one.name, one.certainty.value) for one in found.variables] == [
        ("dense/kernel:0", "definite"),
        ("dense/bias:0", "definite"),
        ("a:0", "definite"),
        ("dense/kernel_1:0", "definite"),
        ("dense/bias_1:0", "definite"),
        ("fully_connected/weights:0", "definite"),
        ("fully_connected/biases:0", "definite"),
    ]
    assert not found.gaps


COMPAT = """\
import tensorflow.compat.v2 as tf2
from tensorflow.compat.v2 import *


def __getattr__(name):
    if name == "late":
        return tf2.keras.layers
    raise AttributeError(f"module {__name__} has no attribute {name}")
"""


def test_a_module_that_hands_tensorflow_on_has_names_of_its_own_beside(tmp_path: Path) -> None:
    (tmp_path / "compat_layer.py").write_text(COMPAT)
    text = """\
import compat_layer as tf
tf.compat.v1.disable_eager_execution()
tf.keras.layers.Dense(3)(tf.keras.Input([2]))
tf.late.Dense(2, name="late")(tf.keras.Input([2]))
try:
    tf.nothing
except AttributeError:
    tf.compat.v1.get_variable("handled", [1])
"""
    found = analyze(Snapshot(str(tmp_path / "main.py"), text, roots=(str(tmp_path),)), patient())
    assert not found.problems
    assert [one.name for one in found.variables] == [
        "dense/kernel:0",
        "dense/bias:0",
        "late/kernel:0",
        "late/bias:0",
        "handled:0",
    ]
