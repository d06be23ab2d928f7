"""What is offered for a program: the fixes of its findings that hold, and the text after each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from textwrap import dedent

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.fixes.judgement import Judged, edited, holding
from scope_lsp.fixes.registry import candidates
from scope_lsp.interpreter.budget import Budget
from scope_lsp.rules import registry
from scope_lsp.rules.rule import Finding, Fix

PATH = "/project/model.py"
HEAD = "import tensorflow as tf\n"


def judged(texts: Mapping[str, str], cells: tuple[tuple[int, int], ...] = ()) -> Judged:
    """A program as the real analysis and the rules see it."""
    analysis = analyze(Snapshot(PATH, texts[PATH], buffers=dict(texts), cells=cells), Budget())
    return Judged(analysis, registry.run(analysis, texts.get))


def held(
    before: Judged,
    finding: Finding,
    texts: Mapping[str, str],
    judge: Callable[[Mapping[str, str]], Judged] = judged,
) -> list[Fix]:
    """The fixes of one finding that hold; ``judge`` analyses the texts with each of them."""
    found = candidates(before.analysis, finding, texts.get)
    trial = holding(found, finding, before, texts.get)
    after: Judged | None = None
    try:
        while True:
            after = judge({**texts, **trial.send(after)})
    except StopIteration as stop:
        fixes: list[Fix] = stop.value
        return fixes


def offered(program: str, code: str) -> dict[str, str]:
    """The titles of the fixes of a program's first finding of a rule, and the text after each.

    The line that imports TensorFlow stands in front and is left out of the answers.
    """
    texts = {PATH: HEAD + dedent(program).lstrip("\n")}
    before = judged(texts)
    finding = next(one for one in before.findings if one.code == code)
    answers = {}
    for fix in held(before, finding, texts):
        after = edited(fix.edits, texts.get)
        assert after is not None
        answers[fix.title] = after[PATH].removeprefix(HEAD)
    return answers


def preferred(program: str, code: str) -> str | None:
    """The title of the fix that is most likely meant."""
    texts = {PATH: HEAD + dedent(program).lstrip("\n")}
    before = judged(texts)
    finding = next(one for one in before.findings if one.code == code)
    return next((fix.title for fix in held(before, finding, texts) if fix.preferred), None)
