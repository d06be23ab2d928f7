"""Generators of which an undecided branch raises: the program goes on without that branch."""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

START = "import absent\nimport contextlib\n"

GOES_ON = {
    "an arm": """
def parts(x):
    if x:
        yield 1
    else:
        raise ValueError("x")
""",
    "the other arm": """
def parts(x):
    if x:
        raise ValueError("x")
    elif absent.y:
        yield 1
    else:
        yield 2
""",
    "a round of a loop": """
def parts(x):
    for part in x:
        yield part
        raise ValueError("x")
""",
    "a loop without a known end": """
def parts(x):
    while x.more():
        yield x
        raise ValueError("x")
""",
    "a round of a loop that may be skipped": """
def parts(x):
    seen = [1]
    if x:
        seen.append(2)
    for number in seen:
        yield number
        if number == 2:
            raise ValueError("x")
""",
}


@pytest.mark.parametrize("title", GOES_ON)
def test_the_program_goes_on_without_it(title: str) -> None:
    text = f"{START}{GOES_ON[title]}\nparts = list(parts(absent.x))\ntf.get_variable('v', [1])\n"
    analysis = run(text)
    assert names(analysis) == ["v:0"]
    assert not analysis.problems


def test_the_program_ends_where_both_arms_raise() -> None:
    text = """
def parts(x):
    if x:
        yield 1
        raise ValueError("one")
    else:
        raise ValueError("two")
list(parts(absent.x))
tf.get_variable('v', [1])
"""
    (problem,) = run(START + text).problems
    assert problem.message == "ValueError: one"


def test_a_handler_may_catch_it() -> None:
    text = """
def parts(x, plain):
    try:
        if plain and x:
            raise ValueError("x")
        if x:
            yield 1
        else:
            raise ValueError("x")
    except ValueError:
        tf.get_variable("handled_%s" % plain, [1])
    yield 2
list(parts(absent.x, True))
list(parts(absent.x, False))
tf.get_variable("v", [1])
"""
    assert names(run(START + text)) == ["handled_True:0?", "handled_False:0?", "v:0"]


def test_what_a_with_statement_throws_into_a_generator_passes_through_it() -> None:
    text = """
@contextlib.contextmanager
def guard(x):
    if x:
        with tf.variable_scope("a"):
            yield
    else:
        yield
def use():
    with guard(absent.x):
        raise KeyError("mine")
use()
tf.get_variable("v", [1])
"""
    (problem,) = run(START + text).problems
    assert problem.message == "KeyError: mine"
