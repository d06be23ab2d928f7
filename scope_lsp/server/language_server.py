"""The server from its client's view: what the client can do, and what is sent without a request.

State is in ``session``, requests are in ``handlers``.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer

import scope_lsp
from scope_lsp import settings
from scope_lsp.features.diagnostics import diagnostics
from scope_lsp.features.uris import path_of, uri_of
from scope_lsp.features.variables import ANALYSED
from scope_lsp.features.view import View
from scope_lsp.resolve.pyproject import NAME as PYPROJECT
from scope_lsp.server import client_process
from scope_lsp.server.closed_diagnostics import ClosedDiagnostics
from scope_lsp.server.document_settings import folders_of
from scope_lsp.server.documents import Document
from scope_lsp.server.lenses import GivenLenses
from scope_lsp.server.notebooks import SELECTOR, Notebooks
from scope_lsp.server.notices import Notices, log_failure
from scope_lsp.server.protocol import Refusal, ScopeProtocol, tolerant_converter
from scope_lsp.server.session import Session
from scope_lsp.server.supervisor import Supervisor

COPY_TEXT = "scopeLsp/copyText"
"""The notification: a text for the clipboard."""

logger = logging.getLogger(__name__)


class ScopeServer(LanguageServer):
    """One client's server."""

    protocol: ScopeProtocol

    def __init__(self, supervisor: Supervisor) -> None:
        super().__init__(
            "scope-lsp",
            scope_lsp.__version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=ScopeProtocol,
            converter_factory=tolerant_converter,
            notebook_document_sync=SELECTOR,
        )
        self.notices = Notices(self)
        self.session = Session(
            supervisor,
            self._finished,
            lambda paths: self.closed.changed(paths),
            self._found_early,
            self.notices,
        )
        self.notebooks = Notebooks(self.session)
        self.closed = ClosedDiagnostics(self)
        self.lenses = GivenLenses(self)
        self.last_map = ""
        """The assignment map of the last rename; empty if it changed no name."""
        self.last_new = ""
        """The new name in it."""
        self._client_name = ""
        self._stale_hints: set[str] = set()
        self._hints_at: dict[str, int | None] = {}
        """The version of each document for which hints were answered last."""
        self._pulled: dict[str, list[types.Diagnostic]] = {}

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log a fault of ours.  A message box for each would help nobody."""
        if not isinstance(error, Refusal):
            logger.error("%s: %s", getattr(source, "__name__", source), error)

    @property
    def trace_level(self) -> str:
        """What to trace: as the client says (``$/setTrace``), else the settings."""
        level = self.protocol.trace or types.TraceValue.Off
        if level == types.TraceValue.Off:
            return self.session.configuration.of("").trace_server
        return level

    def trace(self, message: str, verbose: Callable[[], str]) -> None:
        """Send a trace message, if the client wants them."""
        level = self.trace_level
        if level != types.TraceValue.Off:
            details = verbose() if level == types.TraceValue.Verbose else None
            self.log_trace(types.LogTraceParams(message, details))

    # What the client can do

    def _can(self, capability: str) -> bool:
        return bool(get_capability(self.client_capabilities, capability, default=False))

    @property
    def refreshes_hints(self) -> bool:
        """Whether the client requests hints again when it is told to."""
        return self._can("workspace.inlay_hint.refresh_support")

    @property
    def redraws_hints(self) -> bool:
        """Whether a client that got old hints will certainly show the new ones.

        Neovim (0.12) requests them again, but keeps the old ones on its screen if it drew
        meanwhile.
        """
        return self.refreshes_hints and self._client_name != "Neovim"

    @property
    def refreshes_diagnostics(self) -> bool:
        """Whether the client requests diagnostics again when it is told to."""
        return self._can("workspace.diagnostics.refresh_support")

    @property
    def pulls_diagnostics(self) -> bool:
        """Whether the client requests diagnostics; one that does would show pushed ones twice."""
        return get_capability(self.client_capabilities, "text_document.diagnostic") is not None

    @property
    def shows_related(self) -> bool:
        """Whether diagnostics may have related places."""
        return self.pulls_diagnostics or self._can(
            "text_document.publish_diagnostics.related_information"
        )

    @property
    def hovers_markdown(self) -> bool:
        """Whether hovers may be Markdown: so it is unless the client lists formats without it."""
        formats = get_capability(self.client_capabilities, "text_document.hover.content_format")
        return not formats or types.MarkupKind.Markdown in formats

    @property
    def shows_trees(self) -> bool:
        """Whether an outline may be a tree."""
        return self._can("text_document.document_symbol.hierarchical_document_symbol_support")

    @property
    def resolves_tooltips(self) -> bool:
        """Whether the client requests a hint's tooltip when it needs it."""
        known = get_capability(self.client_capabilities, "text_document.inlay_hint.resolve_support")
        return known is not None and "tooltip" in known.properties

    def _offers(self, ability: str) -> bool:
        """Whether the client has an ability that is not in the protocol."""
        experimental = self.client_capabilities.experimental
        return isinstance(experimental, dict) and bool(experimental.get(ability))

    @property
    def copies_names(self) -> bool:
        """Whether the client said that it can copy a name to the clipboard."""
        return self._offers("scopeLspCopyName")

    @property
    def copies_texts(self) -> bool:
        """Whether the client said that it copies a text to the clipboard when it is told to."""
        return self._offers("scopeLspCopyText")

    def copy_text(self, text: str) -> None:
        """Tell the client to copy a text to the clipboard, because the user asked for it."""
        self.protocol.notify(COPY_TEXT, {"text": text})

    @property
    def shows_variables(self) -> bool:
        """Whether the client wants to be told when a document was analysed, for its tree."""
        return self._offers("scopeLspVariables")

    @property
    def shows_locations(self) -> bool:
        """Whether the client has the command by which a lens shows places."""
        return self._offers("scopeLspShowLocations")

    # The beginning

    def introduce(self, params: types.InitializeParams) -> None:
        """Store what the client says about itself and its workspace."""
        self._client_name = params.client_info.name if params.client_info else ""
        if params.process_id is not None:
            loop, finished = asyncio.get_running_loop(), self.protocol.finished
            greeted = self.protocol.greeted
            client_process.watch(
                params.process_id,
                lambda: loop.call_soon_threadsafe(finished.set),
                was_seen=greeted is not None and greeted.is_seen,
            )
        session = self.session
        self.protocol.trace = params.trace or types.TraceValue.Off
        session.encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        uris = [folder.uri for folder in params.workspace_folders or ()]
        self.take_folders(folders_of(uris, params.root_uri or params.root_path))
        session.configuration.start(params.initialization_options)
        session.scheduler.start()

    def ask_for_more(self) -> None:
        """Request settings and notifications about files, if the client supports them."""
        self.complain()
        self.session.closed.renew()
        if self._can("workspace.configuration"):
            self._ask_configuration()
        watch = "workspace.did_change_watched_files.dynamic_registration"
        configuration = "workspace.did_change_configuration.dynamic_registration"
        registrations = []
        if self._can(watch):
            registrations.append(
                types.Registration(
                    id="scope-lsp-files",
                    method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                    register_options=types.DidChangeWatchedFilesRegistrationOptions(
                        watchers=[
                            types.FileSystemWatcher(glob_pattern="**/*.{py,ipynb,json,yaml,yml}"),
                            types.FileSystemWatcher(glob_pattern=f"**/{PYPROJECT}"),
                        ]
                    ),
                )
            )
        if self._can(configuration):
            registrations.append(
                types.Registration(
                    id="scope-lsp-settings",
                    method=types.WORKSPACE_DID_CHANGE_CONFIGURATION,
                    register_options=types.DidChangeConfigurationRegistrationOptions(
                        section=settings.SECTION
                    ),
                )
            )
        if registrations:
            request = self.client_register_capability(types.RegistrationParams(registrations))
            request.add_done_callback(log_failure)

    def take_folders(self, folders: list[str]) -> None:
        """Store the workspace's folders, and the settings in them."""
        self.session.reconfigure(lambda configuration: configuration.take_folders(folders))

    def take_configuration(self, data: Any) -> None:
        """Store settings that the client sent, or request them if it sent none."""
        if isinstance(data, dict) and data:
            self.session.reconfigure(lambda configuration: configuration.edit(data))
            self.complain()
        elif self._can("workspace.configuration"):
            self._ask_configuration()

    def _ask_configuration(self) -> None:
        """Request the settings; in a workspace of several folders, also those of each folder."""

        def take(future: Future[Any]) -> None:
            if future.cancelled() or future.exception() is not None:
                return
            answer = future.result()
            if isinstance(answer, (list, tuple)) and answer:
                first, *others = answer
                scoped = dict(zip(scopes, others, strict=False))
                self.session.reconfigure(lambda configuration: configuration.edit(first, scoped))
                self.complain()

        folders = self.session.configuration.folders
        scopes = folders[:] if len(folders) > 1 else []
        uris = [None, *map(uri_of, scopes)]
        items = [types.ConfigurationItem(uri, settings.SECTION) for uri in uris]
        request = self.workspace_configuration(types.ConfigurationParams(items))
        request.add_done_callback(take)

    def complain(self) -> None:
        """Tell the user what is wrong with the settings."""
        for problem in self.session.configuration.complaints():
            self.window_show_message(
                types.ShowMessageParams(types.MessageType.Warning, f"scope-lsp: {problem}")
            )

    # Results

    def path(self, uri: str) -> str:
        """The path of a document as the session knows it; for a cell, that of its notebook."""
        return self.notebooks.path(uri) or path_of(uri)

    def view(self, uri: str) -> View | None:
        """An open document or a cell, with the newest analyses."""
        path = self.notebooks.path(uri)
        if path is None:
            return self.session.view(path_of(uri))
        view = self.session.view(path)
        return self.notebooks.narrow(view, uri) if view is not None else None

    def early_view(self, uri: str) -> View | None:
        """A document or a cell with what its first analysis has found so far; only for hints."""
        path = self.path(uri)
        view = self.session.early_view(path)
        is_cell = view is not None and self.notebooks.path(uri) is not None
        return self.notebooks.narrow(view, uri) if view is not None and is_cell else view

    def views(self) -> list[View]:
        """Every open document that was analysed; positions in notebooks name the cell."""
        firsts = (self.notebooks.parts(document)[:1] for document in self.session.documents)
        views = [self.view(uri) for parts in firsts for uri, _ in parts]
        return [view for view in views if view is not None]

    def line(self, uri: str, position: types.Position) -> str | None:
        """The text of the line of a position."""
        if self.notebooks.path(uri) is not None:
            return self.notebooks.line(uri, position.line + 1)
        return self.session.line(path_of(uri), position.line + 1)

    def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """The diagnostics of an open document or cell, from all programs that run it."""
        session = self.session
        open_paths = frozenset(document.path for document in session.documents)
        path = self.path(uri)
        is_cell = self.notebooks.path(uri) is not None
        found: list[types.Diagnostic] = []
        for result in session.results_about(path):
            view = session.view_of(path, result)
            if view is not None and is_cell:
                view = self.notebooks.narrow(view, uri)
            if view is not None:
                for item in diagnostics(view, result.findings, open_paths, self.shows_related):
                    if item not in found:
                        found.append(item)
        return found

    def hints_answered(self, path: str, fresh: bool) -> None:
        """Remember whether the client got hints that must be replaced later."""
        document = self.session.documents.get(path)
        if document is None:
            return
        self._hints_at[path] = document.version
        if fresh:
            self._stale_hints.discard(path)
        else:
            self._stale_hints.add(path)

    def diagnostics_answered(self, uri: str, items: list[types.Diagnostic]) -> None:
        """Remember what the client got."""
        self._pulled[uri] = items

    def forget(self, document: Document, uris: Sequence[str] = ()) -> None:
        """Remove what was shown for a closed document, or for the cells of one."""
        path = document.path
        self._stale_hints.discard(path)
        self._hints_at.pop(path, None)
        self.lenses.forget(uris or (document.uri,))
        self._take_back(uris or (document.uri,))
        self.closed.changed({path})

    def cells_changed(self, path: str, gone: Sequence[str]) -> None:
        """Cells of a notebook were edited, moved or closed: the hints of others may be old now."""
        self._stale_hints.add(path)
        self._take_back(gone)

    def _take_back(self, uris: Sequence[str]) -> None:
        for uri in uris:
            self._pulled.pop(uri, None)
            if not self.pulls_diagnostics:
                self.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(uri=uri, diagnostics=[])
                )

    def _finished(self, path: str) -> None:
        """A document was analysed: show what is new."""
        result = self.session.results[path]
        self.trace(f"{path} analysed, version {result.version}", lambda: repr(result.findings))
        analysed = self.session.documents.get(path)
        # An answer for this very version is outdated if another document changed.
        outdated = analysed is not None and self._hints_at.get(path, -1) == analysed.version
        if self.refreshes_hints and (path in self._stale_hints or outdated):
            self._stale_hints.discard(path)
            self.workspace_inlay_hint_refresh(None).add_done_callback(log_failure)
        for document in self.session.documents:
            if document.path == path or result.covers(document.path):
                self._show_diagnostics(document)
                self.lenses.renew(uri for uri, _ in self.notebooks.parts(document))
                if self.shows_variables:
                    self.protocol.notify(ANALYSED, {"uri": document.uri})

    def _found_early(self, path: str) -> None:
        """The first analysis of a document runs for long: show what it has found so far."""
        if self.redraws_hints and path in self._stale_hints:
            self.workspace_inlay_hint_refresh(None).add_done_callback(log_failure)

    def _show_diagnostics(self, document: Document) -> None:
        for uri, version in self.notebooks.parts(document):
            if not self.pulls_diagnostics:
                self.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(
                        uri=uri, version=version, diagnostics=self.diagnostics(uri)
                    )
                )
            elif self.refreshes_diagnostics and uri in self._pulled:
                items = self.diagnostics(uri)
                if items != self._pulled[uri]:
                    self._pulled[uri] = items
                    self.workspace_diagnostic_refresh(None).add_done_callback(log_failure)
