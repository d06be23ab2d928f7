"""Values that are one of several known ones, because a branch is not decided: what tests say."""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

START = "import somewhere\nwanted = somewhere.options()\n"
KIND = START + "kind = 'a' if wanted.a else ('b' if wanted.b else 'c')\n"
PROGRAMS = {
    "a number or None": (
        START
        + """
size = None if wanted.small else 2
if size is not None:
    for i in range(size):
        tf.get_variable("w%d" % i, [1])
else:
    tf.get_variable("v", [1])
""",
        {"w0:0?", "w1:0?", "v:0?"},
    ),
    "None after a branch": (
        START
        + """
name = "w"
if wanted.nothing:
    name = None
if name is None:
    tf.get_variable("v", [1])
elif name:
    tf.get_variable(name, [1])
""",
        {"v:0?", "w:0?"},
    ),
    "one of several texts": (
        KIND
        + """
if kind == "a":
    tf.get_variable("is_a", [1])
elif kind != "b":
    tf.get_variable("no_" + kind, [1])
""",
        {"is_a:0?", "no_c:0?"},
    ),
    "the value after a branch that left": (
        KIND
        + """
def build(kind):
    if kind in ("a", "b"):
        return
    tf.get_variable(kind, [1])
build(kind)
""",
        {"c:0?"},
    ),
    "the value after both arms": (
        KIND
        + """
if kind == "a":
    pass
tf.get_variable(kind, [1])
""",
        {"a:0?", "b:0?", "c:0?"},
    ),
    "a text or a tuple": (
        START
        + """
units = ("x", "y") if wanted.many else "z"
if not isinstance(units, tuple):
    units = (units,)
for unit in units:
    tf.get_variable(unit, [1])
""",
        {"x:0?", "y:0?", "z:0?"},
    ),
    "a test of two values": (
        KIND
        + """
other = "b" if wanted.c else "d"
if kind == other:
    tf.get_variable(kind + other, [1])
""",
        {"ab:0?", "ad:0?", "bb:0?", "bd:0?", "cb:0?", "cd:0?"},
    ),
    "a test with effects is not asked again": (
        KIND
        + """
asked = []
def is_a(kind):
    asked.append(kind)
    return kind == "a"
if is_a(kind):
    pass
tf.get_variable("asked_%d" % len(asked), [1])
""",
        {"asked_1:0"},
    ),
}


@pytest.mark.parametrize("case", PROGRAMS)
def test_each_arm_keeps_what_its_test_allows(case: str) -> None:
    text, expected = PROGRAMS[case]
    analysis = run(text)
    assert set(names(analysis)) == expected
    assert not analysis.errors


def test_each_object_that_new_may_return_is_initialized() -> None:
    found = run("""
import somewhere

class Base(object):
    def __new__(cls, kind):
        if somewhere.flag:
            return Special(kind)
        return object.__new__(cls)

    def __init__(self, kind):
        self.size = 3
        tf.get_variable("made_" + kind, [1])

class Special(Base):
    def __new__(cls, kind):
        return object.__new__(cls)

tf.get_variable("v", [Base("x").size])
""")
    assert {name.strip("?") for name in names(found)} == {"made_x:0", "v:0"}
    assert found.variables[-1].shape == (3,)


LAYERS = """
layers = [tf.layers.Dense(2, name="a"), tf.layers.Dense(2, name="b")]
layers[0](tf.zeros([1, 3]))
layers[1](tf.zeros([1, 5]))
x = tf.zeros([1, 5])
"""


@pytest.mark.parametrize(
    "call",
    [
        "layers[wanted.number](x)",
        "(layers[0] if wanted.first else layers[1])(x)",
        "[lambda: tf.get_variable('a/kernel', [1]), lambda: 0][wanted.number]()",
    ],
)
def test_what_is_refused_is_not_what_was_chosen(call: str) -> None:
    assert not run(f"{START}{LAYERS}{call}\n").errors


def test_a_refusal_in_a_branch_is_told() -> None:
    assert len(run(f"{START}{LAYERS}if wanted.first:\n    layers[0](x)\n").errors) == 1
