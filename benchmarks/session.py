"""One server with one document open, from its start to its end, and what that took.

Keys are typed into the name of a variable in the middle of the file, so that its hint changes.
Each key is a new text to the server, and is taken back when the server has come to rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks import processes
from benchmarks.cases import Case
from benchmarks.client import LIMIT, Client, Failed, Message, notification
from benchmarks.documents import Document
from benchmarks.servers import Server

HINTS = "textDocument/inlayHint"
GAP = 0.03
"""Seconds between two keys of somebody who types fast."""
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
STATEMENT = (
    'kernel_w = tf.get_variable("kernel_w", [3, 3, 64, 128], trainable=True)'
    "  # weights of a convolution"
)
EDITS = 1_000
KEEPING = 5.0
"""Seconds for which a document stays open that is opened again in the next server."""
OPENING = 60.0
"""Seconds after which work that goes on in the background is waited for no longer."""

Measures = dict[str, list[float]]
"""Milliseconds, megabytes or counts by what they measure."""


@dataclass(frozen=True)
class Effort:
    """How much is measured in one session."""

    keys: int = 20
    """Keys whose answers are timed, for hints, and as many for hovers."""
    seconds: float = 30.0
    """After so long no further such key is typed, but for the first three."""
    typed: int = 100
    edits: int = EDITS


QUICK = Effort(keys=4, seconds=6.0, typed=30, edits=100)


def run(server: Server, case: Case, effort: Effort) -> Measures | str:
    """Measure a server; a text says why there is nothing to measure, or what failed."""
    try:
        with TemporaryDirectory(prefix="cache-") as name:
            cache = Path(name)
            with Client(server, case.folder, cache) as client:
                session = _Session(client, case.document(), effort)
                if not session.open():
                    return "no notebooks"
                client.pass_time(perf_counter() + KEEPING)
                client.settle()
            with Client(server, case.folder, cache) as client:
                session = _Session(client, case.document(), effort)
                session.open()
                again = session.measures["first hints"]
        with (
            TemporaryDirectory(prefix="cache-") as name,
            Client(server, case.folder, Path(name)) as client,
        ):
            session = _Session(client, case.document(), effort)
            session.run()
            return {**session.measures, "first hints again": again}
    except (Failed, OSError) as error:
        return str(error)


class _Session:
    def __init__(self, client: Client, document: Document, effort: Effort) -> None:
        self._client = client
        self._document = document
        self._effort = effort
        self.measures: Measures = {}
        self._strokes = 0

    def open(self) -> bool:
        """Open the document and wait for its hints; returns whether it can be opened."""
        client, document = self._client, self._document
        self._note("start", client.initialize() - client.began)
        capabilities = dict(client.capabilities)
        if not document.supported(capabilities):
            return False
        document.listen(capabilities)
        _, came, hints = client.ask(
            HINTS,
            self._hint_params(document.everything()),
            notification("initialized", {}),
            notification("workspace/didChangeConfiguration", {"settings": client.server.settings}),
            document.opening(),
        )
        self._note("first hints", came - client.began)
        client.settle(quiet=0.3, limit=OPENING)
        self.measures["count of hints"] = [float(len(hints or []))]
        return True

    def run(self) -> None:
        """Measure everything in a server that has opened nothing yet."""
        self.open()
        client, document = self._client, self._document
        self.measures["memory open"] = [processes.resident_megabytes(client.pid)]
        self._keys("hints", HINTS, lambda: self._hint_params(document.everything()))
        self._keys("hover", "textDocument/hover", self._hover_params)
        self._type()
        self._many_edits()

    def _note(self, measure: str, seconds: float) -> None:
        self.measures.setdefault(measure, []).append(seconds * 1000)

    def _hint_params(self, where: Message) -> Message:
        return {"textDocument": {"uri": self._document.uri}, "range": where}

    def _hover_params(self) -> Message:
        place = self._document.place
        position = {"line": place.line, "character": place.call}
        return {"textDocument": {"uri": self._document.uri}, "position": position}

    def _stroke(self) -> Message:
        """One more letter at the end of the name, or the last one taken back, in turns."""
        place = self._document.place
        self._strokes += 1
        if self._strokes % 2 == 0:
            return self._document.edit(place.line, place.name_end, place.name_end + 1, "")
        letter = LETTERS[self._strokes // 2 % len(LETTERS)]
        return self._document.edit(place.line, place.name_end, place.name_end, letter)

    def _keys(self, what: str, method: str, params: Callable[[], Message]) -> None:
        """Time the answers to single keys: the first one, and the one that stays.

        Where a server answers with what it has and says later that there is more, it is asked again
        at once, as by an editor.  Answers that are wrong without a word of it are counted as stale.
        """
        client, stale = self._client, 0
        end = perf_counter() + self._effort.seconds
        for number in range(self._effort.keys):
            if number >= 3 and perf_counter() > end:
                break
            client.settle()
            began, came, result = client.ask(method, params(), self._stroke())
            self._note(f"key to first {what}", came - began)
            answers = [(came, _fingerprint(result))]
            while client.refreshed() and perf_counter() - began < LIMIT:
                _, came, result = client.ask(method, params())
                answers.append((came, _fingerprint(result)))
            last = _fingerprint(client.ask(method, params())[2])
            right = [came for came, answer in answers if answer == last]
            if right:
                self._note(f"key to fresh {what}", right[0] - began)
            else:
                stale += 1
            client.post(self._stroke())
        self.measures[f"stale {what}"] = [float(stale)]
        client.settle()

    def _type(self) -> None:
        """Type a statement above the place, one key each 30 ms, and ask for hints after each."""
        client, document = self._client, self._document
        line = document.place.line
        indent = len(document.lines[line]) - len(document.lines[line].lstrip())
        client.post(document.break_line(line, " " * indent))
        client.settle()
        used = processes.processor_seconds(client.pid)
        sent: list[float] = []
        asked: dict[int, int] = {}
        came: dict[int, float] = {}
        in_time = 0
        last: Message | None = None
        due = perf_counter()
        for number, letter in enumerate(STATEMENT[: self._effort.typed]):
            client.pass_time(due)
            due += GAP
            arrived = self._reap(asked, came)
            before: list[Message] = []
            if last is not None:
                in_time += number - 1 in arrived
                if last["id"] in asked:
                    before = [notification("$/cancelRequest", {"id": last["id"]})]
            edit = document.edit(line, indent + number, indent + number, letter)
            last = client.request(HINTS, self._hint_params(document.window()))
            asked[last["id"]] = number
            sent.append(client.post(*before, edit, last))
        assert last is not None
        while asked and len(sent) - 1 not in came:
            client.pass_time(perf_counter() + 0.001)
            arrived = self._reap(asked, came)
            if len(sent) - 1 not in asked.values() and len(sent) - 1 not in came:
                last = client.request(HINTS, self._hint_params(document.window()))
                asked[last["id"]] = len(sent) - 1
                client.post(last)
            if perf_counter() > due + self._effort.seconds:
                raise Failed(f"{client.server.name} does not catch up with typing")
        client.settle()
        used = processes.processor_seconds(client.pid) - used
        in_time += came[len(sent) - 1] - sent[-1] < GAP
        for number, moment in enumerate(sent):
            self._note("typing", min(t for n, t in came.items() if n >= number) - moment)
        self.measures["typing answered"] = [100.0 * in_time / len(sent)]
        self.measures["processor per key"] = [1000 * used / len(sent)]
        client.post(document.drop_line(line))
        client.settle()

    def _reap(self, asked: dict[int, int], came: dict[int, float]) -> set[int]:
        """Take the answers that are there; returns the keys that have had theirs so far."""
        for request in [one for one in asked if one in self._client.answers]:
            moment, message = self._client.answers.pop(request)
            key = asked.pop(request)
            if "error" not in message:
                came.setdefault(key, moment)
        return set(came)

    def _many_edits(self) -> None:
        """Edit a thousand times, asking after each tenth."""
        params = self._hint_params(self._document.window())
        for _ in range(self._effort.edits // 10):
            self._client.ask(HINTS, params, *[self._stroke() for _ in range(10)])
        self._client.settle(quiet=0.3)
        memory = processes.resident_megabytes(self._client.pid)
        self.measures["memory edited"] = [memory]


def _fingerprint(result: Any) -> Any:
    """An answer in a form that can be compared: hints without regard to their order."""
    if not isinstance(result, list):
        return result
    return sorted(json.dumps([hint["position"], hint["label"]], sort_keys=True) for hint in result)
