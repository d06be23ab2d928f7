"""The comparison finds each kind of difference, and the shrinker keeps what it must."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import (
    Analysis,
    CallFrame,
    Certainty,
    ErrorEvent,
    Problem,
    Span,
    VariableEvent,
)
from tests.conformance.compare import differences
from tests.conformance.shrink import shrink
from tests.support.recording import Access, Raised, Recording

MESSAGE = "Variable w already exists, disallowed."
RECORDING = Recording(
    (Access(2, "w:0", False, (2,), "float32", True), Access(3, "u:0", True, (), "int32", False)),
    Raised("ValueError", "exists", 4, MESSAGE),
)
FIRST = VariableEvent(
    "w:0",
    "tf.get_variable",
    (CallFrame(Span("program.py", 2, 1, 2, 9), "<module>"),),
    False,
    Certainty.DEFINITE,
    (2,),
    "float32",
    True,
)
SECOND = replace(
    FIRST,
    name="u:0",
    trace=(CallFrame(Span("program.py", 3, 1, 3, 9), "<module>"),),
    reused=True,
    shape=None,
    dtype=None,
    trainable=None,
)
AT_FOUR = (CallFrame(Span("program.py", 4, 1, 4, 9), "<module>"),)
ERROR = ErrorEvent("variable-exists", MESSAGE, "ValueError", AT_FOUR, Certainty.DEFINITE)
EXACT = Analysis("program.py", (FIRST, SECOND), errors=(ERROR,))


def test_what_is_left_unsaid_is_no_difference() -> None:
    assert differences(RECORDING, EXACT) == []


def test_what_comes_after_the_error_is_not_compared() -> None:
    late = replace(FIRST, name="late:0", after_error=True)
    assert differences(RECORDING, replace(EXACT, variables=(FIRST, SECOND, late))) == []


def test_functions_that_nobody_calls_are_not_compared() -> None:
    uncalled = replace(FIRST, name="{name}:0", uncalled="helper")
    assert differences(RECORDING, replace(EXACT, variables=(FIRST, SECOND, uncalled))) == []


@pytest.mark.parametrize(
    ("analysis", "kinds"),
    [
        (replace(EXACT, variables=(FIRST,)), ["missed"]),
        (replace(EXACT, variables=(FIRST, SECOND, FIRST)), ["wrong"]),
        (replace(EXACT, variables=(SECOND, FIRST)), ["order"]),
        (replace(EXACT, variables=(replace(FIRST, name="x:0"), SECOND)), ["missed", "wrong"]),
        (replace(EXACT, variables=(replace(FIRST, reused=True), SECOND)), ["reused"]),
        (replace(EXACT, variables=(replace(FIRST, shape=(3,)), SECOND)), ["shape"]),
        (replace(EXACT, variables=(replace(FIRST, shape=(2, None)), SECOND)), ["shape"]),
        (replace(EXACT, variables=(replace(FIRST, dtype="int32"), SECOND)), ["dtype"]),
        (replace(EXACT, variables=(replace(FIRST, trainable=False), SECOND)), ["trainable"]),
        (
            replace(EXACT, variables=(replace(FIRST, certainty=Certainty.POSSIBLE), SECOND)),
            ["uncertain"],
        ),
        (replace(EXACT, errors=()), ["error-missed"]),
        (replace(EXACT, errors=(ERROR, ERROR)), ["error-false"]),
        (replace(EXACT, errors=(replace(ERROR, trace=FIRST.trace),)), ["error-line"]),
        (replace(EXACT, errors=(replace(ERROR, message="Variable x"),)), ["error-words"]),
        (replace(EXACT, errors=(replace(ERROR, code="variable-missing"),)), ["error-code"]),
        (replace(EXACT, errors=(replace(ERROR, certainty=Certainty.POSSIBLE),)), ["uncertain"]),
        (
            replace(EXACT, problems=(Problem(FIRST.span, ProblemKind.BUDGET, "too many steps"),)),
            ["unfinished"],
        ),
    ],
)
def test_each_difference_is_found(analysis: Analysis, kinds: list[str]) -> None:
    assert [found.kind for found in differences(RECORDING, analysis)] == kinds


def test_an_error_in_a_clean_program_is_false() -> None:
    found = differences(replace(RECORDING, error=None), EXACT)
    assert [difference.kind for difference in found] == ["error-false"]


def test_an_error_of_python_may_be_said_if_it_is_so() -> None:
    raised = Raised("TypeError", "program", ERROR.span.line, "unsupported operand")
    said = replace(ERROR, exception="TypeError", message="unsupported operand")
    recording = replace(RECORDING, error=raised)
    assert differences(recording, replace(EXACT, errors=(said,))) == []
    assert differences(recording, replace(EXACT, errors=())) == []
    found = differences(recording, EXACT)
    assert [difference.kind for difference in found] == ["error-false"]


def test_shrinking_keeps_the_property_and_little_else() -> None:
    source = """
import os

def helper(a, b=1):
    with open(a) as f, open(b) as g:
        for i in range(3):
            if i:
                needle(i, extra=4)
    return os

class Thing:
    def method(self):
        return 1

helper("x")
"""
    assert shrink(source, lambda text: "needle(" in text and "with" in text) == (
        "def helper(a, b=1):\n    with b as g:\n        needle(i)\n"
    )


def test_a_variable_that_a_creator_makes_is_compared_once() -> None:
    again = replace(FIRST, trace=AT_FOUR)
    assert differences(RECORDING, replace(EXACT, variables=(FIRST, again, SECOND))) == []
    fetched = replace(again, reused=True)
    assert differences(RECORDING, replace(EXACT, variables=(FIRST, fetched, SECOND))) != []
