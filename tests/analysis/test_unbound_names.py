"""A local variable that is certainly not bound yet ends a program; one that may be does not."""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

ERROR = "UnboundLocalError: local variable 'size' referenced before assignment"


@pytest.mark.parametrize(
    "body",
    [
        "if kind == 'a':\n        size = 3",
        "for size in []:\n        pass",
        "size = 3\n    del size",
    ],
)
def test_what_follows_is_only_possible(body: str) -> None:
    found = run(
        f"""
def build(kind):
    {body}
    tf.get_variable("w", [])
    return tf.get_variable("v", [size])
build("b")
tf.get_variable("after", [])
"""
    )
    assert names(found) == ["w:0", "v:0?", "after:0?"]
    assert [(one.kind, one.message) for one in found.problems] == [("crash", ERROR)]


@pytest.mark.parametrize("kind", ["UnboundLocalError", "NameError", "Exception"])
def test_a_handler_runs(kind: str) -> None:
    found = run(
        f"""
def build(kind):
    if kind == "a":
        size = 3
    return tf.get_variable("v", [size])
try:
    build("b")
except {kind}:
    tf.get_variable("handled", [])
"""
    )
    assert names(found) == ["handled:0"]
    assert not found.problems


@pytest.mark.parametrize(
    "body",
    [
        "try:\n        size = kind.missing()\n    except Exception:\n        pass",
        "if unknown.flag():\n        size = 3",
        "for size in unknown.sizes():\n        pass",
        "with unknown.manager():\n        size = 3",
        "if unknown.flag():\n        unused = kind.missing\n        size = kind.absent(3)",
    ],
)
def test_one_that_may_be_bound_is_no_end(body: str) -> None:
    found = run(
        f"""
import unknown
def build(kind):
    {body}
    tf.get_variable("v", [size])
build("b")
tf.get_variable("after", [])
"""
    )
    assert names(found)[-1] == "after:0"
    assert not [one for one in found.problems if one.kind == "crash"]
