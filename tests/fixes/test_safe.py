"""All safe fixes of a file: each holds, and those that do not are left out."""

from __future__ import annotations

from scope_lsp.fixes.judgement import Judged
from scope_lsp.fixes.registry import with_safe
from scope_lsp.fixes.safe import fix_safely
from tests.fixes.offering import HEAD, PATH, judged

TEXT = (
    HEAD
    + """w = tf.get_variable("w", [3])  # scope: ignore[variable-exists]
g = tf.get_default_graph()
g.get_tensor_by_name("w")
g.get_tensor_by_name("w:0")
"""
)


def fixed(text: str) -> tuple[str, int]:
    before = judged({PATH: text})
    findings = with_safe(before.analysis, before.findings, {PATH: text}.get)
    work = fix_safely(PATH, text, before, findings)
    after: Judged | None = None
    try:
        while True:
            after = judged({PATH: work.send(after)})
    except StopIteration as stop:
        return stop.value.text, stop.value.count


def test_comments_and_the_output_number_of_a_tensor() -> None:
    text, count = fixed(TEXT)
    assert count == 2
    assert text == TEXT.replace("  # scope: ignore[variable-exists]", "").replace(
        '"w")\n', '"w:0")\n'
    )


def test_what_needs_a_decision_is_left_alone() -> None:
    text = HEAD + 'tf.get_variable("w", [3])\ntf.get_variable("w", [3])\n'
    assert fixed(text) == (text, 0)


def test_a_fix_that_does_not_hold_is_not_in_the_way_of_another() -> None:
    """Spelt right, the comment would silence nothing, so the misspelt code stays."""
    line = 'tf.get_variable("w", [3])  # scope: ignore[variable-exist{}]\n'
    text, count = fixed(HEAD + line.format(", not-shared"))
    assert (text, count) == (HEAD + line.format(""), 1)
