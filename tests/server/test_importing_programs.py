"""The background's process is there while it is needed, and gone when the user reads."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from lsprotocol import types

from scope_lsp.analysis.result import Analysis
from scope_lsp.server import importing_programs, notices
from scope_lsp.server.importing_programs import ImportingPrograms
from scope_lsp.server.jobs import Outcome, Programs, Search
from scope_lsp.server.notices import Notices

PATH, PROGRAM = "/model.py", "/main.py"


class Background:
    """A process in name only."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.did: list[str] = []
        self.told: list[Any] = []
        """What the client is told of its state."""
        self._seconds = seconds

    async def search(self, search: Search) -> Programs:
        self.did.append("search" if search.is_stale else "ask")
        await asyncio.sleep(self._seconds)
        return Programs((PROGRAM,))

    async def run(self, job: Any) -> Outcome:
        self.did.append("run")
        return Outcome(Analysis(PROGRAM, files=frozenset((PATH,))), (), 0.0)

    def rest(self) -> None:
        self.did.append("rest")

    def close(self) -> None:
        """There is nothing to end."""


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in (("QUIET", 0.01), ("LINGER", 0.2), ("DEAR", 0.1)):
        monkeypatch.setattr(importing_programs, name, seconds)


def test_it_rests_as_soon_as_an_opened_document_is_done() -> None:
    async def play(importing: ImportingPrograms, background: Background) -> None:
        importing.want(PATH)
        await asyncio.sleep(0.1)
        assert background.did == ["search", "run", "rest"]
        importing.edited(PATH)
        importing.want(PATH)
        await asyncio.sleep(0.1)  # the next edit may come soon
        assert background.did == ["search", "run", "rest", "run"]
        await asyncio.sleep(0.2)
        assert background.did[4:] == ["rest"]
        importing.files_changed([PATH])
        await asyncio.sleep(0.1)
        assert background.did[5:] == ["search", "run", "rest"]

    _scenario(play, Background())


def test_a_large_index_is_not_thrown_away() -> None:
    async def play(importing: ImportingPrograms, background: Background) -> None:
        importing.want(PATH)
        await asyncio.sleep(0.4)
        assert background.did == ["search", "run"]

    _scenario(play, Background(seconds=0.2))


class Slow(Background):
    """It takes its time for each program."""

    async def run(self, job: Any) -> Outcome:
        self.did.append("start")
        await asyncio.sleep(0.2)
        return await super().run(job)


def test_a_slow_program_is_said_while_it_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "SLOW", 0.05)
    slow = "main.py is still being analysed. Names that come from it may be missing."

    async def play(importing: ImportingPrograms, background: Background) -> None:
        importing.want(PATH)
        await asyncio.sleep(0.15)
        assert background.told == [{"problems": [slow]}]
        await asyncio.sleep(0.2)
        assert background.told[1:] == [{"problems": []}]

    _scenario(play, Slow())


@pytest.mark.parametrize(
    ("changed", "runs"),
    [
        (PROGRAM, ["start", "start", "run"]),
        (PATH, ["start", "run", "start", "run"]),
        ("/other.py", ["start", "run"]),
    ],
    ids=["itself", "what it reads", "another"],
)
def test_a_program_that_changes_on_disk_while_it_runs(changed: str, runs: list[str]) -> None:
    """Its run is ended at once; that of one which has read the file is done again."""

    async def play(importing: ImportingPrograms, background: Background) -> None:
        importing.want(PATH)
        await asyncio.sleep(0.1)
        importing.files_changed([changed])
        await asyncio.sleep(0.6)
        assert [one for one in background.did if one in ("start", "run")] == runs
        assert importing.is_settled(PATH)

    _scenario(play, Slow())


def _scenario(play: Any, background: Background) -> None:
    client = SimpleNamespace(
        client_capabilities=types.ClientCapabilities(experimental={"scopeLspStatus": True}),
        protocol=SimpleNamespace(notify=lambda method, content: background.told.append(content)),
    )

    async def run() -> None:
        importing = ImportingPrograms(
            background,  # type: ignore[arg-type]
            lambda path, is_stale: Search(path, (), {}, is_stale=is_stale),
            lambda path: path,  # type: ignore[arg-type, return-value]
            lambda path: False,
            lambda path: False,
            lambda path: None,
            Notices(client),  # type: ignore[arg-type]
        )
        await play(importing, background)
        await importing.stop()

    asyncio.run(run())
