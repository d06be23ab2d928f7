"""An editor without a screen that works on a copy of a case: opens files, asks, applies edits."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from tests.corpus.cases import Case
from tests.support.client import CAPABILITIES, REAL, Client

SECONDS = 240.0
"""How long to wait for anything: the programs are large, and one analysis may follow another."""
_STEADY = 4.0
"""Seconds after which work in the background would be announced."""
_NOT_YET = ("not been analysed yet", "edited in the meantime")


class Refused(Exception):
    """The server does not do what it was asked; its reason."""


class Editor(Client):
    """One session about one program and the files of its code base."""

    def __init__(self, case: Case) -> None:
        """``case`` is a copy; settings for it are written into its folder."""
        self._case = case
        folder = case.home.parent
        lines = [f"extra-paths = {json.dumps(case.searched)}\n"]
        (folder / "pyproject.toml").write_text("[tool.scope-lsp]\n" + "".join(lines))
        capabilities = {**CAPABILITIES, "window": {"workDoneProgress": True}}
        super().__init__(REAL, capabilities, folder)
        self.show(case.script)

    def show(self, path: Path) -> str:
        """Open a file, and wait until it is analysed, and every open program that may run it."""
        uri = path.as_uri()
        if uri not in self.opened:
            self.open(uri, path.read_text(encoding="utf-8"))
        for one in sorted(self.opened):
            self.settle_on(one)
        return uri

    def settle_on(self, uri: str) -> None:
        """Wait until the current text of a document is analysed."""
        end = time.monotonic() + SECONDS
        while not self.patient("scopeLsp/variables", uri)["fresh"]:
            if time.monotonic() > end:
                raise Refused("not analysed in time")
            self.settle(0.5)

    def rest(self) -> None:
        """Wait until nothing is done in the background either, for other programs."""
        since = time.monotonic()
        end = since + SECONDS
        while time.monotonic() - since < _STEADY and time.monotonic() < end:
            self.settle(1.0)
            kinds = [
                one["params"]["value"]["kind"]
                for one in self.messages
                if one.get("method") == "$/progress"
            ]
            if kinds.count("begin") > kinds.count("end"):
                since = time.monotonic()

    def patient(self, method: str, uri: str | None, **more: Any) -> Any:
        """A request, repeated while the server is still analysing; raises ``Refused``."""
        parameters = {**({"textDocument": {"uri": uri}} if uri else {}), **more}
        end = time.monotonic() + SECONDS
        while True:
            number = self.ask(method, parameters)
            self.until(lambda number=number: number in self._answers, method, SECONDS)
            answer = self.answer(number)
            if "error" not in answer:
                return answer.get("result")
            reason = answer["error"]["message"]
            if time.monotonic() > end or not any(text in reason for text in _NOT_YET):
                raise Refused(reason)
            self.settle(1.0)


def apply(edit: dict[str, Any], changed: dict[Path, str]) -> None:
    """Apply a ``WorkspaceEdit`` to files, whose texts go into ``changed``."""
    for uri, edits in edit["changes"].items():
        path = Path(unquote(urlparse(uri).path))
        text = changed.get(path)
        lines = (path.read_text(encoding="utf-8") if text is None else text).splitlines(True)
        for one in sorted(edits, key=_start, reverse=True):
            (line, column), (end_line, end_column) = _start(one), _end(one)
            before, after = lines[line][:column], lines[end_line][end_column:]
            lines[line : end_line + 1] = (before + one["newText"] + after).splitlines(True)
        changed[path] = "".join(lines)


def _start(edit: dict[str, Any]) -> tuple[int, int]:
    start = edit["range"]["start"]
    return start["line"], start["character"]


def _end(edit: dict[str, Any]) -> tuple[int, int]:
    end = edit["range"]["end"]
    return end["line"], end["character"]
