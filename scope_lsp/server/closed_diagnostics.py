"""What the client sees of files that are not open: diagnostics, pushed or asked for, and symbols.

``closed_files`` finds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from scope_lsp.analysis.notebook_file import is_notebook
from scope_lsp.features.cells import in_closed_notebooks, on_disk
from scope_lsp.features.diagnostics import diagnostics
from scope_lsp.features.uris import uri_of
from scope_lsp.server.importing_programs import is_in
from scope_lsp.server.notices import log_failure
from scope_lsp.server.session import WHOLE

if TYPE_CHECKING:
    from scope_lsp.server.language_server import ScopeServer


class ClosedDiagnostics:
    """Shows one client what is known of closed files."""

    def __init__(self, server: ScopeServer) -> None:
        self._server = server
        self._pushed: set[str] = set()
        """Files that have diagnostics in the client."""

    def all(self) -> dict[str, list[types.Diagnostic]]:
        """The diagnostics of files that are not open, by URI, as far as they are wanted."""
        session = self._server.session
        paths = session.closed.paths()
        found = {path: self._of(path) for path in paths if not self._is_open(path)}
        return {session.uri(path): items for path, items in found.items() if items}

    def variables(self) -> Iterator[tuple[str, types.Location, bool]]:
        """The variables of programs that are not open: name, place, whether it is a slot."""
        session = self._server.session
        view = session.view_of_closed("")
        for name, span, is_slot in session.closed.variables():
            location = view.location(on_disk(span))
            if location is not None:
                yield name, location, is_slot

    def notebook_opened(self, path: str) -> None:
        """A notebook was opened: its cells have the diagnostics now, not its file."""
        server = self._server
        if server.pulls_diagnostics:
            self._refresh()
        elif path in self._pushed:
            self._pushed.discard(path)
            server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri=uri_of(path), diagnostics=[])
            )

    def changed(self, paths: set[str]) -> None:
        """The findings in some files changed: show those in files that are not open."""
        server = self._server
        closed = [path for path in sorted(paths) if not self._is_open(path)]
        if server.pulls_diagnostics:
            if closed:
                self._refresh()
            return
        for path in closed:
            items = self._of(path)
            if items or path in self._pushed:
                server.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(uri=server.session.uri(path), diagnostics=items)
                )
                (self._pushed.add if items else self._pushed.discard)(path)

    def _refresh(self) -> None:
        if self._server.refreshes_diagnostics:
            self._server.workspace_diagnostic_refresh(None).add_done_callback(log_failure)

    def _of(self, path: str) -> list[types.Diagnostic]:
        session = self._server.session
        configuration = session.configuration
        if configuration.of(path).diagnostics_mode != WHOLE:
            return []
        if not is_in(path, configuration.folders):
            return []
        view, findings = session.view_of_closed(path), session.closed.findings(path)
        if is_notebook(path):  # without a cell: from when it was open
            findings = tuple(one for one in findings if one.span.cell)
        told = in_closed_notebooks(findings)
        return diagnostics(view, told, frozenset(), self._server.shows_related)

    def _is_open(self, path: str) -> bool:
        return self._server.session.documents.get(path) is not None
