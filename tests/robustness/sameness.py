"""Runs commands under different circumstances, and compares what they print, byte by byte.

    python -m tests.robustness.sameness [--times 3] [--load 4] [--python PYTHON ...]
                                        [--path DIR ...] [--hostile NAME ...] PROGRAM ...

``names --slots --format json`` of each program and ``check --format json`` of all together, with
one process and with four, under different hash seeds, with each ``PYTHON`` (those of virtualenvs
that have scope-lsp), at rest and while ``--load`` processes keep the machine busy.  Says where an
answer differs from the first one; the exit code is 1 then.  Not a judge of what is right.
"""

from __future__ import annotations

import argparse
import difflib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.robustness.hostile import PROGRAMS, write

ROOT = Path(__file__).parent.parent.parent
_LIMIT = 400
"""Seconds for one command."""


@dataclass(frozen=True)
class Answer:
    """What a command printed, and how it ended."""

    text: str
    code: int
    complaints: str
    seconds: float


def ask(python: str, arguments: Sequence[str], seed: str = "0", cwd: Path = ROOT) -> Answer:
    """Run ``scope-lsp`` with a Python and a hash seed."""
    began = time.monotonic()
    done = subprocess.run(
        [python, "-m", "scope_lsp", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=_LIMIT,
        check=False,
    )
    return Answer(done.stdout, done.returncode, done.stderr, time.monotonic() - began)


@contextmanager
def load(processes: int) -> Iterator[None]:
    """Keep the machine busy meanwhile; the processes end with this one, however it ends."""
    work = "import os\nparent = os.getppid()\nwhile os.getppid() == parent: sum(range(10**6))"
    busy = [subprocess.Popen([sys.executable, "-c", work]) for _ in range(processes)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


def difference(first: Answer, other: Answer) -> str | None:
    """What is not the same, in a few lines; None where all is."""
    if (first.text, first.code, first.complaints) == (other.text, other.code, other.complaints):
        return None
    lines = difflib.unified_diff(
        [f"exit code {first.code}", *first.complaints.splitlines(), *first.text.splitlines()],
        [f"exit code {other.code}", *other.complaints.splitlines(), *other.text.splitlines()],
        lineterm="",
        n=2,
    )
    return "\n".join(list(lines)[:30])


def compare(
    commands: Sequence[Sequence[str]], pythons: Sequence[str], times: int, busy: int
) -> list[str]:
    """Ask each command under all circumstances, the first time at rest; what differed."""
    first: dict[int, Answer] = {}
    found: list[str] = []

    def turn(python: str, number: int, seed: int) -> None:
        answer = ask(python, commands[number], seed=str(seed))
        # The number of processes is a circumstance: it may not change anything.
        what = difference(first.setdefault(_question(commands, number), answer), answer)
        shown = f"{Path(python).parent.parent.name}  {' '.join(commands[number])[:60]}"
        print(
            f"{answer.seconds:6.1f} s  {'same' if what is None else 'OTHER'}  {shown}", flush=True
        )
        if what is not None:
            found.append(f"{shown}\n{what}")

    for number in {_question(commands, number): None for number in range(len(commands))}:
        turn(pythons[0], number, 0)
    with load(busy):
        for seed in range(1, times + 1):
            for python in pythons:
                for number in range(len(commands)):
                    turn(python, number, 1_000 * seed + number)
    return found


def _question(commands: Sequence[Sequence[str]], number: int) -> int:
    """The first command that must give the same answer."""

    def plain(command: Sequence[str]) -> list[str]:
        return [part for part in command if not part.startswith("--jobs")]

    wanted = plain(commands[number])
    return next(n for n, command in enumerate(commands) if plain(command) == wanted)


def commands_for(programs: Sequence[str], paths: Sequence[str]) -> list[list[str]]:
    """The commands about some programs."""
    extra = [f"--path={path}" for path in paths]
    names = [["names", program, "--slots", "--format=json", *extra] for program in programs]
    check = ["check", *programs, "--format=json", *extra]
    return [*names, [*check, "--jobs=1"], [*check, "--jobs=4"]]


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", nargs="*")
    parser.add_argument("--path", action="append", default=[])
    parser.add_argument("--python", action="append", default=[])
    parser.add_argument("--hostile", action="append", default=[], choices=[*PROGRAMS, "all"])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--load", type=int, default=0)
    options = parser.parse_args()
    hostile = PROGRAMS if "all" in options.hostile else options.hostile
    with tempfile.TemporaryDirectory() as folder:
        programs = [str(Path(program).resolve()) for program in options.programs]
        for number, name in enumerate(hostile):
            own = Path(folder) / str(number)
            own.mkdir()
            programs.append(str(write(name, own)[0]))
        commands = commands_for(programs, options.path)
        pythons = options.python or [sys.executable]
        found = compare(commands, pythons, options.times, options.load)
    print("\n\n".join(found) or "All answers are the same.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
