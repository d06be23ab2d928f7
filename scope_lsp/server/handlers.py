"""The one table of requests and notifications: each row a method, its options and its handler.

Handlers read the parameters, wait for an analysis as long as it makes sense, call one feature and
return what it gives.  A handler that waits is a coroutine, which ``$/cancelRequest`` can end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsprotocol import types

from scope_lsp.features.definition import definition
from scope_lsp.features.hover import hover
from scope_lsp.features.inlay_hints import inlay_hints
from scope_lsp.features.uris import path_of
from scope_lsp.server.language_server import ScopeServer
from scope_lsp.server.scheduler import QUICK

PATIENCE = 4.0
"""Seconds that a request waits for an analysis: Emacs drops answers later than about ten."""
SHORT_PATIENCE = 1.0
"""The same where the person looks at the place and waits."""


def did_open(ls: ScopeServer, params: types.DidOpenTextDocumentParams) -> None:
    """A document is the editor's from now on."""
    ls.session.open(params.text_document)


def did_change(ls: ScopeServer, params: types.DidChangeTextDocumentParams) -> None:
    """A document was edited."""
    ls.session.change(params)


def did_close(ls: ScopeServer, params: types.DidCloseTextDocumentParams) -> None:
    """A document is the disk's again; its diagnostics go with it."""
    document = ls.session.close(params.text_document.uri)
    if document is not None:
        ls.forget(document)


def did_change_configuration(ls: ScopeServer, params: types.DidChangeConfigurationParams) -> None:
    """Settings were changed: some clients send them, others say only that they did."""
    ls.take_configuration(params.settings)


def did_change_watched_files(ls: ScopeServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Files changed on disk."""
    ls.session.files_changed({path_of(change.uri) for change in params.changes})


def did_change_folders(ls: ScopeServer, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Folders were added to the workspace or taken from it."""
    gone = {path_of(folder.uri) for folder in params.event.removed}
    new = [path_of(folder.uri) for folder in params.event.added]
    ls.take_folders([folder for folder in ls.session.folders if folder not in gone] + new)


def initialize(ls: ScopeServer, params: types.InitializeParams) -> None:
    """The client introduces itself."""
    ls.introduce(params)


def initialized(ls: ScopeServer, params: types.InitializedParams) -> None:
    """The client is ready for requests of ours."""
    ls.ask_for_more()


async def inlay_hint(
    ls: ScopeServer, params: types.InlayHintParams
) -> list[types.InlayHint] | None:
    """Hints of the newest text: freshly analysed, or moved along while somebody types."""
    path = path_of(params.text_document.uri)
    scheduler = ls.session.scheduler
    can_be_told_later = ls.refreshes_hints and path in ls.session.results
    patience = PATIENCE
    if can_be_told_later and scheduler.is_typing(path):
        patience = QUICK if scheduler.is_quick(path) else 0.0
    fresh = await scheduler.settled(path, patience, until_edit=can_be_told_later)
    ls.hints_answered(path, fresh)
    view = ls.session.view(path)
    return inlay_hints(view, params.range) if view is not None else None


async def hover_at(ls: ScopeServer, params: types.HoverParams) -> types.Hover | None:
    """What is known about the thing at a position."""
    path = path_of(params.text_document.uri)
    await ls.session.scheduler.settled(path, SHORT_PATIENCE)
    view = ls.session.view(path)
    return hover(view, params.position, ls.hovers_markdown) if view is not None else None


async def definition_at(
    ls: ScopeServer, params: types.DefinitionParams
) -> list[types.Location] | None:
    """Where the variable at a position was created."""
    path = path_of(params.text_document.uri)
    await ls.session.scheduler.settled(path, SHORT_PATIENCE)
    view = ls.session.view(path)
    line = ls.session.line(path, params.position.line + 1)
    if view is None or line is None:
        return None
    return definition(view, params.position, line) or None


async def diagnostic(
    ls: ScopeServer, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport:
    """The diagnostics of a document, for clients that ask."""
    path = path_of(params.text_document.uri)
    can_be_told_later = ls.refreshes_diagnostics and path in ls.session.results
    await ls.session.scheduler.settled(path, PATIENCE, until_edit=can_be_told_later)
    items = ls.diagnostics(path)
    ls.diagnostics_answered(path, items)
    return types.RelatedFullDocumentDiagnosticReport(items=items)


Row = tuple[str, Any, Callable[..., Any]]

TABLE: tuple[Row, ...] = (
    (types.INITIALIZE, None, initialize),
    (types.INITIALIZED, None, initialized),
    (types.TEXT_DOCUMENT_DID_OPEN, None, did_open),
    (types.TEXT_DOCUMENT_DID_CHANGE, None, did_change),
    (types.TEXT_DOCUMENT_DID_CLOSE, None, did_close),
    (types.WORKSPACE_DID_CHANGE_CONFIGURATION, None, did_change_configuration),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, None, did_change_watched_files),
    (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, None, did_change_folders),
    (types.TEXT_DOCUMENT_INLAY_HINT, types.InlayHintOptions(), inlay_hint),
    (types.TEXT_DOCUMENT_HOVER, None, hover_at),
    (types.TEXT_DOCUMENT_DEFINITION, None, definition_at),
    (
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(
            inter_file_dependencies=True, workspace_diagnostics=False, identifier="scope-lsp"
        ),
        diagnostic,
    ),
)


def register(server: ScopeServer) -> ScopeServer:
    """Teach a server all requests of the table."""
    for method, options, handler in TABLE:
        server.feature(method, options)(handler)
    return server
