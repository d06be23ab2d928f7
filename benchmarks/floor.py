"""The least that a language server on pygls can do: the baseline for all others.

    python benchmarks/floor.py

Analyses nothing.  It looks at each line for the text of a call that makes a variable, and answers
hints and hovers with a fixed text, so that what it costs is pygls, lsprotocol and the pipe.
"""

from __future__ import annotations

from lsprotocol import types
from pygls.lsp.server import LanguageServer

CALLS = ("get_variable(", "variable_scope(", "layers.dense(")
ANY_NOTEBOOK = types.NotebookDocumentSyncOptions(
    [types.NotebookDocumentFilterWithCells(cells=[types.NotebookCellLanguage("python")])]
)
server = LanguageServer("floor", "1", notebook_document_sync=ANY_NOTEBOOK)


@server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
    """One hint for each line of the range that has one of the calls."""
    lines = server.workspace.get_text_document(params.text_document.uri).lines
    first, last = params.range.start.line, params.range.end.line
    return [
        types.InlayHint(types.Position(number, len(line.rstrip())), "a/name", padding_left=True)
        for number, line in enumerate(lines[first : last + 1], first)
        if any(call in line for call in CALLS)
    ]


@server.feature(types.TEXT_DOCUMENT_HOVER)
def hover(params: types.HoverParams) -> types.Hover:
    """The same text everywhere."""
    server.workspace.get_text_document(params.text_document.uri)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "`a/name`"))


if __name__ == "__main__":
    server.start_io()
