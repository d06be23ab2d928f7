"""The only table of requests and notifications: each row is a method, its options and its handler.

Handlers read the parameters, wait for an analysis as long as it makes sense, call one feature and
return its result.  A handler that waits is a coroutine, which ``$/cancelRequest`` can end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsprotocol import types

from scope_lsp.features.code_action import FIX_ALL, REWRITE, SHOW_NAME
from scope_lsp.features.code_action import QUICK as QUICK_FIX
from scope_lsp.features.completion import TRIGGERS, completion
from scope_lsp.features.definition import definition
from scope_lsp.features.document_highlight import document_highlight
from scope_lsp.features.document_symbol import document_symbol, flat
from scope_lsp.features.hover import hover
from scope_lsp.features.inlay_hints import inlay_hints, resolve
from scope_lsp.features.references import references
from scope_lsp.features.rename_answer import SHOW_MAP
from scope_lsp.features.uris import path_of
from scope_lsp.features.variables import NAMES, VARIABLES, names, variables
from scope_lsp.features.view import View
from scope_lsp.features.workspace_symbol import workspace_symbol
from scope_lsp.server.actions import code_actions
from scope_lsp.server.language_server import ScopeServer
from scope_lsp.server.renaming import prepare_rename, rename, show_map
from scope_lsp.server.scheduler import QUICK

PATIENCE = 4.0
"""Seconds that a request waits for an analysis.  Emacs drops answers that come later than about
ten."""
BRIEF_PATIENCE = 0.2
"""The same if there are older hints, and the client will take the new ones later."""
SHORT_PATIENCE = 1.0
"""The same if the user is looking at the place and waits."""


def did_open(ls: ScopeServer, params: types.DidOpenTextDocumentParams) -> None:
    """A document was opened: the editor's text counts from now on."""
    ls.session.open(params.text_document)


def did_change(ls: ScopeServer, params: types.DidChangeTextDocumentParams) -> None:
    """A document was edited."""
    ls.session.change(params)


def did_close(ls: ScopeServer, params: types.DidCloseTextDocumentParams) -> None:
    """A document was closed: the file on disk counts again, and its diagnostics are removed."""
    document = ls.session.close(params.text_document.uri)
    if document is not None:
        ls.forget(document)


def did_open_notebook(ls: ScopeServer, params: types.DidOpenNotebookDocumentParams) -> None:
    """A notebook was opened in the editor."""
    ls.notebooks.open(params)
    ls.closed.notebook_opened(path_of(params.notebook_document.uri))


def did_change_notebook(ls: ScopeServer, params: types.DidChangeNotebookDocumentParams) -> None:
    """Cells of a notebook were edited, added, moved or removed."""
    gone = ls.notebooks.change(params)
    ls.cells_changed(path_of(params.notebook_document.uri), gone)


def did_close_notebook(ls: ScopeServer, params: types.DidCloseNotebookDocumentParams) -> None:
    """A notebook was closed."""
    document, cells = ls.notebooks.close(params.notebook_document.uri)
    if document is not None:
        ls.forget(document, cells)


def did_change_configuration(ls: ScopeServer, params: types.DidChangeConfigurationParams) -> None:
    """Settings were changed: some clients send them, others only say that they changed."""
    ls.take_configuration(params.settings)


def did_change_watched_files(ls: ScopeServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Files changed on disk."""
    ls.session.files_changed({path_of(change.uri) for change in params.changes})
    ls.complain()


def did_change_folders(ls: ScopeServer, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Folders were added to the workspace or removed from it."""
    gone = {path_of(folder.uri) for folder in params.event.removed}
    new = [path_of(folder.uri) for folder in params.event.added]
    kept = [folder for folder in ls.session.configuration.folders if folder not in gone]
    ls.take_folders(kept + new)
    ls.take_configuration(None)
    ls.complain()


def initialize(ls: ScopeServer, params: types.InitializeParams) -> None:
    """The client introduces itself."""
    ls.introduce(params)


def initialized(ls: ScopeServer, params: types.InitializedParams) -> None:
    """The client is ready for requests of ours."""
    ls.ask_for_more()


async def inlay_hint(
    ls: ScopeServer, params: types.InlayHintParams
) -> list[types.InlayHint] | None:
    """Hints of the newest text: freshly analysed, or moved and renamed while the user types."""
    path = ls.path(params.text_document.uri)
    scheduler = ls.session.scheduler
    has_some = path in ls.session.results or path in ls.session.early
    can_be_told_later = ls.redraws_hints and has_some
    patience = PATIENCE
    if can_be_told_later:
        patience = BRIEF_PATIENCE
        if scheduler.is_typing(path) or ls.session.expects_names(path):
            patience = QUICK if scheduler.is_quick(path) else 0.0
    fresh = await scheduler.settled(path, patience, until_edit=ls.redraws_hints)
    ls.hints_answered(path, fresh)
    uri = params.text_document.uri
    view = ls.view(uri) or ls.early_view(uri)
    return inlay_hints(view, params.range, ls.resolves_tooltips) if view is not None else None


def inlay_hint_resolve(ls: ScopeServer, hint: types.InlayHint) -> types.InlayHint:
    """The tooltip of a hint, on demand."""
    data = hint.data
    path = data[0] if isinstance(data, (list, tuple)) and data else None
    view = None
    if isinstance(path, str):
        view = ls.session.view(path) or ls.session.early_view(path)
    return resolve(view, hint) if view is not None else hint


async def hover_at(ls: ScopeServer, params: types.HoverParams) -> types.Hover | None:
    """What is known about the thing at a position, at once.

    If the newest text is not analysed soon enough, the answer is from before the last edit and says
    so.  Only something that is new since then is worth a longer wait.
    """
    uri, scheduler = params.text_document.uri, ls.session.scheduler
    path = ls.path(uri)
    if path in ls.session.results and scheduler.expected(path) > BRIEF_PATIENCE:
        view = ls.view(uri)
        old = hover(view, params.position, ls.hovers_markdown, is_old=True) if view else None
        if old is not None:
            return old
    is_fresh = await scheduler.settled(path, SHORT_PATIENCE)
    view = ls.view(uri)
    if view is None:
        return None
    return hover(view, params.position, ls.hovers_markdown, is_old=not is_fresh)


async def definition_at(
    ls: ScopeServer, params: types.DefinitionParams
) -> list[types.Location] | None:
    """Where the variable at a position was created."""
    view, line = await _place(ls, params.text_document.uri, params.position)
    return definition(view, params.position, line) or None if view is not None else None


async def references_at(
    ls: ScopeServer, params: types.ReferenceParams
) -> list[types.Location] | None:
    """All calls that use the variable at a position."""
    view, line = await _place(ls, params.text_document.uri, params.position)
    if view is None:
        return None
    return references(view, params.position, line, params.context.include_declaration) or None


async def document_highlight_at(
    ls: ScopeServer, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    """The same within one document."""
    view, line = await _place(ls, params.text_document.uri, params.position)
    return document_highlight(view, params.position, line) or None if view is not None else None


async def completion_at(
    ls: ScopeServer, params: types.CompletionParams
) -> types.CompletionList | None:
    """Names that match the string at a position; old ones are good enough while the user types."""
    path = ls.path(params.text_document.uri)
    if path not in ls.session.results:
        await ls.session.scheduler.settled(path, SHORT_PATIENCE)
    view = ls.view(params.text_document.uri)
    line = ls.line(params.text_document.uri, params.position)
    if view is None or line is None:
        return None
    return completion(view, params.position, line)


async def _place(ls: ScopeServer, uri: str, position: types.Position) -> tuple[View | None, str]:
    """The document of a position, analysed if possible in time, and the line's text."""
    await ls.session.scheduler.settled(ls.path(uri), SHORT_PATIENCE)
    line = ls.line(uri, position)
    return (ls.view(uri), line) if line is not None else (None, "")


async def document_symbols(
    ls: ScopeServer, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    """The outline of a document."""
    view = await _settled_view(ls, params.text_document.uri)
    if view is None:
        return None
    symbols = document_symbol(view)
    return symbols if ls.shows_trees else flat(symbols, params.text_document.uri)


def workspace_symbols(
    ls: ScopeServer, params: types.WorkspaceSymbolParams
) -> list[types.WorkspaceSymbol]:
    """Variables of all analysed programs by their full names."""
    return workspace_symbol(ls.views(), params.query, ls.closed.variables())


async def code_lenses(ls: ScopeServer, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    """What functions and scopes create."""
    uri = params.text_document.uri
    with ls.lenses.request(uri):
        await _settled_view(ls, uri)
        return ls.lenses.give(uri)


async def _settled_view(ls: ScopeServer, uri: str) -> View | None:
    """A document, analysed as it is now if possible in time."""
    await ls.session.scheduler.settled(ls.path(uri), PATIENCE)
    return ls.view(uri)


def show_name(ls: ScopeServer, name: str) -> None:
    """Show a full name, for clients that cannot copy it to a clipboard themselves."""
    ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, str(name)))


async def diagnostic(
    ls: ScopeServer, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport:
    """The diagnostics of a document, for clients that ask."""
    path = ls.path(params.text_document.uri)
    can_be_told_later = ls.refreshes_diagnostics and path in ls.session.results
    await ls.session.scheduler.settled(path, PATIENCE, until_edit=can_be_told_later)
    items = ls.diagnostics(params.text_document.uri)
    ls.diagnostics_answered(params.text_document.uri, items)
    return types.RelatedFullDocumentDiagnosticReport(items=items)


def workspace_diagnostic(
    ls: ScopeServer, params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    """The diagnostics of the workspace, except those that the client already has.

    These are all open documents, and the closed files as well if the settings say so.
    """
    known = {item.uri: item.value for item in params.previous_result_ids}
    parts = [part for one in ls.session.documents for part in ls.notebooks.parts(one)]
    items = [_report(uri, number, ls.diagnostics(uri), known.get(uri)) for uri, number in parts]
    closed = ls.closed.all()
    gone = known.keys() - closed.keys() - {uri for uri, _ in parts}
    closed.update((uri, []) for uri in sorted(gone))  # so that the client removes what it has
    items += [_report(uri, None, found, known.get(uri)) for uri, found in closed.items()]
    return types.WorkspaceDiagnosticReport(items)


def _report(
    uri: str, version: int | None, found: list[types.Diagnostic], known: str | None
) -> types.WorkspaceDocumentDiagnosticReport:
    """The diagnostics of one document, unless the client has them: it knows a result's id."""
    result = f"{hash(repr(found)):x}"
    if known == result:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(uri, result, version)
    return types.WorkspaceFullDocumentDiagnosticReport(uri, found, version, result_id=result)


async def variables_of(ls: ScopeServer, params: Any) -> dict[str, Any]:
    """All variables of a document's programs, for a tree beside the editor."""
    uri = str(params.textDocument.uri)
    fresh = await ls.session.scheduler.settled(ls.path(uri), PATIENCE, until_edit=True)
    return variables(ls.view(uri), fresh)


async def names_at(ls: ScopeServer, params: Any) -> list[str]:
    """The full names of the variables at a position."""
    position = types.Position(int(params.position.line), int(params.position.character))
    view, _ = await _place(ls, str(params.textDocument.uri), position)
    return names(view, position) if view is not None else []


Row = tuple[str, Any, Callable[..., Any]]

TABLE: tuple[Row, ...] = (
    (types.INITIALIZE, None, initialize),
    (types.INITIALIZED, None, initialized),
    (types.TEXT_DOCUMENT_DID_OPEN, None, did_open),
    (types.TEXT_DOCUMENT_DID_CHANGE, None, did_change),
    (types.TEXT_DOCUMENT_DID_CLOSE, None, did_close),
    (types.NOTEBOOK_DOCUMENT_DID_OPEN, None, did_open_notebook),
    (types.NOTEBOOK_DOCUMENT_DID_CHANGE, None, did_change_notebook),
    (types.NOTEBOOK_DOCUMENT_DID_CLOSE, None, did_close_notebook),
    (types.WORKSPACE_DID_CHANGE_CONFIGURATION, None, did_change_configuration),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, None, did_change_watched_files),
    (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, None, did_change_folders),
    (types.TEXT_DOCUMENT_INLAY_HINT, types.InlayHintOptions(resolve_provider=True), inlay_hint),
    (types.INLAY_HINT_RESOLVE, None, inlay_hint_resolve),
    (types.TEXT_DOCUMENT_HOVER, None, hover_at),
    (types.TEXT_DOCUMENT_DEFINITION, None, definition_at),
    (types.TEXT_DOCUMENT_REFERENCES, None, references_at),
    (types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, None, document_highlight_at),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, None, prepare_rename),
    (types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True), rename),
    (
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=TRIGGERS),
        completion_at,
    ),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, None, document_symbols),
    (types.WORKSPACE_SYMBOL, None, workspace_symbols),
    (types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(), code_lenses),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([QUICK_FIX, REWRITE, FIX_ALL]),
        code_actions,
    ),
    (
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(
            inter_file_dependencies=True, workspace_diagnostics=True, identifier="scope-lsp"
        ),
        diagnostic,
    ),
    (types.WORKSPACE_DIAGNOSTIC, None, workspace_diagnostic),
    (VARIABLES, None, variables_of),
    (NAMES, None, names_at),
)

COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    (SHOW_NAME, show_name),
    (SHOW_MAP, show_map),
)
"""The commands of ``workspace/executeCommand``."""


def register(server: ScopeServer) -> ScopeServer:
    """Teach a server all requests of the table."""
    for method, options, handler in TABLE:
        server.feature(method, options)(handler)
    for name, handler in COMMANDS:
        server.command(name)(handler)
    return server
