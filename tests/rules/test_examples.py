"""The Markdown files in this folder: programs, and what each rule finds in them.

A program is a ``python`` block; ``import tensorflow as tf`` stands in front of it.  A comment
``# error[code]: message`` says what is found on its line; the message need only begin so.  Lines
without such a comment have no finding.  What these files call an error is an error of TensorFlow
too, and the programs without any run clean: that is asked wherever TensorFlow is at hand.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.interpreter.budget import Budget
from scope_lsp.rules import registry
from tests.support.recording import record, tensorflow_python

FOLDER = Path(__file__).parent
PRELUDE = "import tensorflow as tf\n"
_HEADING = re.compile(r"^#+ (.*)$")
_EXPECTED = re.compile(r"#\s*(\w+\[[\w-]+\](?:: .*)?)$")


@dataclass(frozen=True)
class Example:
    title: str
    program: str
    expected: dict[int, str]
    """Line to ``severity[code]: beginning of the message``."""

    @property
    def runs(self) -> bool:
        """Whether Python can run it to its end or to TensorFlow's error."""
        broken = any(re.search(r"\[(unfinished|syntax-error)\]", x) for x in self.expected.values())
        return not broken and "from elsewhere import" not in self.program

    @property
    def is_silenced(self) -> bool:
        """Whether a comment hides what TensorFlow would raise."""
        about_comments = self.title.startswith(("unused_ignore", "invalid_ignore"))
        return "# scope: ignore" in self.program and not about_comments


def examples_of(path: Path) -> list[Example]:
    found: list[Example] = []
    title = path.stem
    lines: list[str] | None = None
    for line in path.read_text(encoding="utf-8").split("\n"):
        heading = _HEADING.match(line)
        if lines is None and heading:
            title = f"{path.stem}: {heading[1]}"
        elif line == "```python":
            lines = PRELUDE.splitlines()
        elif line == "```" and lines is not None:
            expected = {
                number: match[1]
                for number, text in enumerate(lines, 1)
                if (match := _EXPECTED.search(text))
            }
            found.append(Example(title, "\n".join(lines) + "\n", expected))
            lines = None
        elif lines is not None:
            lines.append(line)
    return found


def cells_of(program: str) -> tuple[tuple[int, int], ...]:
    """The lines of the cells of a notebook, written as editors do with ``# %%`` between them."""
    lines = program.splitlines()
    starts = [number for number, line in enumerate(lines, 1) if line.startswith("# %%")]
    return tuple(zip(starts, [*(start - 1 for start in starts[1:]), len(lines)], strict=False))


FILES = sorted(FOLDER.glob("*.md"))
EXAMPLES = [example for path in FILES for example in examples_of(path)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_example(example: Example) -> None:
    path = "/project/program.py"
    snapshot = Snapshot(
        path=path, text=example.program, buffers={}, roots=(), cells=cells_of(example.program)
    )
    analysis = analyze(snapshot, Budget(steps=10_000, idle_steps=2_000, building_rounds=100))
    found = {
        finding.span.line: f"{finding.severity.value}[{finding.code}]: {finding.message}"
        for finding in registry.run(analysis, {path: example.program}.get)
    }
    shortened = {
        line: text[: len(example.expected[line])] if line in example.expected else text
        for line, text in found.items()
    }
    assert shortened == example.expected


SUGGESTION = re.compile(r" Did you mean [\w/:]+\?\Z")
"""What we add to TensorFlow's words: a name that is there."""


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 here")
def test_tensorflow_raises_what_the_examples_call_errors() -> None:
    runnable = [example for example in EXAMPLES if example.runs]
    recordings = record([example.program for example in runnable])
    for example, recording in zip(runnable, recordings, strict=True):
        errors = {line for line, text in example.expected.items() if text.startswith("error[")}
        said = {
            line: SUGGESTION.sub("", text.partition(": ")[2])
            for line, text in example.expected.items()
            if line in errors or text.startswith("warning[")
        }
        raised = recording.error
        if raised is None:
            assert not errors and not example.is_silenced, example.title
        elif not example.is_silenced:
            # The text of a KeyError is the repr of its message.
            is_key_error = raised.type == "KeyError"
            words = ast.literal_eval(raised.message) if is_key_error else raised.message
            assert words.startswith(said.get(raised.line or 0, "-")), (
                example.title,
                raised,
            )


def test_every_rule_has_a_file() -> None:
    assert {path.stem for path in FILES} == {code.replace("-", "_") for code in registry.RULES}
