"""From a snapshot to findings: what is lost when a rule fails, and what is not."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot
from scope_lsp.analysis.result import Analysis
from scope_lsp.interpreter.budget import Budget
from scope_lsp.rules import registry
from scope_lsp.runner import Wanted, run
from tests.support import made

TWICE = "import tensorflow as tf\ntf.get_variable('w', [1])\ntf.get_variable('w', [1])\n"


def test_a_program_is_analysed_and_judged() -> None:
    report = run(
        Snapshot("/main.py", TWICE), Budget(), Wanted(registry.RULES), {"/main.py": TWICE}.get
    )
    assert report.analysis.variables[0].name == "w:0"
    assert [found.code for found in report.findings] == ["variable-exists"]
    assert report.failure is None


def test_a_rule_that_fails_costs_the_findings_and_not_the_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SCOPE_LSP_STRICT", raising=False)
    broken = Analysis("/main.py", (made.variable("w:0"),), collections=(None,))  # type: ignore[arg-type]
    report = run(
        Snapshot("/main.py", ""),
        Budget(),
        Wanted(registry.RULES),
        lambda path: "",
        lambda snapshot, budget: broken,
    )
    assert [event.name for event in report.analysis.variables] == ["w:0"]
    assert report.findings == ()
    assert isinstance(report.failure, AttributeError)


def test_without_rules_nothing_is_judged() -> None:
    report = run(Snapshot("/main.py", TWICE), Budget(), Wanted(()), lambda path: None)
    assert report.findings == ()
