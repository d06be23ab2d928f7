"""The request for code actions: what to check first, and how long to wait for it.

``features`` creates the actions, ``fixes`` finds their changes.
"""

from __future__ import annotations

import asyncio

from lsprotocol import types

from scope_lsp.features.code_action import (
    FIX_ALL,
    QUICK,
    REWRITE,
    code_action,
    fix_all,
    is_wanted,
    touched,
)
from scope_lsp.features.pins import pins
from scope_lsp.features.rename_answer import map_action
from scope_lsp.features.view import View
from scope_lsp.rules.rule import Finding, Fix
from scope_lsp.server.importing_programs import is_in
from scope_lsp.server.language_server import ScopeServer
from scope_lsp.server.result import Result

PATIENCE = 4.0
"""Seconds that a request waits for the analysis, and then for the trial of what it may offer."""


async def code_actions(
    ls: ScopeServer, params: types.CodeActionParams
) -> list[types.CodeAction] | None:
    """The actions available at a place."""
    uri = params.text_document.uri
    path = ls.path(uri)
    await ls.session.scheduler.settled(path, PATIENCE)
    view = ls.view(uri)
    if view is None:
        return None
    only = params.context.only or ()
    findings = ls.session.findings(path)
    is_open = frozenset(document.path for document in ls.session.documents)
    fixes: dict[Finding, tuple[Fix, ...]] = {}
    end = asyncio.get_running_loop().time() + PATIENCE
    if is_wanted(QUICK, only):
        here = {one: findings[one] for one in touched(view, findings, params.range, is_open)}
        fixes = await _fixes(ls, path, here, end)
    pinned = await _pinned(ls, path, view, params.range, end) if is_wanted(REWRITE, only) else []
    actions = code_action(
        view,
        findings,
        params.range,
        params.context.diagnostics,
        only,
        ls.copies_names,
        fixes,
        pinned,
        is_open,
        lambda file: file in is_open or is_in(file, ls.session.configuration.folders),
    )
    if ls.last_map and not ls.copies_texts and is_wanted(REWRITE, only):
        shown = map_action(view, params.range, ls.last_new)
        actions += [shown] if shown is not None else []
    if only and is_wanted(FIX_ALL, only):
        whole = await _fix_all(ls, path, view)
        actions += [whole] if whole is not None else []
    return actions


async def _fixes(
    ls: ScopeServer, path: str, findings: dict[Finding, Result], end: float
) -> dict[Finding, tuple[Fix, ...]]:
    """The accepted fixes, as far as they are known in time."""
    session = ls.session
    found = {}
    for finding, result in findings.items():
        if session.is_fresh(path, result):
            patience = max(end - asyncio.get_running_loop().time(), 0.0)
            found[finding] = await session.fixer.fixes(result, finding, patience)
    return found


async def _pinned(
    ls: ScopeServer, path: str, view: View, wanted: types.Range, end: float
) -> list[Fix]:
    """The pins that change no name."""
    session = ls.session
    result = session.results.get(path)
    if result is None or not session.is_fresh(path, result):
        return []
    found = []
    for pin in pins(view, wanted):
        patience = max(end - asyncio.get_running_loop().time(), 0.0)
        if await session.fixer.keeps_names(result, pin, patience):
            found.append(pin)
    return found


async def _fix_all(ls: ScopeServer, path: str, view: View) -> types.CodeAction | None:
    """All safe fixes of a document."""
    session = ls.session
    result, before = session.results.get(path), session.text(path)
    if result is None or before is None or not session.is_fresh(path, result):
        return None
    fixed = await session.fixer.fixed(path, result)
    return fix_all(view, before, fixed.text, fixed.count) if fixed is not None else None
