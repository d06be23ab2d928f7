"""The reader of the specification sees what it should, and reports what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.mdtest import Expected, Snippet, check, parse_comment, read, rewritten
from tests.support.recording import Access, Raised, Recording

TEXT = """# Topic

Prose.

## A rule

```python
with tf.variable_scope("a"):
    v = tf.get_variable("w", [2])  # a/w:0 (2) float32
    u = tf.get_variable("w", [2])  # error: Variable a/w already exists
```

## Another

```python
# not run
nothing
```
"""
DONE = Access(3, "a/w:0", False, (2,), "float32", True)
ENDED = Raised("ValueError", "exists", 4, "Variable a/w already exists, disallowed. Did you")


@pytest.fixture
def snippet(tmp_path: Path) -> Snippet:
    path = tmp_path / "topic.md"
    path.write_text(TEXT, encoding="utf-8")
    (only,) = read(path)
    return only


def test_a_block_is_found_with_its_heading_and_line(snippet: Snippet) -> None:
    assert (snippet.title, snippet.line) == ("A rule", 8)
    assert snippet.source.startswith('import tensorflow as tf\nwith tf.variable_scope("a"):')


def test_a_run_as_commented_passes(snippet: Snippet) -> None:
    assert check(snippet, Recording((DONE,), ENDED)) == []


@pytest.mark.parametrize(
    "recording",
    [
        Recording((), ENDED),
        Recording((DONE, DONE), ENDED),
        Recording((Access(3, "a/w_1:0", False, (2,), "float32", True),), ENDED),
        Recording((Access(3, "a/w:0", True, (2,), "float32", True),), ENDED),
        Recording((Access(3, "a/w:0", False, (3,), "float32", True),), ENDED),
        Recording((Access(3, "a/w:0", False, (2,), "int32", True),), ENDED),
        Recording((DONE, Access(4, "a/w:0", True, (2,), "float32", True)), ENDED),
        Recording((DONE,), None),
        Recording((DONE,), Raised("ValueError", "exists", 3, ENDED.message)),
        Recording((DONE,), Raised("ValueError", "missing", 4, "Variable a/w does not exist")),
    ],
)
def test_any_other_run_does_not(snippet: Snippet, recording: Recording) -> None:
    assert check(snippet, recording)


def test_comments_are_read() -> None:
    assert parse_comment("# a/w:0 shared (2, 3) float64 fixed, b:0 ()") == (
        [Expected("a/w:0", True, (2, 3), "float64", True), Expected("b:0", shape=())],
        None,
    )
    assert parse_comment("# w:0; error: Variable w") == ([Expected("w:0")], "Variable w")
    assert parse_comment("# only prose, which says nothing") == ([], None)
    for wrong in ("# a/w:0 schared", "# b:0, and so on"):
        with pytest.raises(ValueError, match="neither"):
            parse_comment(wrong)


def test_comments_are_written_as_detailed_as_they_were(snippet: Snippet) -> None:
    other = Recording((Access(4, "a/w:0", True, (2,), "float32", True),), None)
    assert rewritten(snippet, other).splitlines() == [
        'with tf.variable_scope("a"):',
        '    v = tf.get_variable("w", [2])',
        '    u = tf.get_variable("w", [2])  # a/w:0 shared',
    ]
    assert rewritten(snippet, Recording((DONE,), ENDED)).splitlines()[1:] == [
        '    v = tf.get_variable("w", [2])  # a/w:0 (2) float32',
        '    u = tf.get_variable("w", [2])  # error: Variable a/w already exists, disallowed.',
    ]
