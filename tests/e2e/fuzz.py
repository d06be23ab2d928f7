"""A client that does everything wrong, from a seed: ``python -m tests.e2e.fuzz SEED COUNT``.

With ``real`` the texts are really analysed; otherwise a stand-in does that, which raises at times.
With ``reordered`` what is said of notebooks comes late and in another order.

Random edits and requests: positions out of range and inside of characters, unknown methods, wrong
types, documents and notebooks that are not open, cancelled requests.  After each edit the server's
text is compared with that of a model of its own; in the end every request must have been answered.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from typing import Any

from scope_lsp.server import handlers
from scope_lsp.server.language_server import ScopeServer
from scope_lsp.server.supervisor import ANALYSIS, Supervisor
from scope_lsp.syntax.notebook import Notebook

LIMIT = 60.0
"""Seconds for the answers that are still to come in the end."""
URIS = ("file:///tmp/a.py", "file:///tmp/b%20c.py", "untitled:Untitled-1", "file:///tmp/ü.py")
NEVER_OPEN = "file:///tmp/never.py"
NOTEBOOK = "file:///tmp/notes.ipynb"
CELLS = tuple(f"vscode-notebook-cell:/tmp/notes.ipynb#{number}" for number in range(5))
SNIPPETS = (
    *('get_variable("w")', 'v = get_variable("v")\n', "x", " ", "\n", "\r\n", "\r", "\t", ""),
    *("😀", "漢字", "\f", "\u2028", "\ufeff", '"""', "(", "# raise\n", "é\n\n", "a\rb\nc\r\nd"),
    *(
        "import tensorflow as tf\n",
        'with tf.variable_scope("s"):\n  ',
        'tf.get_variable("w", [1])\n',
    ),
)
METHODS = (
    *("hover", "definition", "references", "documentHighlight", "completion", "inlayHint"),
    *("documentSymbol", "codeLens", "codeAction", "diagnostic"),
)
_LINE_END = re.compile("\r\n|\r|\n")


class Mirror:
    """A document as a careful client would keep it: utf-16 units, and nothing of the server's."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _offset(self, line: int, character: int) -> int:
        starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        if line >= len(starts):
            return len(self.text)
        end = _LINE_END.search(self.text, starts[line])
        content = self.text[starts[line] : end.start() if end else len(self.text)]
        used = 0
        for index, letter in enumerate(content):
            if used >= character:
                return starts[line] + index
            used += 2 if ord(letter) > 0xFFFF else 1
            if used > character:  # inside of the character: its start
                return starts[line] + index
        return starts[line] + len(content)

    def edit(self, where: dict[str, Any], text: str) -> None:
        start, end = (self._offset(p["line"], p["character"]) for p in where.values())
        start, end = min(start, end), max(start, end)
        self.text = self.text[:start] + text + self.text[end:]


class Fuzzer:
    """One session; ``run`` raises AssertionError with what went wrong."""

    def __init__(self, seed: int, analysis: str, reorders: bool = False) -> None:
        self.random = random.Random(seed)
        self.reorders = reorders
        """Whether messages of notebooks come late and in another order."""
        self.held: list[tuple[str, object]] = []
        self.server = handlers.register(ScopeServer(Supervisor(analysis)))
        self.server.protocol.set_writer(self)
        self.open: dict[str, Mirror] = {}
        self.versions: dict[str, int] = {}
        self.cells: dict[str, Mirror] | None = None
        """The cells of the notebook in their order, None while it is closed."""
        self.asked: dict[Any, str] = {}
        self.answered = self.edited = 0
        self._number = 0

    # What the server writes to.

    def write(self, data: bytes) -> None:
        message = json.loads(data.partition(b"\r\n\r\n")[2])
        if "method" not in message:
            if message.get("id") is not None:
                assert self.asked.pop(message["id"], None), f"answered twice: {message}"
                self.answered += 1
        elif "id" in message:
            reply = {"jsonrpc": "2.0", "id": message["id"], "result": None}
            asyncio.get_running_loop().call_soon(self._send, reply)

    def close(self) -> None:
        pass

    # What it is sent.

    def _send(self, message: object) -> None:
        self.server.protocol.receive(json.dumps(message).encode())

    def notify(self, method: str, parameters: object) -> None:
        if self.reorders and method.startswith("notebookDocument/"):
            self.held.append((method, parameters))
            if len(self.held) < 4:
                return
            method, parameters = self.held.pop(self.random.randrange(4))
        self._send({"jsonrpc": "2.0", "method": method, "params": parameters})

    def put_in_order(self) -> None:
        """Let all messages of notebooks come, and open the notebook anew."""
        self.reorders = False
        self.random.shuffle(self.held)
        for method, parameters in self.held:
            self.notify(method, parameters)
        self.close_notebook()
        self.open_notebook()
        self.compare()

    def ask(self, method: str, parameters: object) -> None:
        self._number += 1
        self.asked[self._number] = method
        self._send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": parameters})

    async def run(self, count: int) -> None:
        try:
            capabilities = (
                {"textDocument": {"diagnostic": {}}} if self.random.random() < 0.5 else {}
            )
            self.ask("initialize", {"capabilities": capabilities, "rootUri": None})
            self.notify("initialized", {})
            steps = [
                *((self.edit,) * 8 + (self.request,) * 6 + (self.cancel,) * 2),
                *(self.open_one, self.close_one, self.nonsense, self.configure, self.workspace),
                *((self.open_notebook, self.close_notebook) + (self.edit_cell, self.cut_cells) * 2),
            ]
            for _ in range(count):
                self.random.choice(steps)()
                if self.random.random() < 0.3:
                    await asyncio.sleep(self.random.choice((0, 0, 0.001)))
                self.compare()
            if self.reorders:
                self.put_in_order()
            end = time.monotonic() + LIMIT
            while self.asked and time.monotonic() < end:
                await asyncio.sleep(0.01)
            assert not self.asked, f"without an answer: {self.asked}"
        finally:
            await self.server.session.scheduler.stop()
            await self.server.session.importing.stop()
            self.server.session.supervisor.close()

    def compare(self) -> None:
        documents = {document.uri: document for document in self.server.session.documents}
        joined = documents.pop(NOTEBOOK, None)
        if self.reorders:
            return
        assert (joined is None) == (self.cells is None)
        if joined is not None and self.cells is not None:
            assert joined.text == Notebook([cell.text for cell in self.cells.values()]).text
        assert documents.keys() == self.open.keys()
        for uri, mirror in self.open.items():
            assert documents[uri].text == mirror.text, (uri, mirror.text, documents[uri].text)

    def position(self) -> dict[str, int]:
        return {
            "line": self.random.choice((0, 1, 2, 5, 99)),
            "character": self.random.randrange(30),
        }

    def range(self) -> dict[str, Any]:
        return {"start": self.position(), "end": self.position()}

    def some_uri(self) -> str:
        return self.random.choice((*URIS, NEVER_OPEN, *CELLS))

    def open_one(self) -> None:
        uri = self.random.choice(URIS)
        if uri not in self.open:
            self.open[uri], self.versions[uri] = Mirror(self.some_text()), 1
            self.notify("textDocument/didOpen", {"textDocument": item(uri, self.open[uri])})

    def some_text(self) -> str:
        return "".join(self.random.choices(SNIPPETS, k=8))

    def close_one(self) -> None:
        uri = self.random.choice((*URIS, NEVER_OPEN))
        self.open.pop(uri, None)
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def edit(self) -> None:
        uri = self.random.choice((*self.open, NEVER_OPEN))
        changes = self.some_changes(self.open.get(uri, Mirror("")))
        version = self.versions[uri] = self.versions.get(uri, 0) + 1
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def some_changes(self, mirror: Mirror) -> list[dict[str, Any]]:
        """Changes to a document, made already to what mirrors it."""
        self.edited += 1
        changes: list[dict[str, Any]] = []
        for _ in range(self.random.choice((1, 1, 1, 2, 3))):
            text = self.random.choice(SNIPPETS)
            if self.random.random() < 0.05:
                changes.append({"text": text})
                mirror.text = text
            else:
                where = self.range()
                changes.append({"range": where, "text": text})
                mirror.edit(where, text)
        return changes

    def open_notebook(self) -> None:
        if self.cells is not None:
            return
        self.cells = {uri: Mirror(self.some_text()) for uri in self.random.sample(CELLS, 3)}
        notebook = {"uri": NOTEBOOK, "notebookType": "jupyter", "version": 1}
        cells = [{"kind": 2, "document": uri} for uri in self.cells]
        texts = [item(uri, mirror) for uri, mirror in self.cells.items()]
        parameters = {"notebookDocument": {**notebook, "cells": cells}, "cellTextDocuments": texts}
        self.notify("notebookDocument/didOpen", parameters)

    def close_notebook(self) -> None:
        self.cells = None
        closed = {"notebookDocument": {"uri": NOTEBOOK}, "cellTextDocuments": []}
        self.notify("notebookDocument/didClose", closed)

    def change_notebook(self, cells: dict[str, Any]) -> None:
        document = {"uri": NOTEBOOK, "version": 2}
        change = {"notebookDocument": document, "change": {"cells": cells}}
        self.notify("notebookDocument/didChange", change)

    def edit_cell(self) -> None:
        uri = self.random.choice(CELLS)
        changes = self.some_changes((self.cells or {}).get(uri, Mirror("")))
        content = {"document": {"uri": uri, "version": 2}, "changes": changes}
        self.change_notebook({"textContent": [content]})

    def cut_cells(self) -> None:
        """Take some cells away and put new ones in their place."""
        order = list(self.cells or {})
        start, count = self.random.choice((0, 1, 99)), self.random.choice((0, 1, 5))
        gone = order[start : start + count]
        new = [uri for uri in CELLS if uri not in order and self.random.random() < 0.5]
        mirrors = {**(self.cells or {}), **{uri: Mirror(self.some_text()) for uri in new}}
        order[start : start + count] = new
        if self.cells is not None:
            self.cells = {uri: mirrors[uri] for uri in order}
        array = {"start": start, "deleteCount": count}
        structure = {
            "array": {**array, "cells": [{"kind": 2, "document": uri} for uri in new]},
            "didOpen": [item(uri, mirrors[uri]) for uri in new],
            "didClose": [{"uri": uri} for uri in gone],
        }
        self.change_notebook({"structure": structure})

    def request(self) -> None:
        self.ask(
            f"textDocument/{self.random.choice(METHODS)}",
            {
                "textDocument": {"uri": self.some_uri()},
                "position": self.position(),
                "range": self.range(),
                "context": {"includeDeclaration": True, "diagnostics": []},
            },
        )

    def cancel(self) -> None:
        number = self.random.choice((*self.asked, 0, "none"))
        self.notify("$/cancelRequest", {"id": number})

    def nonsense(self) -> None:
        method = self.random.choice((*(f"textDocument/{m}" for m in METHODS), "no/such", "$/what"))
        wrong = self.random.choice((None, [], 5, "x", {}, {"textDocument": 3}, {"position": {}}))
        if self.random.random() < 0.5:
            self.ask(method, wrong)
        else:
            self.notify(self.random.choice(("textDocument/didChange", "x/y", method)), wrong)

    def configure(self) -> None:
        settings = self.random.choice((None, {}, 5, {"scopeLsp": {"inlayHints": {"enable": True}}}))
        self.notify("workspace/didChangeConfiguration", {"settings": settings})

    def workspace(self) -> None:
        if self.random.random() < 0.5:
            self.ask("workspace/symbol", {"query": self.random.choice(("", "w", "/", "\\"))})
        else:
            self.ask("workspace/diagnostic", {"previousResultIds": []})


def item(uri: str, mirror: Mirror) -> dict[str, Any]:
    """A document as it is sent when it is opened."""
    return {"uri": uri, "languageId": "python", "version": 1, "text": mirror.text}


def main(
    seed: int, count: int, analysis: str = "tests.support.fake_analysis", reorders: bool = False
) -> Fuzzer:
    """Run one session; returns it for its figures."""

    async def session() -> Fuzzer:
        fuzzer = Fuzzer(seed, analysis, reorders)
        await fuzzer.run(count)
        return fuzzer

    return asyncio.run(session())


if __name__ == "__main__":
    begin = time.monotonic()
    real = [ANALYSIS] if "real" in sys.argv else []
    done = main(int(sys.argv[1]), int(sys.argv[2]), *real, reorders="reordered" in sys.argv)
    print(
        f"{sys.argv[2]} steps: {done.edited} edits, {done.answered} requests, all answered, "
        f"in {time.monotonic() - begin:.0f} s"
    )
