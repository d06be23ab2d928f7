"""The page of what editors get: rows from what the server announces, words from here.

A capability that is announced without words here fails the generation, and so do words for one
that is not.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scope_lsp.rules import page
from scope_lsp.rules.registry import RULES
from scope_lsp.server.handlers import TABLE, register
from scope_lsp.server.language_server import ScopeServer
from scope_lsp.server.supervisor import Supervisor

PAGE = Path(__file__).parent / "features.md"
_CLIENT: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-8", "utf-16", "utf-32"]},
    "notebookDocument": {"synchronization": {}},
    "textDocument": {"diagnostic": {}},
}
"""A client that has something of everything that the server's announcement depends on."""
_BEGINNING = """\
# What an editor gets

<!-- Written by docs/generate.py. Do not edit. -->

The rows of the first table are what the server announces when an editor starts it.

| announced | options | what it gives |
|---|---|---|
"""
_WORDS: Mapping[str, str] = {
    "positionEncoding": "Columns are counted in the unit that the editor prefers; all three are "
    "exact.",
    "textDocumentSync": "Edits come piece by piece. Lines end where the protocol says, and nowhere "
    "else.",
    "notebookDocumentSync": "The Python cells of a notebook are one program, run from top to "
    "bottom. A cell that would fail when it is run again says so: rule `cell-rerun`. What stands "
    "behind `%time` and `%timeit` counts. When a cell changes, moves or goes, the others are told.",
    "inlayHintProvider": "The full name behind each call that creates or fetches variables, many "
    "folded into one (`layer_{0..11}/{query,key}/kernel`), long ones cut in their middle. Lines "
    "that open a scope under another name than it seems show that name. Parts lead to the creating "
    "call. While one types, untouched lines keep their hints.",
    "hoverProvider": "What a call makes: names, shape, dtype, parameters; for each part of the "
    "name the line of code that put it there; the calls that lead here; which program it is that "
    "runs it so. Also on scopes, on names that are bound to variables, and on strings that name "
    "something; a filter (`startswith`, `in v.name`, `scope=`) tells what it matches and what it "
    "nearly matches.",
    "definitionProvider": "From a call that fetches a variable, a name bound to one or a string "
    "that names it, to the call that creates it; from a string that names a scope to where that is "
    "opened.",
    "referencesProvider": "All calls that touch the same variable and all strings that name it, in "
    "every file of the program; for a scope, where it is opened and named.",
    "documentHighlightProvider": "The same within the file, creating calls told from fetching "
    "ones.",
    "renameProvider": "One part of the names of variables and scopes, at a string that says it: in "
    "the call that makes it, or in `get_tensor_by_name`, `scope=`, `startswith`, `in v.name`, the "
    "keys of a `Saver`, assignment maps and lists of scopes. All of these strings are edited, in "
    "every file of the program. The edit is tried first: names change as asked and nothing else "
    "does, filters select the same variables. What cannot be decided is refused with the reason: a "
    "computed or automatic name, a name that is taken, a string that also names something else.",
    "documentSymbolProvider": "Functions, scopes and variables as a tree.",
    "workspaceSymbolProvider": "Variables by their full names, in all programs that were analysed.",
    "codeLensProvider": "Above functions and scopes: how many variables and parameters they make, "
    "and how many sets of weights their calls share.",
    "codeActionProvider": "Fixes of diagnostics, by their cause: `reuse` handed on, the second "
    "network in a scope of its own or sharing the first one's, the name that was probably meant, "
    "the shape that the variable has. Each was tried first: one that does not remove the finding, "
    "or brings another, is not shown. A comment that silences; pinning the automatic names of a "
    "call, a scope or a file, where that changes no name; copying a full name. "
    "`source.fixAll.scopeLsp` makes the safe fixes, as `check --fix` does.",
    "completionProvider": "Names of variables, scopes, ops and tensors inside strings that must "
    "name one: `get_tensor_by_name`, `get_collection(scope=)`, `Saver({...})`.",
    "diagnosticProvider": "The diagnostics of the table below: of one document, and of all open "
    "ones. Editors that do not ask are told without asking.",
    "executeCommandProvider": "What code lenses and code actions need.",
    "workspace": "Several folders, each with settings and an import root of its own; they may come "
    "and go.",
}
_MORE = """
What changes in the background is told to editors that listen: new hints and diagnostics by a
refresh, long work by a progress report, troubles of the server by a message and the log, and every
request with `$/setTrace` or the setting `trace.server`. Settings count as soon as they change, in
the editor or in a `pyproject.toml`; so do files that programs read, where the editor watches them.

A file that is imported by programs of the workspace shows the names that these programs give it:
they are found, and analysed, in the background. Opening a folder never runs anything from it.

## Requests of our own

| method | what it gives |
|---|---|
"""
_RULES = """
## Diagnostics

What only may happen is never worse than a warning, whatever the table says. `scope-lsp explain
CODE` and [the page of rules]({page}) say more.

| code | severity | what it finds |
|---|---|---|
"""


def announced() -> dict[str, Any]:
    """What the server answers to ``initialize``."""
    answers: list[dict[str, Any]] = []

    class Writer:
        def write(self, data: bytes) -> None:
            answers.append(json.loads(data.partition(b"\r\n\r\n")[2]))

        def close(self) -> None: ...

    async def ask() -> None:
        server = register(ScopeServer(Supervisor()))
        server.protocol.set_writer(Writer())
        parameters = {"processId": None, "rootUri": None, "capabilities": _CLIENT}
        request = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": parameters}
        server.protocol.receive(json.dumps(request).encode())
        await asyncio.sleep(0)
        await server.session.scheduler.stop()

    asyncio.run(ask())
    (answer,) = answers
    capabilities: dict[str, Any] = answer["result"]["capabilities"]
    return capabilities


def text() -> str:
    """The whole page."""
    capabilities = announced()
    if missing := capabilities.keys() ^ _WORDS.keys():
        raise ValueError(f"words and what is announced differ: {sorted(missing)}")
    rows = [
        f"| `{name}` | {_options(capabilities[name])} | {words} |" for name, words in _WORDS.items()
    ]
    own = [
        f"| `{method}` | {(handler.__doc__ or '').strip()} |"
        for method, _, handler in TABLE
        if method.startswith("scopeLsp/")
    ]
    where = os.path.relpath(page.PAGE, PAGE.parent).replace(os.sep, "/")
    rules = [
        f"| [`{rule.code}`]({where}#{rule.code}) | {rule.severity.value} | {rule.summary} |"
        for rule in RULES.values()
    ]
    parts = [_BEGINNING, *_lines(rows), _MORE, *_lines(own), _RULES.format(page=where)]
    return "".join([*parts, *_lines(rules)])


def _lines(rows: list[str]) -> list[str]:
    return [f"{row}\n" for row in rows]


def _options(value: Any) -> str:
    if value is True:
        return ""
    return "`" + json.dumps(value).replace("|", "\\|") + "`"
