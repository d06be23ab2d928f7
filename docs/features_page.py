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

The first table lists the capabilities that the server announces when an editor starts it.

| capability | options | what it does |
|---|---|---|
"""
_WORDS: Mapping[str, str] = {
    "positionEncoding": "Columns are counted in UTF-8, UTF-16 or UTF-32, whichever the editor "
    "prefers.",
    "textDocumentSync": "Edits are incremental. Lines end only at the characters that the protocol "
    "names.",
    "notebookDocumentSync": "The Python cells of a notebook are one program, run from top to "
    "bottom, or in the order in which they were run if `notebook.cellOrder` says so. The rule "
    "`cell-rerun` marks cells that would fail when they are run again. Code after `%time` and "
    "`%timeit` is run. When a cell is changed, moved or deleted, the others are updated.",
    "inlayHintProvider": "The full name after each call that creates or fetches variables. "
    "Several names are folded into one (`layer_{0..11}/{query,key}/kernel`), and long ones are "
    "shortened: without `:0` first, but with the indices of loops as long as they fit, or as a "
    "number of sets (`12 × batch norm`). A line that opens a scope shows its full name if that "
    "differs from the argument. Calls of your own functions show what is created inside, if "
    "`inlayHints.calls` is set. Parts of a hint link to the creating call. While you type, other "
    "lines keep their hints.",
    "hoverProvider": "What a call creates: names, shape, dtype, parameters; the line of code "
    "behind each part of the name; the calls that lead here; and the program that runs it. In a "
    "notebook, places are named by their cells. Also "
    "works on scopes, on Python names that hold variables, and on strings that name something. "
    "For a filter (`startswith`, `in v.name`, `scope=`), the hover lists what it matches and what "
    "it nearly matches.",
    "definitionProvider": "Goes from a call that fetches a variable, a Python name that holds it "
    "or a string that names it, to the call that creates it; and from a string that names a scope "
    "to the line that opens it.",
    "referencesProvider": "All calls that use the same variable and all strings that name it, in "
    "every file of the program. For a scope: where it is opened and named.",
    "documentHighlightProvider": "The same within the file. Creating calls are marked as writes, "
    "fetching calls as reads.",
    "renameProvider": "Renames one part of the names of variables and scopes. Start at a string "
    "that contains it: in the call that creates it, or in `get_tensor_by_name`, `scope=`, "
    "`startswith`, `in v.name`, the keys of a `Saver`, the right sides of assignment maps, and "
    "lists of scopes. All of these strings are edited, in every file of the program. The edit is "
    "tried first: names must change as asked, nothing else may change, and filters must select "
    "the same variables. Otherwise the rename is refused with the reason: a computed or automatic "
    "name, a name that is taken, a string that also names something else. A message says which "
    "variables of older checkpoints now have another name. Its button in VS Code, or elsewhere a "
    "code action at the new name, gives the assignment map for `tf.train.init_from_checkpoint`.",
    "documentSymbolProvider": "Functions, scopes and variables as a tree.",
    "workspaceSymbolProvider": "Variables by their full names, in all analysed programs; the slots "
    "of optimizers come last.",
    "codeLensProvider": "Above functions and scopes: how many variables and parameters they "
    "create, and how many sets of weights their calls share. In VS Code, a click shows these "
    "calls.",
    "codeActionProvider": "Fixes for diagnostics, by cause: passing `reuse` on, giving the second "
    "network its own scope or sharing the first one's, using the name that was probably meant or "
    "the shape of the variable. Each fix is tried first, and only shown if it removes the finding "
    "without a new one. Also: adding an ignore comment; pinning the automatic names of a call, a "
    "scope or a file, if that changes no name; copying a full name. `source.fixAll.scopeLsp` "
    "applies the safe fixes, as `check --fix` does.",
    "completionProvider": "Names of variables, scopes, ops and tensors, in strings that must "
    "name one: `get_tensor_by_name`, `get_collection(scope=)`, `Saver({...})`, `sess.run`, the "
    "keys of `feed_dict`.",
    "diagnosticProvider": "The diagnostics in the table below, for one document or for all open "
    "ones, and for all Python files and notebooks of the workspace if `diagnostics.mode` says so. "
    "Editors that do not request diagnostics get them pushed.",
    "executeCommandProvider": "`scopeLsp.showName` shows a full name; code actions use it. "
    "`scopeLsp.showMap` shows and returns the assignment map of the last rename.",
    "workspace": "Several folders, each with its own settings and import root. Folders can be "
    "added and removed.",
}
_MORE = """
The server tells editors about work in the background, if they support it. New hints and diagnostics
are announced by a refresh request, long work by a progress report, and problems of the server by a
message and the log. `$/setTrace` or the setting `trace.server` logs every request. Changed settings
take effect immediately, in the editor or in a `pyproject.toml`. So do changes in files that
programs read, if the editor watches them.

If programs of the workspace import a file, the file shows the names that these programs give it.
The programs are found and analysed in the background. Opening a folder never runs anything from it.

## Additional requests

The protocol does not have these. The extension for VS Code uses them, and others may.

| method | what it returns |
|---|---|
"""
_CLIENT_SAYS = """
An editor can say in `experimental`, among its capabilities, what else it can do:

| capability | what the server then does |
|---|---|
"""
EXPERIMENTAL: Mapping[str, str] = {
    "scopeLspCopyName": "Code actions run the editor's command `scopeLsp.copyName` with a full "
    "name. Without it, they show the name.",
    "scopeLspCopyText": "The message after a rename has a button. If it is clicked, the "
    "notification `scopeLsp/copyText` brings the assignment map as `text`.",
    "scopeLspShowLocations": "Lenses run the editor's command `scopeLsp.showLocations`, with the "
    "URI of the document, a position and a list of locations to show there.",
    "scopeLspStatus": "The notification `scopeLsp/status` brings the list `problems`: what does "
    "not work at present, in sentences. An empty list means that everything works again.",
    "scopeLspVariables": "The notification `scopeLsp/analysed` with a `uri` says that "
    "`scopeLsp/variables` may have a new answer for that document.",
}
_RULES = """
## Diagnostics

A finding that is only possible is at most a warning, even if the table says error. `unknown-name`
is an error where TensorFlow is certain to raise. Only `scope-lsp check` reports `syntax-error`: in
an editor, a server for Python, such as pyright, shows syntax errors. [Rules]({page}) and
`scope-lsp explain CODE` explain each rule.

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
    said = [f"| `{name}` | {words} |" for name, words in EXPERIMENTAL.items()]
    where = os.path.relpath(page.PAGE, PAGE.parent).replace(os.sep, "/")
    rules = [
        f"| [`{rule.code}`]({where}#{rule.code}) | {rule.severity.value} | {rule.summary} |"
        for rule in RULES.values()
    ]
    parts = [_BEGINNING, *_lines(rows), _MORE, *_lines(own), _CLIENT_SAYS, *_lines(said)]
    return "".join([*parts, _RULES.format(page=where), *_lines(rules)])


def _lines(rows: list[str]) -> list[str]:
    return [f"{row}\n" for row in rows]


def _options(value: Any) -> str:
    if value is True:
        return ""
    return "`" + json.dumps(value).replace("|", "\\|") + "`"
