"""Findings as the editor gets them."""

from __future__ import annotations

import dataclasses

from lsprotocol import types

from scope_lsp.analysis.result import Analysis, CallFrame, Certainty, Related, Span
from scope_lsp.features.diagnostics import diagnostics
from scope_lsp.rules.rule import Finding, Severity
from tests.support.fixture import PATH, view

TEXT = 'a = f()\nb = tf.get_variable("w")\n'
OTHER = "/project/helper.py"
FINDING = Finding(
    code="variable-exists",
    severity=Severity.ERROR,
    message="Variable w already exists, disallowed.",
    span=Span(PATH, 2, 5, 2, 25),
    certainty=Certainty.DEFINITE,
    related=(Related(Span(PATH, 1, 5, 1, 8), "w:0 was first created here"),),
)
INSIDE_OTHER = dataclasses.replace(
    FINDING,
    span=Span(OTHER, 1, 1, 1, 4),
    related=(),
    trace=(
        CallFrame(Span(PATH, 1, 5, 1, 8), "<module>"),
        CallFrame(Span(OTHER, 1, 1, 1, 4), "f"),
    ),
)
SHOWN = view(TEXT, Analysis(PATH), others={OTHER: "g()\n"})


def test_everything_that_an_editor_can_show() -> None:
    (found,) = diagnostics(SHOWN, [FINDING], frozenset({PATH}))
    assert found.range == types.Range(types.Position(1, 4), types.Position(1, 24))
    assert found.severity is types.DiagnosticSeverity.Error
    assert found.code == "variable-exists" and found.source == "scope-lsp"
    assert found.code_description is not None
    assert found.code_description.href.endswith("#variable-exists")
    assert found.message == "Variable w already exists, disallowed."
    assert found.related_information is not None
    (related,) = found.related_information
    assert related.message == "w:0 was first created here"
    assert related.location.range.start == types.Position(0, 4)


def test_no_related_information_for_clients_without_it() -> None:
    (found,) = diagnostics(SHOWN, [FINDING], frozenset({PATH}), related=False)
    assert found.related_information is None


def test_a_fault_in_a_file_that_is_not_open_is_shown_at_the_call_that_leads_there() -> None:
    (found,) = diagnostics(SHOWN, [INSIDE_OTHER], frozenset({PATH}))
    assert found.range.start == types.Position(0, 4)
    assert found.related_information is not None
    assert found.related_information[0].location.uri == "file:///project/helper.py"


def test_a_fault_in_another_open_file_is_shown_there_only() -> None:
    both = frozenset({PATH, OTHER})
    assert diagnostics(SHOWN, [INSIDE_OTHER], both) == []
    there = dataclasses.replace(SHOWN, path=OTHER)
    (found,) = diagnostics(there, [INSIDE_OTHER], both)
    assert found.range.start == types.Position(0, 0)


def test_the_same_fault_is_said_once() -> None:
    assert len(diagnostics(SHOWN, [FINDING, FINDING], frozenset({PATH}))) == 1


def test_diagnostics_can_be_switched_off() -> None:
    off = view(TEXT, Analysis(PATH), diagnostics_enable=False)
    assert diagnostics(off, [FINDING], frozenset({PATH})) == []
