"""Random letters typed into strings: the names that are expected at once must be the real ones.

    python -m tests.robustness.expected_names [--edits N] [--seed S] FILE...

In each file, letters are put into strings in the calls that name variables and scopes.  The hints
directly after the key are compared with those of an analysis of the new text.  Prints every
difference, and how many edits had names to expect.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis
from scope_lsp.features.inlay_hints import inlay_hints
from scope_lsp.features.positions import PositionConverter
from scope_lsp.features.uris import uri_of
from scope_lsp.features.view import Indexed, View
from scope_lsp.interpreter.budget import Budget
from scope_lsp.resolve.files import read_source
from scope_lsp.server.documents import Document
from scope_lsp.server.result import Result
from scope_lsp.settings import Settings
from tests.support.fixture import hint_text

ENCODING = "utf-32"
WHOLE = types.Range(types.Position(0, 0), types.Position(1_000_000, 0))
STRING = re.compile(r"(['\"])([\w/%{}]+)\1")
Hints = list[tuple[int, int, str]]
"""Line and character of each hint, and its text."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--edits", type=int, default=20, help="for each file")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    different = 0
    for path in options.files:
        text = read_source(str(path.resolve())) or ""
        edits, expected, wrong = compare(str(path.resolve()), text, options.edits, options.seed)
        print(f"{path}: {edits} edits, {expected} with expected names", flush=True)
        print("\n".join(wrong), end="\n" if wrong else "")
        different += len(wrong)
    return 1 if different else 0


def compare(path: str, text: str, edits: int, seed: int) -> tuple[int, int, list[str]]:
    """The number of edits, of those with expected names, and all that were not as expected."""
    before = analyzed(path, text)
    places = strings(before, text)
    chance = random.Random(f"{seed} {Path(path).name}")
    chance.shuffle(places)
    expected = 0
    wrong = []
    for line, start, end in places[:edits]:
        after = typed(
            path, text, before, line, chance.choice((start, end, end)), chance.choice("aq3")
        )
        if after is None:
            continue
        expected += 1
        new, found = after
        right = hints(new, Result(None), analyzed(path, new.text))
        if found != right:
            missing = [hint for hint in right if hint not in found]
            wrong.append(f"{path}:{line + 1}: {new.line(line + 1)}: {missing} are missing")
    return min(edits, len(places)), expected, wrong


def typed(
    path: str, text: str, before: Analysis, line: int, column: int, letter: str
) -> tuple[Document, Hints] | None:
    """The document with one more letter, and its hints at once; None if no name is expected."""
    document = Document(uri_of(path), text, 1)
    result = Result(1)
    result.source = Indexed(before)
    place = types.Position(line, column)
    edit = document.replace(types.Range(place, place), letter, ENCODING)
    assert edit is not None
    result.edited(path, edit, document.edited_string, lambda _, number: document.line(number))
    if not result.is_expected:
        return None
    assert result.source is not None
    return document, hints(document, result, result.source.analysis)


def analyzed(path: str, text: str) -> Analysis:
    """What the analysis finds in a text."""
    return analyze(Snapshot(path, text), Budget(watchdog=300.0))


def hints(document: Document, result: Result, analysis: Analysis) -> Hints:
    """All hints of a document, by an analysis and the edits since."""
    convert = PositionConverter(ENCODING, lambda _, number: document.line(number), uri_of)
    view = View(document.path, Indexed(analysis), convert, Settings(), result.edits)
    return sorted(
        (hint.position.line, hint.position.character, hint_text(hint))
        for hint in inlay_hints(view, WHOLE)
    )


def strings(analysis: Analysis, text: str) -> list[tuple[int, int, int]]:
    """The line (0-based), start and end of strings in lines that name something."""
    lines = {frame.span.line for event in analysis.variables for frame in event.trace}
    lines |= {scope.span.line for scope in analysis.scopes}
    return [
        (number, found.start(2), found.end(2))
        for number, line in enumerate(text.split("\n"))
        if number + 1 in lines
        for found in STRING.finditer(line)
    ]


if __name__ == "__main__":
    sys.exit(main())
