"""The command line, as whole processes: seconds from start to end, and processor time.

``names`` of a program stands beside TensorFlow 1.15 that imports and builds it, where the variable
``SCOPE_LSP_TF1_PYTHON`` names a Python that has it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks import programs, servers

ROOT = Path(__file__).parents[1]
EXAMPLES = ("examples/encoder.py", "examples/siamese.py")
LIBRARY_FILES = 200
_LIMIT = 900


@dataclass(frozen=True)
class Command:
    """What is started, for what purpose."""

    subject: str
    """What it is about: those of one subject are compared."""
    name: str
    arguments: Sequence[str]


def commands(folder: Path, quick: bool) -> Iterator[Command]:
    """All commands that are timed; what they need is written below a folder."""
    python, ours = sys.executable, servers.located("scope-lsp")
    tensorflow = os.environ.get("SCOPE_LSP_TF1_PYTHON")
    yield Command("a bare start", "python", (python, "-c", "pass"))
    imports = "import lsprotocol.types"
    yield Command("a bare start", "python with lsprotocol", (python, "-c", imports))
    if ours is None:
        return
    yield Command("a bare start", "scope-lsp --version", (ours, "--version"))
    files = [ROOT / example for example in EXAMPLES]
    for lines in programs.LENGTHS[: 1 if quick else 2]:
        files.append(folder / f"program_{lines}.py")
        files[-1].write_text(programs.program(lines), encoding="utf-8")
    for file in files:
        anew = (ours, "names", "--no-cache", str(file))
        again = (ours, "names", "--cache-dir", str(folder / "cache"), str(file))
        yield Command(file.name, "scope-lsp names", anew)
        yield Command(file.name, "scope-lsp names, unchanged since the last run", again)
        if tensorflow:
            yield Command(file.name, "TensorFlow", (tensorflow, str(file)))
    library = sorted(Path(sysconfig.get_path("stdlib")).glob("*.py"))
    some = [str(file) for file in library[: 20 if quick else LIBRARY_FILES]]
    subject = f"{len(some)} files of the standard library"
    yield Command(subject, "scope-lsp check", (ours, "check", "--no-cache", "--exit-zero", *some))


def run(command: Command, folder: Path) -> dict[str, float] | str:
    """Run a command in a folder: milliseconds of clock and processors, or what failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = perf_counter()
    try:
        done = subprocess.run(
            command.arguments,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LIMIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    took = perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 3):  # 3: an incomplete listing
        return f"exit code {done.returncode}: {done.stderr[-300:].decode('utf-8', 'replace')}"
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"time": took * 1000, "processor": used * 1000}
