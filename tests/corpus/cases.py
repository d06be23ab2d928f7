"""The programs of a corpus: how each is started, and a copy of it to work in.

A corpus is a file with one JSON object per line:

    {"name": "bert", "home": "gh/bert", "script": "drive_bert.py", "paths": ["."], "args": [],
     "stop": false, "prelude": null, "extra": [], "sources": []}

``home`` is the folder of the code base, ``script`` what is run (in ``home``, or anywhere else),
``paths`` the folders of ``home`` that it imports from, ``args`` its arguments, ``cwd`` the folder
of ``home`` that it runs in.  With ``stop``, recording ends at the first ``Session.run`` after a
variable exists.  ``prelude`` is a Python file that TensorFlow's process runs before the script, as
to replace data that would be downloaded, and ``extra`` are folders of packages that only that
process needs; ``sources`` are folders of packages that it has, and that the analysis is to read.
Paths other than ``paths`` and ``cwd`` may be relative to the corpus file.  Only ``name``, ``home``
and ``script`` are required.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

BUILD = Path(__file__).with_name("build.py")
SECONDS = 500
"""How long TensorFlow may take over one program."""
_LARGEST = 2_000_000
"""The size of a file that is still copied: a larger one is data, not code."""


@dataclass(frozen=True)
class Case:
    """One program, where it can be run and edited."""

    name: str
    home: Path
    script: Path
    paths: tuple[Path, ...] = ()
    args: tuple[str, ...] = ()
    cwd: Path | None = None
    stop: bool = False
    prelude: Path | None = None
    extra: tuple[Path, ...] = ()
    sources: tuple[Path, ...] = ()

    @property
    def searched(self) -> list[str]:
        """The folders that the analysis searches for imports."""
        return [str(path) for path in (*self.paths, *self.sources)]

    def copied(self, folder: Path) -> Case:
        """The same program in a copy of its code base below ``folder``."""
        home = folder / "home"
        shutil.copytree(self.home, home, ignore=_large)
        if self.script.is_relative_to(self.home):
            script = home / self.script.relative_to(self.home)
        else:
            script = folder / "scripts" / self.script.name
            script.parent.mkdir()
            shutil.copy(self.script, script)
        paths = tuple(home / path.relative_to(self.home) for path in self.paths)
        cwd = self.cwd and home / self.cwd.relative_to(self.home)
        return replace(self, home=home, script=script, paths=paths, cwd=cwd)


def _large(folder: str, names: list[str]) -> list[str]:
    left = []
    for name in names:
        path = Path(folder, name)
        if name == ".git" or (path.is_file() and path.stat().st_size > _LARGEST):
            left.append(name)
    return left


def read(file: Path) -> Iterator[Case]:
    """The cases of a corpus."""
    base = file.resolve().parent
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            home = (base / row["home"]).resolve()
            script = home / row["script"]
            yield Case(
                row["name"],
                home,
                script.resolve() if script.exists() else (base / row["script"]).resolve(),
                tuple((home / path).resolve() for path in row.get("paths", ())),
                tuple(row.get("args", ())),
                (home / row["cwd"]).resolve() if row.get("cwd") else None,
                bool(row.get("stop")),
                (base / row["prelude"]).resolve() if row.get("prelude") else None,
                tuple((base / path).resolve() for path in row.get("extra", ())),
                tuple((base / path).resolve() for path in row.get("sources", ())),
            )


class NotBuilt(Exception):
    """TensorFlow did not get to the end of a program; the message says why."""


class _Builder:
    """A process that has loaded TensorFlow, and a child of it for each program."""

    def __init__(self, python: Path) -> None:
        self._process = subprocess.Popen(
            [python, "-B", BUILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            start_new_session=True,
        )

    def build(self, request: dict[str, Any]) -> str:
        """Run one program; the end of what it printed."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        if not select.select([process.stdout], [], [], SECONDS)[0]:
            os.killpg(process.pid, signal.SIGKILL)
            _builder.cache_clear()
            raise NotBuilt(f"no end in {SECONDS} seconds")
        return str(json.loads(process.stdout.readline()))


@cache
def _builder(python: Path) -> _Builder:
    return _Builder(python)


def build(python: Path, case: Case, folder: Path, save: Path | None = None) -> dict[str, Any]:
    """What TensorFlow makes of a program, as ``build.py`` says; ``folder`` is empty and its own.

    With ``save``, each graph's variables are saved below it.
    """
    output = folder / "built.json"
    work = case.cwd
    if work is None:
        work = folder / "work"
        work.mkdir()
    request = {
        "script": str(case.script),
        "paths": [str(path) for path in case.paths],
        "args": case.args,
        "stop": case.stop,
        "prelude": str(case.prelude) if case.prelude else None,
        "extra": [str(path) for path in case.extra],
        "save": str(save) if save else None,
        "output": str(output),
        "log": str(folder / "log.txt"),
        "work": str(work),
    }
    printed = _builder(python).build(request)
    if not output.exists():
        raise NotBuilt(printed)
    built: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return built
