"""What a branch builds before it returns does not exist in the rest of the function."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis
from tests.support.patience import patient

HEAD = """\
import sys
import tensorflow as tf

asked = sys.stdin.read()
x = tf.placeholder(tf.float32, [None, 3])


def build(name):
    with tf.variable_scope(name):
        return tf.get_variable("w", [2])

"""


def run(text: str) -> Analysis:
    """Analyse a program that reads what it does from its input."""
    return analyze(Snapshot("/p/main.py", HEAD + text), patient())


def names(found: Analysis) -> list[tuple[str, str]]:
    """The variables that the program makes, with how sure that is."""
    return [(one.name, one.certainty.value) for one in found.variables if one.uncalled is None]


def test_a_model_that_is_only_exported_does_not_share_with_the_one_that_is_trained() -> None:
    found = run(
        """
def main():
    if asked == "export":
        build("generator")
        tf.layers.dense(x, 4)
        return
    build("generator")
    tf.layers.dense(x, 4)

main()
build("last")
"""
    )
    assert not found.errors
    assert set(names(found)) == {
        ("generator/w:0", "possible"),
        ("dense/kernel:0", "possible"),
        ("dense/bias:0", "possible"),
        ("last/w:0", "definite"),
    }


def test_after_the_call_either_may_have_been_built() -> None:
    found = run(
        """
def main():
    if asked == "small":
        build("small")
        return 1
    build("large")
    return 2

size = main()
build("small")
build("other")
"""
    )
    assert [error.certainty.value for error in found.errors] == ["possible"]
    assert found.errors[0].message.startswith("Variable small/w already exists")
    assert ("other/w:0", "definite") in names(found)


def test_what_fails_behind_a_return_leaves_what_returned() -> None:
    found = run(
        """
def main():
    if asked == "export":
        build("generator")
        return
    build("discriminator")
    raise ValueError("nothing to do")

main()
build("discriminator")
"""
    )
    assert not found.errors
    assert names(found)[-1] == ("discriminator/w:0", "definite")


def test_a_return_inside_of_a_scope_leaves_the_scope() -> None:
    found = run(
        """
def main():
    with tf.variable_scope("outer"):
        if asked == "short":
            build("short")
            return
        build("long")
    build("behind")

main()
build("last")
"""
    )
    assert not found.errors
    assert [name for name, _ in names(found)] == [
        "outer/short/w:0",
        "outer/long/w:0",
        "behind/w:0",
        "last/w:0",
    ]
    assert names(found)[-1] == ("last/w:0", "definite")


def test_returns_from_loops_and_nested_branches() -> None:
    found = run(
        """
def main():
    for i in range(3):
        if asked == str(i):
            try:
                if asked > "1":
                    return build("deep")
            finally:
                tf.get_variable("at_the_end_%d" % i, [])
            return build("early")
        build("round_%d" % i)
    return build("late")

main()
build("last")
"""
    )
    assert not found.errors
    assert ("last/w:0", "definite") in names(found)
    assert {name for name, _ in names(found)} >= {
        "deep/w:0",
        "early/w:0",
        "at_the_end_2:0",
        "round_2/w:0",
        "late/w:0",
    }


def test_a_round_that_may_be_left_casts_no_doubt_on_the_next_one() -> None:
    found = run(
        """
def main():
    for name in ("a", "b", "c"):
        if name == "a" and asked:
            continue
        build(name)
    count = 0
    while count < 2:
        count += 1
        if count == 1:
            if asked:
                continue
        build(str(count))

main()
for name in ("d", "e"):
    for part in ("x", "y"):
        if part == "x" and asked == name:
            continue
        build(name + part)
"""
    )
    assert names(found) == [
        ("a/w:0", "possible"),
        ("b/w:0", "definite"),
        ("c/w:0", "definite"),
        ("1/w:0", "possible"),
        ("2/w:0", "definite"),
        ("dx/w:0", "possible"),
        ("dy/w:0", "definite"),
        ("ex/w:0", "possible"),
        ("ey/w:0", "definite"),
    ]


def test_a_loop_that_may_be_left_does() -> None:
    found = run(
        """
for name in ("a", "b"):
    for part in ("x", "y"):
        if name == "a" and part == "x" and asked:
            break
        if part == "x" and asked == "skip":
            continue
        build(name + part)
build("after")
"""
    )
    assert names(found) == [
        ("ax/w:0", "possible"),
        ("ay/w:0", "possible"),
        ("bx/w:0", "possible"),
        ("by/w:0", "definite"),
        ("after/w:0", "definite"),
    ]


def test_a_generator_that_waits_casts_doubt_on_its_item_alone() -> None:
    found = run(
        """
import contextlib

def parts():
    yield "a"
    if asked:
        yield "b"
    yield "c"

for name in parts():
    build(name)
for index, name in enumerate(parts()):
    build("first_" + name)
    if index == 1:
        break
build("after")
waiting = parts()
next(waiting)
next(waiting)
build("behind")

@contextlib.contextmanager
def chosen():
    if asked:
        with tf.variable_scope("chosen"):
            yield
    else:
        yield

with chosen():
    build("inside")
"""
    )
    assert names(found)[:8] == [
        ("a/w:0", "definite"),
        ("b/w:0", "possible"),
        ("c/w:0", "definite"),
        ("first_a/w:0", "definite"),
        ("first_b/w:0", "possible"),
        ("first_c/w:0", "possible"),
        ("after/w:0", "definite"),
        ("behind/w:0", "definite"),
    ]
    assert {certainty for _, certainty in names(found)[8:]} == {"possible"}


def test_an_arm_whose_assertion_fails_is_not_the_one_that_is_taken() -> None:
    found = run(
        """
def sample(start=None, context=None):
    if start is None:
        assert context is not None, "Specify exactly one of the two"
    else:
        context = tf.fill([4, 1], start)
    tf.get_variable("w", context.shape)

sample(start=asked or None)
"""
    )
    assert [one.shape for one in found.variables if one.uncalled is None] == [(4, 1)]
    assert names(found) == [("w:0", "definite")]
    assert not found.gaps


def test_an_assertion_in_a_function_that_an_arm_calls_does_not_hide_what_it_builds() -> None:
    found = run(
        """
def train(folder=""):
    assert folder
    build("model")

if asked == "train":
    train()
"""
    )
    assert names(found) == [("model/w:0", "possible")]
