"""The requests of renaming: what can be renamed, and the edits after they were tried.

``features`` makes and judges the edits.  Here, every program that runs the document is analysed
with them.  The answer to a rename is its edits; what it means for checkpoints is a message.
"""

from __future__ import annotations

import asyncio

from lsprotocol import types

from scope_lsp.features.rename import (
    Programs,
    Target,
    is_in_string,
    plan,
    target,
    workspace_edit,
)
from scope_lsp.features.rename_answer import (
    COPY_MAP,
    effects,
    message,
    old_checkpoint_map,
)
from scope_lsp.features.rename_comparisons import Refused
from scope_lsp.features.rename_places import called
from scope_lsp.features.rename_trial import check
from scope_lsp.features.view import View
from scope_lsp.fixes.judgement import Judged, edited
from scope_lsp.server.importing_programs import is_in
from scope_lsp.server.language_server import ScopeServer
from scope_lsp.server.protocol import Refusal
from scope_lsp.server.result import Result

PATIENCE = 10.0
"""Seconds to wait for the analysis of the current text."""


async def prepare_rename(
    ls: ScopeServer, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """The part of a name at a position; None if no string names anything there."""
    try:
        found = await _target(ls, params.text_document.uri, params.position)
    except Refused as reason:
        raise Refusal(str(reason)) from reason
    if found is None:
        return None
    view, aim = found[0], found[1]
    return types.PrepareRenamePlaceholder(view.convert.range(aim.span), aim.part)


async def rename(ls: ScopeServer, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """The edits that rename what is at a position."""
    try:
        found = await _target(ls, params.text_document.uri, params.position)
        if found is None:
            return None
        view, aim, programs, results = found
        if params.new_name == aim.part:
            return types.WorkspaceEdit({})
        return await _tried(ls, view, aim, params.new_name, programs, results)
    except Refused as reason:
        raise Refusal(str(reason)) from reason


async def _target(
    ls: ScopeServer, uri: str, position: types.Position
) -> tuple[View, Target, Programs, list[Result]] | None:
    session, path = ls.session, ls.path(uri)
    await session.scheduler.settled(path, PATIENCE)
    if ls.view(uri) is None:
        return None
    is_known = await _programs_known(ls, path)
    view = ls.view(uri)
    if view is None:
        return None
    results = [one for one in session.results_about(path) if one.source is not None]
    folders = session.configuration.folders
    programs = Programs(
        called([one.source.analysis for one in results if one.source is not None]),
        session.text,
        lambda file: session.documents.get(file) is not None or is_in(file, folders),
    )
    aim = target(view, position, programs)
    if not is_known and (aim is not None or is_in_string(view, position, programs)):
        raise Refused(
            "The programs that use this file have not been analysed yet. Try again in a moment."
        )
    if aim is None:
        return None
    if not all(session.is_fresh(path, one) for one in results):
        raise Refused("The latest text has not been analysed yet. Try again in a moment.")
    return view, aim, programs, results


async def _programs_known(ls: ScopeServer, path: str) -> bool:
    """Wait until all programs that may run a document are analysed; whether they are."""
    session = ls.session

    def is_known() -> bool:
        if not all(session.scheduler.is_settled(one.path) for one in session.documents):
            return False
        is_own = is_in(path, session.configuration.folders)
        return not is_own or session.importing.is_settled(path)

    end = asyncio.get_running_loop().time() + PATIENCE
    while not is_known():
        if asyncio.get_running_loop().time() > end:
            return False
        await asyncio.sleep(0.05)
    return True


async def _tried(
    ls: ScopeServer,
    view: View,
    aim: Target,
    new: str,
    programs: Programs,
    results: list[Result],
) -> types.WorkspaceEdit:
    made = plan(aim, new, programs)
    texts = edited(made.edits, ls.session.text)
    if texts is None:
        raise Refused("A file that names it cannot be read.")

    def new_text(path: str) -> str | None:
        return texts[path] if path in texts else ls.session.text(path)

    tried = []
    for result, known in zip(results, programs.analyses, strict=True):
        before = Judged(known, result.findings)
        tried.append((before, await ls.session.fixer.judged(known.path, texts)))
    compared = []
    found = iter(called([after.analysis for _, after in tried if after is not None]))
    for before, after in tried:
        mine = None if after is None else Judged(next(found), after.findings)
        check(made, before, mine, ls.session.text, new_text)
        assert mine is not None  # otherwise refused
        compared.append((before.analysis, mine.analysis))
    if not all(ls.session.is_fresh(view.path, one) for one in results):
        raise Refused("The text was edited in the meantime. Try again.")
    changed = effects(compared)
    ls.last_new = new
    _tell(ls, message(changed, ls.copies_texts), old_checkpoint_map(changed))
    return workspace_edit(view, made.edits)


def _tell(ls: ScopeServer, text: str, names: str) -> None:
    """Say which names change, and offer the map ``names``."""
    ls.last_map = names
    if not names or not ls.copies_texts:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
        return

    def chosen(answer: types.MessageActionItem | None) -> None:
        if answer is not None and answer.title == COPY_MAP:
            ls.copy_text(names)

    button = types.MessageActionItem(COPY_MAP)
    ls.window_show_message_request(
        types.ShowMessageRequestParams(types.MessageType.Info, text, [button]), callback=chosen
    )


def show_map(ls: ScopeServer) -> str:
    """Show the map of the last rename, for clients that cannot copy a text by themselves."""
    text = ls.last_map or "scope-lsp: no rename has changed the name of a variable."
    ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
    return ls.last_map
