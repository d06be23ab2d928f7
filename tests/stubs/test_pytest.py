"""Programs that use pytest: what they expect to be raised ends nothing and is no error."""

from __future__ import annotations

from tests.analysis.running import run

PROGRAM = """
import pytest
import tensorflow as tf

with pytest.raises(ValueError):
    tf.get_variable("a", [1])
    tf.get_variable("a", [1])
    tf.get_variable("not_reached", [1])
with pytest.raises((KeyError, ValueError), match="exists") as raised:
    tf.get_variable("a", [1])
assert "a" in str(raised.value)
pytest.raises(ValueError, tf.get_variable, "a", shape=[1])
with pytest.warns(UserWarning):
    tf.get_variable("b", [1])

@pytest.mark.parametrize("size", [1, pytest.param(2, id="two")])
def build(size):
    with tf.variable_scope("size_%d" % size):
        tf.get_variable("w", [size])

@pytest.mark.skipif(True, reason="slow")
@pytest.mark.slow
@pytest.fixture(scope="module")
def more():
    return tf.get_variable("c", [pytest.approx(3)])

build(2)
more()
"""


def test_what_a_test_expects_is_no_error() -> None:
    found = run(PROGRAM)
    assert not found.errors
    assert not found.problems
    made = [(event.name, event.shape, event.certainty.name) for event in found.variables]
    assert made == [
        ("a:0", (1,), "DEFINITE"),
        ("b:0", (1,), "DEFINITE"),
        ("size_2/w:0", (2,), "DEFINITE"),
        ("c:0", (3,), "DEFINITE"),
    ]


def test_another_exception_than_the_expected_one_ends_the_program() -> None:
    found = run(
        'import pytest\nimport tensorflow as tf\ntf.get_variable("a", [1])\n'
        'with pytest.raises(KeyError):\n    tf.get_variable("a", [1])\n'
    )
    (error,) = found.errors
    assert error.certainty.name == "DEFINITE"
    assert error.message.startswith("Variable a already exists")
