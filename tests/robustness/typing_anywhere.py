"""Random edits of real files: what a paused run is continued to must equal a run from the start.

    python -m tests.robustness.typing_anywhere [--edits N] [--seed S] FILE...

For each file, a worker gets one text after the other, as while somebody types: at one place for
some keys, and then at another one.  Each answer is compared with that of an analysis of the same
text that has nothing to continue.  Prints every difference, and how many answers were continued.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import random
import sys
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryFile

from scope_lsp.analysis import analyze, pausing
from scope_lsp.resolve.files import read_source
from scope_lsp.server import paused_runs
from scope_lsp.server.jobs import Done, Job, Outcome, Run, receive
from scope_lsp.server.worker import Worker

KEYS = 6
"""The edits at one place."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--edits", type=int, default=200, help="for each file")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    pausing.WORTHWHILE = 0.0  # pause whenever that is possible
    paused_runs.LARGEST = 1 << 40
    different = 0
    for path in options.files:
        count, continued, wrong = compare(path.resolve(), options.edits, options.seed)
        print(f"{path}: {count} edits, {continued} continued, {wrong} different", flush=True)
        different += wrong
    return 1 if different else 0


def compare(path: Path, edits: int, seed: int) -> tuple[int, int, int]:
    """Edit one file; returns the numbers of edits, of continued runs and of differences."""
    context = multiprocessing.get_context("fork")
    typing, other = context.Pipe()
    process = context.Process(target=_answer, args=(typing, other), daemon=True)
    process.start()
    other.close()
    text = read_source(str(path)) or ""
    chance = random.Random(f"{seed} {path.name}")
    fresh = Worker(-1, -1, analyze)
    count = continued = wrong = 0
    for edited in texts(text, chance, edits):
        typing.send(job(path, edited))
        was_continued, outcome = typing.recv()
        # Nothing to continue: as far as this worker knows, nothing was analysed before.
        expected = outcome_of(fresh._do(Run(0, job(path, edited, seconds=299.0 + count % 2))))
        fresh._paused.close()
        gc.collect()
        count += 1
        continued += was_continued
        if not same(outcome, expected):
            wrong += 1
            print(f"{path}, edit {count} of seed {seed}: {differences(outcome, expected)}")
            Path(f"different_{path.stem}_{seed}_{count}.py").write_text(edited, encoding="utf-8")
    typing.close()
    process.join()
    return count, continued, wrong


def job(path: Path, text: str, seconds: float = 300.0) -> Job:
    """An analysis of a file that is open."""
    return Job(str(path), text, {str(path): text}, seconds=seconds)


def outcome_of(done: Done | bytes) -> Outcome:
    """What a worker answered."""
    if isinstance(done, bytes):
        with TemporaryFile() as file:
            file.write(done)
            file.seek(0)
            message = receive(file.fileno())
        assert isinstance(message, Done)
        done = message
    assert isinstance(done.outcome, Outcome), done.failure
    return done.outcome


def same(one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes say the same, whatever time they took."""
    return (one.analysis, one.findings, one.silenced) == (
        other.analysis,
        other.findings,
        other.silenced,
    )


def differences(one: Outcome, other: Outcome) -> str:
    """What differs, shortly."""
    found = [] if one.findings == other.findings else ["findings"]
    for name in one.analysis.__dataclass_fields__:
        a, b = getattr(one.analysis, name), getattr(other.analysis, name)
        if a != b:
            only = [x for x in a if x not in b][:1] if isinstance(a, tuple) else a
            lacks = [x for x in b if x not in a][:1] if isinstance(b, tuple) else b
            found.append(f"{name}: {only!r:.300} instead of {lacks!r:.300}")
    return "; ".join(found)


def texts(text: str, chance: random.Random, edits: int) -> Iterator[str]:
    """Texts as they follow each other while somebody types."""
    yield text
    left = edits
    current = text
    while left > 0:
        lines = current.split("\n")
        place = chance.choice([i for i, line in enumerate(lines) if line.strip()] or [0])
        if chance.random() < 0.25:
            indentation = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
            lines.insert(place, indentation)
        for _ in range(min(KEYS, left)):
            lines[place] = changed(lines[place], chance)
            current = "\n".join(lines)
            left -= 1
            yield current
        if chance.random() < 0.7:
            current = text


_WEIGHTS = (1, 1, 2, 5, 1, 5, 2, 1, 1)
"""How often each kind of edit is made: most leave a text that parses."""


def changed(line: str, chance: random.Random) -> str:
    """A line after one edit."""
    at = chance.randrange(len(line) + 1)
    match chance.choices(range(9), _WEIGHTS)[0]:
        case 0:
            return line[:at] + chance.choice("abcxyz0123_.,()[]'\"=: ") + line[at:]
        case 1:
            return line[:at] + line[at + 1 :]
        case 2:
            return line + chance.choice(("  # a comment", "; w = 1", " + 1", ", name='n'"))
        case 3:
            return line.replace('"', '"n', 1) if '"' in line else line.replace("'", "'n", 1)
        case 4:
            return line.replace("=", "= None or ", 1)
        case 5:
            digits = [i for i, letter in enumerate(line) if letter.isdigit()]
            if not digits:
                return line
            at = chance.choice(digits)
            return line[:at] + chance.choice("123456789") + line[at + 1 :]
        case 6:
            indentation = line[: len(line) - len(line.lstrip())]
            return indentation + chance.choice(
                (
                    'w = tf.get_variable("w", [1])',
                    "x = 1",
                    "return None",
                    "x = tf.layers.dense(x, 3)",
                    "pass",
                    'with tf.variable_scope("s"): x = tf.get_variable("v", [2])',
                )
            )
        case 7:
            words = [i for i, letter in enumerate(line) if letter.isalpha()]
            if not words:
                return line
            at = chance.choice(words)
            return line[:at] + "q" + line[at:]
    return line[:at] + " " + line[at:]


def _answer(others: Connection, connection: Connection) -> None:
    others.close()
    worker = Worker(-1, -1, analyze)
    number = 0
    try:
        while True:
            wanted = connection.recv()
            number += 1
            worker._wanted = number
            done = worker._do(Run(number, wanted))
            gc.collect()
            connection.send((isinstance(done, bytes), outcome_of(done)))
    except EOFError:
        worker._paused.close()


if __name__ == "__main__":
    sys.exit(main())
