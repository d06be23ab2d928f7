"""Fixes of statements that stand twice."""

from __future__ import annotations

from tests.fixes.offering import offered

MODEL = """
class Model:
    name = "net"

    def __init__(self):
        self.build()
        {again}

    def build(self):
        with tf.variable_scope(self.name):
            self.w = tf.{make}
        self.all = tf.global_variables(scope=self.name)

Model()
"""
TITLE = "Remove this repetition of the line above"


def test_a_call_that_stands_twice() -> None:
    make = 'get_variable("w", [3])'
    fixes = offered(MODEL.format(again="self.build()", make=make), "variable-exists")
    assert fixes[TITLE].count("self.build()") == 1


def test_a_call_that_stands_twice_without_an_error() -> None:
    """The variables of the second call are called ``net_1/w``, which the filter matches as well."""
    make = 'Variable(1.0, name="w")'
    fixes = offered(MODEL.format(again="self.build()", make=make), "collection-prefix")
    assert list(fixes) == [TITLE]


def test_what_stands_between_keeps_both() -> None:
    again = "print('again')\n        self.build()"
    program = MODEL.format(again=again, make='get_variable("w", [3])')
    assert TITLE not in offered(program, "variable-exists")


def test_a_scope_that_stands_twice() -> None:
    block = 'with tf.variable_scope("a"):\n    w = tf.get_variable("w", [3])\n'
    fixes = offered(block + block + "print(w)\n", "variable-exists")
    assert fixes["Remove this repetition of the lines above"] == block + "print(w)\n"


def test_another_step_is_no_repetition() -> None:
    step = 'x = tf.layers.dense(x, 3, name="fc")\n'
    fixes = offered(f"x = tf.zeros([1, 3])\n{step}{step}", "variable-exists")
    assert fixes
    assert TITLE not in fixes
