"""Layers, cells and models have the attributes that TensorFlow and the program give them.

Each program was run in TensorFlow.
"""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.analysis.running import names, run
from tests.support.patience import patient

LAYER = "class L(tf.keras.layers.Layer):\n    def call(self, x):\n        return {}\n"
LACKING = {
    "in a method": (
        LAYER.format("self.no_such(x)") + "L()(tf.zeros([2, 3]))\n",
        "AttributeError: 'L' object has no attribute 'no_such'",
    ),
    "of a cell": (
        "class C(tf.nn.rnn_cell.RNNCell):\n"
        "    state_size = output_size = 3\n"
        "    def call(self, x, state):\n"
        "        return self._projected(x), state\n"
        "tf.nn.static_rnn(C(), [tf.zeros([2, 3])], dtype=tf.float32)\n",
        "AttributeError: 'C' object has no attribute '_projected'",
    ),
    "of a model": (
        "class M(tf.keras.Model):\n"
        "    def __init__(self):\n"
        "        super(M, self).__init__()\n"
        "        self.dense = tf.keras.layers.Dense(2)\n"
        "    def call(self, x):\n"
        "        return self.denes(x)\n"
        "M()(tf.zeros([2, 3]))\n",
        "AttributeError: 'M' object has no attribute 'denes'",
    ),
    "of TensorFlow's own class": (
        "tf.layers.Dense(3).no_such\n",
        "AttributeError: 'Dense' object has no attribute 'no_such'",
    ),
}


@pytest.mark.parametrize("case", LACKING)
def test_the_program_ends_where_one_is_missing(case: str) -> None:
    text, error = LACKING[case]
    found = run(f"{text}tf.get_variable('after', [])\n")
    assert names(found)[-1] == "after:0?"
    assert [problem.message for problem in found.problems] == [error]


def test_a_handler_gets_the_exception() -> None:
    found = run(
        LAYER.format("self.no_such(x)")
        + "try:\n    L()(tf.zeros([2, 3]))\nexcept AttributeError:\n    tf.get_variable('a', [])\n"
    )
    assert names(found) == ["a:0"]


GIVEN = {
    "by TensorFlow": "layer = L()\nlayer.inbound_nodes\nlayer._obj_reference_counts",
    "by a function": "def give(layer):\n    layer.no_such = 1\nL().no_such",
    "by name": "for word in ['no_such']:\n    setattr(L, word, 1)\nlayer = L()\nlayer.no_such",
    "by what a text says": "WORDS = 'no_such other'\nlayer = L()\nlayer.no_such",
    "by an unknown base": "import absent\nclass M(absent.Base, L):\n    pass\nM().no_such",
    "by unknown code": "import absent\nlayer = L()\nabsent.fill(layer)\nlayer.no_such",
}


@pytest.mark.parametrize("case", GIVEN)
def test_one_that_may_be_given_in_another_way_is_unknown(case: str) -> None:
    found = run(f"{LAYER.format('x')}{GIVEN[case]}\ntf.Graph()\ntf.get_variable('after', [])\n")
    assert not found.problems
    assert names(found)[-1] == "after:0"


def test_another_version_of_tensorflow_may_have_it() -> None:
    text = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n" + LAYER.format("x")
    text += "L().no_such\ntf.get_variable('after', [])\n"
    found = analyze(Snapshot("/project/main.py", text), patient())
    assert names(found) == ["after:0"]
