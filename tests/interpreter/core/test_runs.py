"""Several runs in one process: what a program changes does not affect the others."""

from __future__ import annotations

import pytest

from ..running import Program

CHANGES = {
    "a method of an exception": ("ValueError.hint = 1", "hasattr(ValueError, 'hint')"),
    "an abstract class of the library": (
        "import collections.abc\ncollections.abc.Mapping.hint = 1",
        "hasattr(__import__('collections.abc').abc.Mapping, 'hint')",
    ),
    "through setattr": ("setattr(dict, 'hint', 1)", "hasattr(dict, 'hint')"),
    "an error of a module": (
        "import json\njson.JSONDecodeError.hint = 1",
        "hasattr(__import__('json').JSONDecodeError, 'hint')",
    ),
    "a built-in name": ("import builtins\nbuiltins.hint = 1", "'hint' in dir(__builtins__)"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_ends_with_its_run(change: str) -> None:
    statement, question = CHANGES[change]
    fresh = Program(f"answer = {question}").show("answer")
    Program(
        f"try:\n    {statement.replace(chr(10), chr(10) + '    ')}\nexcept TypeError:\n    pass\n"
    )
    assert Program(f"answer = {question}").show("answer") == fresh


def test_runs_take_turns() -> None:
    """What one run finds out about its classes is no news for another one's."""
    source = (
        "class A:\n    x = 1\nclass B(A):\n    pass\nbefore = B.x\n"
        "def later():\n    A.x = 2\n    return B.x\n"
    )
    first, second = Program(source), Program(source)
    assert first.interp.call(first.names["later"]) == 2
    assert second.interp.get_attr(second.names["B"], "x") == 1
    assert first.interp.get_attr(first.names["B"], "x") == 2
    assert second.interp.call(second.names["later"]) == 2
