"""A loop of unknown length runs once: what its further rounds would make is said to be missing."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.result import Analysis
from tests.analysis.running import names, run

START = """\
import json
with open("absent.json") as file:
    config = json.load(file)
x = tf.placeholder(tf.float32, [None, 8])
"""
CAUSE = "how often this loop runs is not known (what a JSON file has)"

MAKES_MORE = {
    "a name with a part of each round": """
for i in range(config["layers"]):
    tf.get_variable("layer_%d" % i, [2])
""",
    "an automatic name": """
for i in range(config["layers"]):
    x = tf.layers.dense(x, 8)
""",
    "a variable of its own in a scope entered anew": """
for i in range(config["layers"]):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        tf.Variable(1.0, name="v")
""",
    "a comprehension": """
layers = [tf.layers.dense(x, 8) for i in range(config["layers"])]
""",
    "a function for each item": """
layers = list(map(lambda size: tf.layers.dense(x, 8), config["sizes"]))
""",
    "a while loop": """
left = config["layers"]
while left > 0:
    tf.layers.dense(x, 8)
    left -= 1
""",
    "a function that is called in each round": """
def block(x, name):
    with tf.variable_scope(name):
        return tf.layers.dense(x, 8)
for name in config["blocks"]:
    x = block(x, name)
""",
}
MAKES_NO_MORE = {
    "the same name": """
for i in range(config["towers"]):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [2])
""",
    "automatic names counted anew": """
for i in range(config["towers"]):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        tf.layers.dense(x, 8)
""",
    "steps of training": """
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.get_variable("w", []))
with tf.Session() as session:
    for step in range(config["steps"]):
        session.run(train)
""",
    "ops alone": """
for i in range(config["layers"]):
    x = tf.nn.relu(x)
""",
}


def hidden(analysis: Analysis) -> list[str]:
    return [gap.reason for gap in analysis.gaps if gap.hides]


@pytest.mark.parametrize("text", MAKES_MORE.values(), ids=list(MAKES_MORE))
def test_rounds_that_would_make_more_are_said_to_be_missing(text: str) -> None:
    analysis = run(START + text)
    assert names(analysis)
    (reason,) = hidden(analysis)
    assert reason.startswith("how often this ")
    assert "is not known" in reason


@pytest.mark.parametrize("text", MAKES_NO_MORE.values(), ids=list(MAKES_NO_MORE))
def test_rounds_that_make_nothing_else_are_not(text: str) -> None:
    assert hidden(run(START + text)) == []


def test_the_place_is_what_decides_how_many_rounds_there_are() -> None:
    analysis = run(START + MAKES_MORE["an automatic name"])
    (gap,) = analysis.gaps
    assert (gap.reason, gap.span.line, gap.span.column) == (CAUSE, 8, 10)


def test_a_loop_that_makes_more_in_one_call_only_is_told_of_once() -> None:
    text = """
def build(count, make):
    for i in range(count):
        make(i)
build(config["towers"], lambda i: tf.get_variable("w", [2]))
build(config["layers"], lambda i: tf.get_variable("w%d" % i, [2]))
build(config["heads"], lambda i: tf.get_variable("h%d" % i, [2]))
"""
    assert hidden(run(START + text)) == [CAUSE]
