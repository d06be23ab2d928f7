"""Scopes with an undecided name or reuse flag: every possible name, and no error."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Certainty
from tests.support.patience import patient

START = """\
import data
import tensorflow as tf

flag = data.flag
x = tf.zeros([2, 3])
"""
SCOPES = {
    'with tf.variable_scope("a" if flag else "b"):\n    tf.get_variable("w", [])': ["a/w", "b/w"],
    'with tf.variable_scope(None, "a" if flag else "b"):\n    tf.get_variable("w", [])': [
        "a/w",
        "b/w",
    ],
    'with tf.name_scope("a" if flag else "b"):\n    tf.Variable(1, name="w")': ["a/w", "b/w"],
    'with tf.variable_scope("a") as a, tf.variable_scope("b") as b:\n    pass\n'
    'with tf.variable_scope(a if flag else b):\n    tf.get_variable("w", [])': ["a/w", "a/b/w"],
    'tf.layers.dense(x, 4, use_bias=False, name="d", reuse=flag)': ["d/kernel"],
    "tf.layers.dense(x, 4, use_bias=False, reuse=flag)": ["dense/kernel"],
    'with tf.variable_scope("a"):\n'
    '    for name in ("fw", "bw"):\n'
    "        cell = tf.contrib.rnn.LSTMBlockFusedCell(6, reuse=flag, name=name)\n"
    "        cell(tf.zeros([5, 2, 3]), dtype=tf.float32)": [
        "a/fw/kernel",
        "a/fw/bias",
        "a/bw/kernel",
        "a/bw/bias",
    ],
    "cell = tf.nn.rnn_cell.GRUCell(6, reuse=flag)\n"
    "tf.nn.dynamic_rnn(cell, tf.zeros([2, 5, 3]), dtype=tf.float32)": [
        "rnn/gru_cell/gates/kernel",
        "rnn/gru_cell/gates/bias",
        "rnn/gru_cell/candidate/kernel",
        "rnn/gru_cell/candidate/bias",
    ],
}


@pytest.mark.parametrize("program", sorted(SCOPES))
def test_each_name_is_told_and_nothing_is_an_error(program: str) -> None:
    analysis = analyze(Snapshot("/p/model.py", START + program + "\n"), patient())
    made = sorted(event.name for event in analysis.variables)
    assert made == sorted(f"{name}:0" for name in SCOPES[program])
    assert not analysis.errors


def test_an_automatic_name_that_depends_on_sharing_is_not_said_for_certain() -> None:
    program = "for _ in range(2):\n    tf.layers.dense(x, 4, use_bias=False, reuse=flag)\n"
    analysis = analyze(Snapshot("/p/model.py", START + program), patient())
    names = {event.name for event in analysis.variables}
    assert names == {"dense/kernel:0", "dense_1/kernel:0"}
    assert {event.certainty for event in analysis.variables} == {Certainty.POSSIBLE}
    assert not analysis.errors


def test_functions_of_one_decorator_call_each_other_in_an_arm() -> None:
    """They share the code of the decorator's inner function: it is no recursion."""
    program = START + (
        "slim = tf.contrib.slim\n"
        "def named(function):\n"
        "    def inner(x, depth):\n"
        "        with tf.variable_scope(function.__name__):\n"
        "            return function(x, depth)\n"
        "    return inner\n"
    )
    for name, below in zip("abcdef", "bcdef ", strict=True):
        made = 'tf.get_variable("w", [])' if name == "f" else f"{below}(x, depth)"
        program += f"@named\ndef {name}(x, depth):\n    return {made}\n"
    program += (
        "if flag:\n"
        "    a(x, 1)\n"
        "    slim.fully_connected(x, 4, normalizer_fn=slim.batch_norm, scope='fc')\n"
    )
    analysis = analyze(Snapshot("/p/main.py", program), patient())
    assert [event.name for event in analysis.variables] == [
        "a/b/c/d/e/f/w:0",
        "fc/weights:0",
        "fc/BatchNorm/beta:0",
        "fc/BatchNorm/moving_mean:0",
        "fc/BatchNorm/moving_variance:0",
    ]
