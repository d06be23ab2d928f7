"""Loops that build again with variables that exist, and call what is not known, are no training.

Each program says by the name of its last variable what the loop left behind, so a loop that was
left too early shows.
"""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.interpreter.budget import Budget

TOWERS = """\
import tensorflow as tf
from unknown import features

def model(x, reuse):
    with tf.variable_scope("m", reuse=reuse):
        for i in range(20):
            with tf.variable_scope("layer_%d" % i):
                x = tf.matmul(features(x), tf.get_variable("w", [8, 8]))
    return x

losses = []
for tower in range(4):
    losses.append(model(tf.placeholder(tf.float32, [2, 8]), tower > 0))
tf.get_variable("after_%d" % len(losses), [])
"""
AVERAGED = """\
import tensorflow as tf
from unknown import scale

towers = [[tf.ones([2]) for _ in range(40)] for _ in range(3)]
averaged = []
for grads in zip(*towers):
    total = grads[0]
    for grad in grads[1:]:
        total += grad
    averaged.append(total / scale(total))
tf.get_variable("after_%d" % len(averaged), [])
"""


def tight() -> Budget:
    """Limits that training soon meets, as models of real size meet the usual ones."""
    return Budget(training_rounds=10, training_steps=200)


@pytest.mark.parametrize(
    ("program", "last"),
    [(TOWERS, "after_4:0"), (AVERAGED, "after_40:0")],
    ids=["towers", "averaged gradients"],
)
def test_a_loop_that_adds_to_the_graph_is_run_to_its_end(program: str, last: str) -> None:
    found = analyze(Snapshot("/p/train.py", program), tight()).variables
    assert found[-1].name == last


def test_a_loop_that_adds_to_the_graph_too_long_is_left() -> None:
    program = """\
import tensorflow as tf
from unknown import step

for i in range(100000):
    step(tf.ones([2]))
tf.get_variable("after", [])
"""
    budget = Budget(growing_steps=2_000)
    found = analyze(Snapshot("/p/train.py", program), budget).variables
    assert found[-1].name == "after:0"
    assert budget.used < 20_000


def test_a_loop_without_an_end_that_adds_to_the_graph_is_left_sooner() -> None:
    """Evaluations that go on for ever, with a scope that is opened in each of them."""
    program = """\
import tensorflow as tf
from unknown import wait

def evaluate():
    with tf.variable_scope("boxes"):
        wait()

tf.get_variable("before", [])
while True:
    evaluate()
"""
    budget = Budget(training_rounds=50)
    found = analyze(Snapshot("/p/eval.py", program), budget).variables
    assert [one.name for one in found] == ["before:0"]
    assert budget.used < 5_000
