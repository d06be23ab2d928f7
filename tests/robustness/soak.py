"""Edits files for long, and measures: ``python -m tests.robustness.soak MINUTES FILE...``.

Each file is opened with its folder as the workspace and edited as a person does: words typed, lines
cut and put back, now and then a pause.  In the end every text is what it was.  Printed, and held
against the bars below: memory and descriptors of each process, the latency of hint requests, and
whether the hints of the end are those of a server that was just started.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path
from typing import Any

from tests.support.client import CAPABILITIES, REAL, Client

MEGABYTES = 400
"""For all processes together, of 10**6 bytes."""
SECONDS = 0.3
"""For hint requests, of twenty nineteen."""
_QUIET = 10.0
"""Seconds without news after which nothing more is expected: a program of the workspace that is
analysed in the background may take some."""
_TYPED = ("x", " = 1\n", "(", ")", "tf.", "\n", "    ", "# a word ", "if x:\n", '"')
_REDRAWS = {
    **CAPABILITIES,
    "textDocument": {**CAPABILITIES["textDocument"], "inlayHint": {"dynamicRegistration": True}},
}


def processes(top: int) -> list[int]:
    """A process and all below it, as Linux tells."""
    found = [top]
    for entry in Path(f"/proc/{top}/task").glob("*/children"):
        for child in entry.read_text().split():
            found += processes(int(child))
    return found


def measured(process: int) -> tuple[float, int]:
    """Megabytes and open descriptors of a process; each sharer of a page has a part of it."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    kibibytes = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
    descriptors = len(os.listdir(f"/proc/{process}/fd"))
    return int(kibibytes) * 1024 / 10**6, descriptors


class Soak:
    """One session of editing."""

    def __init__(self, files: list[Path], seed: int) -> None:
        self.texts = {path.as_uri(): path.read_text(errors="replace") for path in files}
        self.folders = sorted({path.parent for path in files})
        self.random = random.Random(seed)
        self.client = self.connected()
        self.latencies: list[float] = []
        self.most: dict[int, tuple[float, int]] = {}
        """Of each process the most megabytes and descriptors."""
        self.together = 0.0
        """The most megabytes of all processes at one moment."""

    def connected(self) -> Client:
        """A client with all files open."""
        client = Client(REAL, _REDRAWS, folder=self.folders[0], folders=self.folders)
        for uri, text in self.texts.items():
            client.open(uri, text)
        return client

    def run(self, seconds: float) -> None:
        """Edit, and look at the processes every few seconds."""
        self.last_hints(self.client)  # the first ones have to be waited for
        end, look = time.monotonic() + seconds, 0.0
        while time.monotonic() < end:
            self.burst(self.random.choice(list(self.texts)))
            if time.monotonic() > look:
                look = time.monotonic() + 5
                self.look()

    def burst(self, uri: str) -> None:
        """Type for a moment in one file, and take it all back."""
        lines = self.texts[uri].count("\n")
        line = self.random.randrange(lines + 1)
        for _ in range(self.random.randrange(1, 12)):
            self.client.edit(uri, (line, 0), (line, 0), self.random.choice(_TYPED))
            if self.random.random() < 0.5:
                self.ask(uri)
            time.sleep(self.random.choice((0.02, 0.1, 0.4)))
        self.client.replace(uri, self.texts[uri])
        self.ask(uri)
        time.sleep(self.random.choice((0, 0, 1, 3)))

    def ask(self, uri: str) -> None:
        """Ask for hints, and take the time."""
        begin = time.monotonic()
        self.client.hints(uri)
        self.latencies.append(time.monotonic() - begin)

    def look(self) -> None:
        """Measure all processes."""
        together = 0.0
        for process in processes(self.client.process.pid):
            try:
                memory, descriptors = measured(process)
            except OSError:  # it has just ended
                continue
            together += memory
            before = self.most.get(process, (0.0, 0))
            self.most[process] = max(memory, before[0]), max(descriptors, before[1])
        self.together = max(self.together, together)

    def last_hints(self, client: Client, expected: dict[str, Any] | None = None) -> dict[str, Any]:
        """The hints of all files when nothing is to be done any more.

        A program of the workspace may still be analysed while there is no news.  So what is
        ``expected`` is waited for.
        """
        before: dict[str, Any] = {}
        for _ in range(12):
            client.settle(_QUIET)
            now = {uri: client.hints(uri) for uri in self.texts}
            if now == before and (expected is None or now == expected):
                break
            before = now
        return before


def main() -> int:
    """Soak, and tell; 1 when a bar is not held."""
    minutes, *names = sys.argv[1:]
    soak = Soak([Path(name).resolve() for name in names], seed=1)
    with soak.client:
        soak.run(float(minutes) * 60)
        end = soak.last_hints(soak.client)
        soak.look()
    with soak.connected() as fresh:
        wanted = soak.last_hints(fresh, end)
    latencies = sorted(soak.latencies)
    late = latencies[int(len(latencies) * 0.95)]
    for process, (memory, descriptors) in soak.most.items():
        print(f"process {process}: at most {memory:.0f} MB, {descriptors} descriptors")
    print(f"all processes together: at most {soak.together:.0f} MB")
    print(
        f"{len(latencies)} requests for hints: p50 {latencies[len(latencies) // 2]:.3f} s, ", end=""
    )
    print(f"p95 {late:.3f} s, longest {latencies[-1]:.3f} s")
    for uri in soak.texts:
        if end.get(uri) != wanted.get(uri):
            print(f"{uri}: the hints are not those of a fresh server")
            ours, theirs = set(end.get(uri, ())), set(wanted.get(uri, ()))
            for sign, hints in (("+", ours - theirs), ("-", theirs - ours)):
                for line, column, label in sorted(hints):
                    print(f"  {sign} {line}:{column} {label}")
    for said in soak.client.errors.splitlines()[-20:]:
        print(f"the server said: {said}")
    held = soak.together < MEGABYTES and late < SECONDS
    return 0 if end == wanted and held else 1


if __name__ == "__main__":
    sys.exit(main())
