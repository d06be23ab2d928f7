"""What TensorFlow 1.15.5 did with a program: the data, and how to run it there.

Holds no truth of its own: ``conformance/record.py`` does the recording, in the Python named by the
environment variable ``SCOPE_LSP_TF1_PYTHON``.  Without it everything here but ``record`` works.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

RECORDER = Path(__file__).resolve().parent.parent / "conformance" / "record.py"
VARIABLE = "SCOPE_LSP_TF1_PYTHON"


@dataclass(frozen=True)
class Access:
    """One variable handed to the program: made then, or before (``reused``)."""

    line: int
    name: str
    reused: bool
    shape: tuple[int | None, ...] | None
    dtype: str
    trainable: bool


@dataclass(frozen=True)
class Raised:
    """What a program ended in.

    ``kind`` is exists, missing, shape, dtype or other for TensorFlow's errors, program for those of
    Python and of the program itself.
    """

    type: str
    kind: str
    line: int | None
    message: str


@dataclass(frozen=True)
class Recording:
    """What one program did."""

    accesses: tuple[Access, ...]
    error: Raised | None

    @classmethod
    def from_json(cls, data: dict[str, object]) -> Recording:
        """Read what ``conformance/record.py`` wrote."""
        rows: list[list] = data["accesses"]  # type: ignore[assignment, type-arg]
        accesses = tuple(
            Access(line, name, reused, None if shape is None else tuple(shape), dtype, trainable)
            for line, name, reused, shape, dtype, trainable in rows
        )
        error: list | None = data["error"]  # type: ignore[assignment, type-arg]
        return cls(accesses, Raised(*error) if error else None)

    def to_json(self) -> dict[str, object]:
        """Write it the same way."""
        error = self.error
        return {
            "accesses": [
                [a.line, a.name, a.reused, _plain(a.shape), a.dtype, a.trainable]
                for a in self.accesses
            ],
            "error": error and [error.type, error.kind, error.line, error.message],
        }


@functools.cache
def tensorflow_python() -> str | None:
    """The Python that has TensorFlow 1.15.5, or None where there is none that works."""
    python = os.environ.get(VARIABLE)
    if not python:
        return None
    probe = "import tensorflow; print(tensorflow.__version__)"
    try:
        done = subprocess.run(
            [python, "-W", "ignore", "-c", probe], capture_output=True, text=True, timeout=120
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return python if done.stdout.strip() == "1.15.5" else None


class TensorFlow:
    """The recorder as a running process, asked one program at a time.  Use with ``with``."""

    def __enter__(self) -> TensorFlow:
        python = tensorflow_python()
        if python is None:
            raise RuntimeError(f"set {VARIABLE} to a Python 3.7 that has tensorflow==1.15.5")
        self._process = subprocess.Popen(
            [python, str(RECORDER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        return self

    def __exit__(self, *details: object) -> None:
        self._process.communicate()

    def run(self, program: str) -> Recording:
        """Record one program.  Raises RuntimeError when TensorFlow dies of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(program) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"TensorFlow died of:\n{program}")
        return Recording.from_json(json.loads(answer))


def record(
    programs: Sequence[str],
    jobs: int = 1,
    done: Callable[[str, Recording], None] = lambda program, recording: None,
) -> list[Recording]:
    """Run programs under TensorFlow, which is imported once for each of the ``jobs``.

    ``done`` is told each recording as it comes.
    Raises RuntimeError when there is no TensorFlow, or it dies of a program.
    """

    def share(start: int) -> list[Recording]:
        answers = []
        with TensorFlow() as tensorflow:
            for program in programs[start::jobs]:
                answers.append(tensorflow.run(program))
                done(program, answers[-1])
        return answers

    recordings: dict[int, Recording] = {}
    with ThreadPoolExecutor(jobs) as pool:
        for start, answer in enumerate(pool.map(share, range(jobs))):
            for position, recording in enumerate(answer):
                recordings[start + position * jobs] = recording
    return [recordings[position] for position in range(len(programs))]


def read_recordings(lines: Iterable[str]) -> list[tuple[str, Recording]]:
    """Read a JSON-lines file of recordings: pairs of program text and what it did."""
    pairs = []
    for line in lines:
        data = json.loads(line)
        pairs.append((data["source"], Recording.from_json(data)))
    return pairs


def _plain(shape: tuple[int | None, ...] | None) -> list[int | None] | None:
    return None if shape is None else list(shape)
