"""One entry per (call site, name) pair, and findings of several programs reported once."""

from __future__ import annotations

from dataclasses import replace

from scope_lsp.analysis.result import Analysis, Certainty
from scope_lsp.cli.listing import Entry, fold
from scope_lsp.rules import registry
from scope_lsp.rules.joining import join
from tests.support.made import PROGRAM, chain, error, variable


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.event.name for entry in entries]


def test_a_pair_that_is_created_and_then_fetched_is_one_entry_and_created() -> None:
    created = variable("w:0", 4)
    fetched = replace(variable("w:0", 4, reused=True), trace=chain(9, 4))
    (entry,) = fold([created, fetched], slots=False)
    assert entry.event == created
    assert entry.shared_later


def test_other_names_and_other_sites_are_other_entries() -> None:
    events = [variable("a/w:0", 4), variable("b/w:0", 4), variable("a/w:0", 9, reused=True)]
    entries = fold(events, slots=False)
    assert [(entry.event.name, entry.event.span.line) for entry in entries] == [
        ("a/w:0", 4),
        ("b/w:0", 4),
        ("a/w:0", 9),
    ]


def test_a_pair_that_is_certain_once_is_certain() -> None:
    events = [variable(certainty=Certainty.POSSIBLE), variable(reused=True)]
    (entry,) = fold(events, slots=False)
    assert entry.event.certainty is Certainty.DEFINITE
    assert not entry.event.reused


def test_what_follows_an_error_is_not_listed() -> None:
    events = [variable("a:0", 1), variable("b:0", 2, after_error=True)]
    assert names(fold(events, slots=True)) == ["a:0"]


def test_slots_are_listed_on_request() -> None:
    events = [variable("w:0", 1), variable("w/Adam:0", 2, slot=True)]
    assert names(fold(events, slots=False)) == ["w:0"]
    assert names(fold(events, slots=True)) == ["w:0", "w/Adam:0"]


def test_the_most_severe_of_equal_findings_is_kept() -> None:
    sure = registry.run(Analysis(PROGRAM, errors=(error(3),)), lambda path: None)
    unsure = registry.run(
        Analysis(PROGRAM, errors=(error(3, certainty=Certainty.POSSIBLE), error(1, "scope-error"))),
        lambda path: None,
    )
    joined = join([*unsure, *sure])
    assert [(one.span.line, one.severity.value) for one in joined] == [(1, "error"), (3, "error")]
