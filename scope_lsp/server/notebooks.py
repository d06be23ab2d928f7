"""The notebooks open in the editor: each is one document of the session, made of its cells.

Cells are kept as separate documents, edit by edit.  The joined text goes to the session, which
analyses it like any other.  It has the cells in the order in which they run: from top to bottom,
or, by the setting ``notebook.cellOrder``, as the editor says that they were run.
"""

from __future__ import annotations

import math
from dataclasses import replace

from lsprotocol import types

from scope_lsp.features.cells import CellConverter
from scope_lsp.features.uris import path_of
from scope_lsp.features.view import View
from scope_lsp.server.documents import Document
from scope_lsp.server.session import Session
from scope_lsp.syntax.notebook import Notebook

EXECUTION = "execution"
"""The value of the setting ``notebook.cellOrder`` for the order in which cells were run."""
SELECTOR = types.NotebookDocumentSyncOptions(
    [types.NotebookDocumentFilterWithCells([types.NotebookCellLanguage("python")], "*")]
)


class _Open:
    """One open notebook."""

    def __init__(self, uri: str, version: int) -> None:
        self.uri = uri
        self.version = version
        self.path = path_of(uri)
        self.order: list[types.NotebookCell] = []
        self.texts: dict[str, Document] = {}
        """The cells' texts by their URIs; those of closed cells are removed."""
        self.numbered: dict[str, int] = {}
        """The URIs of the code cells as they are joined, with the numbers of the cells."""
        self.joined = Notebook(())

    @property
    def cells(self) -> list[str]:
        """The URIs of the code cells as they are joined."""
        return list(self.numbered)

    def join(self, *, as_executed: bool) -> str:
        """Update the joined text of all cells, and the map.

        With ``as_executed``, the cells that were run come first, in that order.
        """
        code = types.NotebookCellKind.Code
        found = [
            (cell, number)
            for number, cell in enumerate(self.order, 1)
            if cell.kind == code and cell.document in self.texts
        ]
        if as_executed:
            found.sort(key=lambda one: _execution(one[0]))
        self.numbered = {cell.document: number for cell, number in found}
        self.joined = Notebook([self.texts[uri].text for uri in self.cells])
        return self.joined.text


def _execution(cell: types.NotebookCell) -> float:
    """When a cell was last run, as a number that grows; infinite if it never was."""
    summary = cell.execution_summary
    return summary.execution_order if summary and summary.execution_order else math.inf


class Notebooks:
    """All open notebooks of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._open: dict[str, _Open] = {}
        self._by_cell: dict[str, _Open] = {}
        session.on_settings = self._settings_changed

    def open(self, params: types.DidOpenNotebookDocumentParams) -> None:
        """A notebook was opened with its cells; one that is already open starts again."""
        self._release(params.notebook_document.uri)
        notebook = _Open(params.notebook_document.uri, params.notebook_document.version)
        self._open[notebook.uri] = notebook
        notebook.order = list(params.notebook_document.cells)
        for item in params.cell_text_documents:
            self._add(notebook, item)
        text = self._joined(notebook)
        self._session.open(types.TextDocumentItem(notebook.uri, "python", notebook.version, text))

    def change(self, params: types.DidChangeNotebookDocumentParams) -> list[str]:
        """Cells were added, removed, moved or edited; returns those that are closed now."""
        notebook = self._open.get(params.notebook_document.uri)
        cells = params.change.cells
        gone: list[str] = []
        if notebook is None or cells is None:
            return gone
        if cells.structure is not None:
            array = cells.structure.array
            end = array.start + array.delete_count
            notebook.order[array.start : end] = array.cells or ()
            for item in cells.structure.did_open or ():
                self._add(notebook, item)
            # One message may close a cell and open it again, in either order: where it is a part
            # of the notebook it is open.
            left = {cell.document for cell in notebook.order}
            gone = [one.uri for one in cells.structure.did_close or () if one.uri not in left]
            for uri in gone:
                notebook.texts.pop(uri, None)
                self._by_cell.pop(uri, None)
        told = {cell.document: cell for cell in cells.data or ()}
        notebook.order = [told.get(cell.document, cell) for cell in notebook.order]
        for content in cells.text_content or ():
            cell = notebook.texts.get(content.document.uri)
            if cell is None:
                continue
            cell.version = content.document.version
            for change in content.changes:
                if isinstance(change, types.TextDocumentContentChangePartial):
                    cell.replace(change.range, change.text, self._session.encoding)
                else:
                    cell.replace_all(change.text)
        notebook.version = params.notebook_document.version
        self._put(notebook)
        return gone

    def close(self, uri: str) -> tuple[Document | None, list[str]]:
        """A notebook was closed; returns its joined document and its cells, closed with it."""
        if uri not in self._open:
            return None, []
        return self._session.close(uri), self._release(uri)

    def _settings_changed(self) -> None:
        """The order of the cells may be another one now."""
        for notebook in self._open.values():
            self._put(notebook)

    def _put(self, notebook: _Open) -> None:
        """Pass the joined text on."""
        whole = types.TextDocumentContentChangeWholeDocument(self._joined(notebook))
        identifier = types.VersionedTextDocumentIdentifier(notebook.version, notebook.uri)
        self._session.change(types.DidChangeTextDocumentParams(identifier, [whole]))

    def _joined(self, notebook: _Open) -> str:
        order = self._session.configuration.of(notebook.path).notebook_cell_order
        text = notebook.join(as_executed=order == EXECUTION)
        self._session.cells[notebook.path] = notebook.joined.windows
        return text

    def _release(self, uri: str) -> list[str]:
        notebook = self._open.pop(uri, None)
        if notebook is not None:
            self._session.cells.pop(notebook.path, None)
        cells = list(notebook.texts) if notebook is not None else []
        for cell in cells:
            self._by_cell.pop(cell, None)
        return cells

    def _add(self, notebook: _Open, item: types.TextDocumentItem) -> None:
        notebook.texts[item.uri] = Document(item.uri, item.text, item.version, item.language_id)
        self._by_cell[item.uri] = notebook

    # Answers

    def path(self, uri: str) -> str | None:
        """The document to which a cell belongs; None if it is not a cell."""
        notebook = self._by_cell.get(uri)
        return notebook.path if notebook is not None else None

    def parts(self, document: Document) -> list[tuple[str, int | None]]:
        """What the editor calls a document: its URI and version, or those of a notebook's cells."""
        notebook = self._open.get(document.uri)
        if notebook is None:
            return [(document.uri, document.version)]
        return [(uri, notebook.texts[uri].version) for uri in notebook.cells]

    def line(self, uri: str, number: int) -> str | None:
        """A line (1-based) of a cell."""
        return self._by_cell[uri].texts[uri].line(number)

    def narrow(self, view: View, uri: str) -> View | None:
        """A view of a whole notebook as that of one of its cells; None for a cell without code."""
        notebook = self._by_cell[uri]
        numbered = notebook.numbered
        if uri not in numbered:
            return None
        cells, numbers = list(numbered), list(numbered.values())
        index = cells.index(uri)
        joined = notebook.joined
        convert = CellConverter(view.convert, notebook.path, joined, cells, numbers, index)
        window = joined.starts[index] + 1, joined.ends[index]
        return replace(view, convert=convert, window=window)
