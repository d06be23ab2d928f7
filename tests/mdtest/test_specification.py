"""The specification is correct for the analysis and, if it is available, for TensorFlow.

Each Markdown file beside this one is a topic, each block in it a case (see ``support/mdtest.py``).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support import mdtest
from tests.support.patience import patient
from tests.support.recording import Access, Raised, Recording, record, tensorflow_python

FILES = sorted(Path(__file__).parent.glob("*.md"))
SNIPPETS = [snippet for path in FILES for snippet in mdtest.read(path)]


def _identity(snippet: mdtest.Snippet) -> str:
    return f"{snippet.path.stem}: {snippet.title}"


def analysed(snippet: mdtest.Snippet) -> Recording:
    """The analysis of a snippet in the form of a run."""
    path = str(snippet.path.with_suffix(".py"))
    analysis = analyze(Snapshot(path=path, text=snippet.source, buffers={}, roots=()), patient())
    accesses = tuple(
        Access(
            event.span.line,
            event.name,
            event.reused,
            event.shape,
            event.dtype or "",
            event.trainable is not False,
        )
        for event in analysis.variables
        if not event.after_error and event.uncalled is None
    )
    errors = [Raised(e.exception, e.code, e.span.line, e.message) for e in analysis.errors]
    assert len(errors) <= 1, errors
    return Recording(accesses, errors[0] if errors else None)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=_identity)
def test_analysis_does_as_specified(snippet: mdtest.Snippet) -> None:
    found = mdtest.check(snippet, analysed(snippet))
    assert not found, snippet.text + "\n".join(found)


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_tensorflow_does_as_specified() -> None:
    recordings = record([snippet.source for snippet in SNIPPETS], jobs=2)
    found = []
    for snippet, recording in zip(SNIPPETS, recordings, strict=True):
        found += mdtest.check(snippet, recording)
    assert not found, "\n".join(found)


def test_every_file_has_rules() -> None:
    assert {snippet.path for snippet in SNIPPETS} == set(FILES)
    expectations = [snippet.expectations() for snippet in SNIPPETS]
    assert all(variables or error for variables, error in expectations)


def test_titles_tell_the_rules_apart() -> None:
    names = [_identity(snippet) for snippet in SNIPPETS]
    assert len(set(names)) == len(names)
