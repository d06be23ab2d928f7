"""An iterator that an undecided branch may have advanced: its next item is not known.

What both arms took is known to both, and so is what is next if both took as many.
"""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

PRELUDE = """\
import itertools
import config

def items():
    yield "a"
    yield "b"
    yield "c"

def builder():
    for name in "pqr":
        tf.get_variable(name, [1])
        yield name

counter = itertools.count()
"""
ADVANCED = {
    "a counter": "if config.on: next(counter)\ntf.get_variable('w_%d' % next(counter), [1])",
    "a cycle": """
it = itertools.cycle("ab")
for _ in range(config.number): next(it)
tf.get_variable(next(it), [1])
""",
    "an iterator over a list": """
it = iter(["a", "b", "c"])
while config.on: next(it)
tf.get_variable(next(it), [1])
""",
    "a generator": "it = items()\nif config.on: next(it)\ntf.get_variable(next(it), [1])",
    "a generator that is sent something": """
it = items()
next(it)
if config.on: it.send(None)
tf.get_variable(next(it), [1])
""",
    "a generator that another delegates to": """
it = items()
def outer(): yield from it
if config.on: list(outer())
tf.get_variable(next(it, "end"), [1])
""",
    "a loop over the rest": """
it = iter("abc")
if config.on: next(it)
for name in it: tf.get_variable(name, [1])
""",
    "a loop that may be left": """
it = iter("abc")
for name in it:
    if config.on: break
tf.get_variable(next(it, "end"), [1])
""",
    "a loop that an arm runs": """
it = iter("abc")
if config.on:
    for name in it: pass
tf.get_variable(next(it, "end"), [1])
""",
}
BOTH = """
it = iter("abcd")
if config.on: tf.get_variable("x_" + next(it), [1])
else: tf.get_variable("y_" + next(it), [1])
tf.get_variable("z_" + next(it), [1])
"""


@pytest.mark.parametrize("program", ADVANCED.values(), ids=ADVANCED)
def test_the_next_item_is_not_known(program: str) -> None:
    found = names(run(PRELUDE + program))
    assert found
    assert all(name.endswith("?") for name in found)


def test_both_arms_take_the_same_item() -> None:
    assert names(run(PRELUDE + BOTH)) == ["x_a:0?", "y_a:0?", "z_b:0"]


def test_what_a_generator_may_have_built_next_is_said() -> None:
    analysis = run(PRELUDE + "it = builder()\nif config.on: next(it)\nnext(it)\n")
    assert names(analysis) == ["p:0?"]
    assert any(gap.hides for gap in analysis.gaps)


def test_the_other_arm_gets_what_one_arm_took_of_a_zip() -> None:
    found = run(
        """
import config
it = zip("abc", "xyz")
if config.on:
    next(it)
else:
    first, second = next(it)
    tf.get_variable(first + second, [])
"""
    )
    assert names(found) == ["ax:0?"]
