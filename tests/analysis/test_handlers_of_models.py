"""Failures of a program's function that a model calls: no handler of a model waits for them."""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

UNKNOWN_ATTRIBUTE = "tf.get_variable_scope()._of_another_release"
UNKNOWN_SIZE = "[1, 2][float('3')]"


@pytest.mark.parametrize("failing", [UNKNOWN_ATTRIBUTE, UNKNOWN_SIZE])
def test_what_could_not_be_followed_does_not_end_the_call_of_a_template(failing: str) -> None:
    found = run(
        "def build(x):\n"
        "    w = tf.get_variable('w', [3])\n"
        f"    other = {failing}\n"
        "    return x * w * tf.get_variable('v', [3])\n"
        "template = tf.make_template('net', build)\n"
        "template(tf.zeros([3]))\n"
        "template(tf.zeros([3]))\n"
    )
    assert names(found) == ["net/w:0", "net/v:0", "net/w:0", "net/v:0"]
    assert not found.errors


def test_an_exception_that_the_program_raises_still_passes_through_a_template() -> None:
    found = run(
        "def build(x):\n"
        "    if not tf.get_variable_scope().reuse:\n"
        "        raise ValueError('no')\n"
        "    return tf.get_variable('w', [3])\n"
        "template = tf.make_template('net', build)\n"
        "try:\n"
        "    template(1)\n"
        "except ValueError:\n"
        "    tf.get_variable('caught', [1])\n"
    )
    assert names(found) == ["caught:0"]
