"""The server's text equals the editor's after any edits, and it reports which spans moved."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from scope_lsp.analysis.result import Span
from scope_lsp.features.edits_since import EditsSince
from scope_lsp.server.documents import Document, Documents, split_lines

ENCODINGS = ["utf-8", "utf-16", "utf-32"]
BYTES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
PIECES = st.sampled_from(
    [
        "a",
        "b",
        "(",
        ")",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\f",
        "\v",
        "\x85",
        "\u2028",
        "é",
        "漢",
        "😀",
        "\t",
    ]
)
TEXTS = st.lists(PIECES, max_size=20).map("".join)


class Reference:
    """A text as an editor holds it: one string, offsets found by counting from its start."""

    def __init__(self, text: str) -> None:
        self.text = text

    def offset(self, line: int, character: int, encoding: str) -> int:
        starts = [0] + [match.end() for match in re.finditer("\r\n|\r|\n", self.text)]
        if line >= len(starts):
            return len(self.text)
        start = starts[line]
        end = starts[line + 1] if line + 1 < len(starts) else len(self.text)
        line_text = self.text[start:end].rstrip("\r\n")
        codec, width = BYTES[encoding]
        while line_text and len(line_text.encode(codec)) // width > character:
            line_text = line_text[:-1]
        return start + len(line_text)

    def replace(self, where: types.Range, text: str, encoding: str) -> tuple[int, int]:
        start = self.offset(where.start.line, where.start.character, encoding)
        end = self.offset(where.end.line, where.end.character, encoding)
        start, end = min(start, end), max(start, end)
        self.text = self.text[:start] + text + self.text[end:]
        return start, end

    def place(self, offset: int) -> tuple[int, int]:
        before = split_lines(self.text[:offset])
        return len(before), len(before[-1]) + 1


POSITIONS = st.builds(types.Position, st.integers(0, 8), st.integers(0, 12))
EDITS = st.tuples(st.builds(types.Range, POSITIONS, POSITIONS), TEXTS)


@settings(max_examples=400)
@given(TEXTS, st.lists(EDITS, max_size=12), st.sampled_from(ENCODINGS))
def test_text_equals_the_editors_after_any_edits(
    text: str, edits: list[tuple[types.Range, str]], encoding: str
) -> None:
    document, reference = Document("file:///a.py", text, 1), Reference(text)
    for where, new in edits:
        document.replace(where, new, encoding)
        reference.replace(where, new, encoding)
        assert document.text == reference.text
        lines = [line.rstrip("\r\n") for line in split_lines(reference.text)]
        assert [document.line(n + 1) for n in range(len(lines) + 1)] == [*lines, None]


@settings(max_examples=400)
@given(st.lists(PIECES, min_size=3, max_size=30).map("".join), st.data())
def test_a_span_that_was_not_touched_keeps_its_text(text: str, data: st.DataObject) -> None:
    a, b = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    if text[:a].endswith("\r") and text[a : a + 1] == "\n":
        a += 1
        b = max(a, b)
    if text[:b].endswith("\r") and text[b : b + 1] == "\n":
        b += 1
    document, reference, edits = Document("file:///a.py", text, 1), Reference(text), EditsSince()
    span = Span("/a.py", *reference.place(a), *reference.place(b))
    kept = text[a:b]
    touched = False
    for where, new in data.draw(st.lists(EDITS, max_size=6)):
        edit = document.replace(where, new, "utf-32")
        if edit is not None:
            edits.add(edit)
            touched = touched or edits.move(span) is None
    moved = edits.move(span)
    if moved is not None and not touched and "\r" not in document.text + kept:
        lines = split_lines(document.text)
        start = sum(map(len, lines[: moved.line - 1])) + moved.column - 1
        end = sum(map(len, lines[: moved.end_line - 1])) + moved.end_column - 1
        assert document.text[start:end] == kept


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(((0, 0, 0, 0), "\n\n"), (4, 3, 4, 6), id="lines above"),
        pytest.param(((1, 0, 1, 0), "# "), (2, 5, 2, 8), id="text before it on its line"),
        pytest.param(((1, 2, 1, 2), "x"), (2, 4, 2, 7), id="text directly before it"),
        pytest.param(((1, 5, 1, 5), ".name"), (2, 3, 2, 6), id="text directly behind it"),
        pytest.param(((2, 0, 2, 4), ""), (2, 3, 2, 6), id="a line below"),
        pytest.param(((1, 3, 1, 3), "x"), None, id="within it"),
        pytest.param(((0, 0, 1, 3), ""), None, id="across its start"),
        pytest.param(((0, 0, 1, 0), ""), (1, 3, 1, 6), id="the line above goes"),
    ],
)
def test_where_a_span_goes(
    edit: tuple[tuple[int, int, int, int], str], expected: tuple[int, int, int, int] | None
) -> None:
    document, edits = Document("file:///a.py", "one\n  f()\nlast", 1), EditsSince()
    (line, column, end_line, end_column), text = edit
    where = types.Range(types.Position(line, column), types.Position(end_line, end_column))
    change = document.replace(where, text, "utf-16")
    assert change is not None
    edits.add(change)
    moved = edits.move(Span("/a.py", 2, 3, 2, 6))
    assert moved == (None if expected is None else Span("/a.py", *expected))


def test_typing_a_line_is_kept_as_one_edit() -> None:
    document, edits = Document("file:///a.py", "one\nf()\n", 1), EditsSince()
    for index, key in enumerate("print('hello')\n"):
        edit = document.replace(
            types.Range(types.Position(0, index), types.Position(0, index)), key, "utf-16"
        )
        assert edit is not None
        edits.add(edit)
    assert edits.move(Span("/a.py", 2, 1, 2, 4)) == Span("/a.py", 3, 1, 3, 4)
    assert len(edits._edits) == 1


def test_a_whole_new_text_moves_what_it_left_alone() -> None:
    document, edits = Document("file:///a.py", "import a\nf()\nend\n", 1), EditsSince()
    edit = document.replace_all("import a\nimport b\nf()\nend\n")
    assert edit is not None
    edits.add(edit)
    assert edits.move(Span("/a.py", 2, 1, 2, 4)) == Span("/a.py", 3, 1, 3, 4)


def test_the_same_text_again_is_no_edit() -> None:
    document = Document("file:///a.py", "f()\n", 1)
    assert document.replace_all("f()\n") is None
    assert document.text == "f()\n"


def test_form_feeds_and_line_separators_do_not_split_lines() -> None:
    document = Document("file:///a.py", "a\fb\u2028c\x85d\ne", 1)
    assert (document.line(2), document.line(3)) == ("e", None)
    document.replace(types.Range(types.Position(1, 0), types.Position(1, 1)), "z", "utf-16")
    assert document.text == "a\fb\u2028c\x85d\nz"


def test_a_document_without_a_file_keeps_its_uri_as_path() -> None:
    documents = Documents()
    documents.open(types.TextDocumentItem("untitled:Untitled-1", "python", 1, "x"))
    documents.open(types.TextDocumentItem("file:///tmp/a%20b/%C3%BC.py", "python", 1, "y"))
    assert documents.texts() == {"untitled:Untitled-1": "x", "/tmp/a b/ü.py": "y"}
    assert documents.close("file:///never.py") is None
    assert documents.close("untitled:Untitled-1") is not None
