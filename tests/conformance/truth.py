"""Counts how often names, shapes and errors agree with TensorFlow's, over all recordings.

    python -m tests.conformance.truth [--write]

prints the table that docs/truth.md shows, and writes the page.  It asks no TensorFlow: the
recordings of what 1.15.5 did lie in this repository.  It takes some minutes, which is why
``docs/generate.py`` leaves it out: it is made for each release, and a test tells when the sets
have grown by a tenth since.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scope_lsp import __version__
from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.conformance.remake import RECORDINGS
from tests.stubs import test_programs as libraries
from tests.stubs.record_refusals import START
from tests.stubs.test_refusals import REFUSALS
from tests.support import mdtest
from tests.support.patience import patient
from tests.support.recording import read_recordings

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "truth.md"
Shape = tuple[int | None, ...] | None
Variable = tuple[str, Shape]
HEAD = """\
# How often it is right

<!-- Written by python -m tests.conformance.truth --write. Do not edit. -->

TensorFlow 1.15.5 ran the programs below, and its answers are recorded in this repository. This
page counts how often version {version} gives the same answer, without running anything. The tests
check each program separately.

| set | programs | all right | variables | name right | shape said | shape right | errors | \
foreseen | false errors |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
""".replace("{version}", __version__)
TAIL = """
*All right* means: the same variables in the same order, no wrong shape, and the same error message
as TensorFlow, or none. *Shape said* leaves out shapes that were not recorded, and shapes that
scope-lsp does not claim to know. It may say less than the truth, but nothing wrong.

## The sets

- **Rules of naming**: one small program for each rule, among them those of five well-known
  articles on sharing variables (`tests/mdtest/`).
- **Random programs**: random combinations of scopes, reuse, layers, loops and functions, so that
  no one could choose the easy ones (`tests/conformance/`).
- **Library calls**: programs that use the layers, cells, optimizers and estimators of TensorFlow,
  the parts of `tf.contrib` that people use, and both `tf.keras` and the package `keras`
  (`tests/stubs/`).
- **Refusals**: layer calls that TensorFlow refuses, each with its error message.

## What these figures do not say

The authors of scope-lsp wrote or chose these programs, and fixed what was wrong with them. The
figures show that nothing gets worse. To find out how scope-lsp does on your own code, compare its
list with what the program itself prints for `[v.name for v in tf.global_variables()]`:

```sh
scope-lsp names train.py --slots
```

Please report every name that differs.

## Known gaps

- Parts of TensorFlow that create variables but are not modelled: see
  [the list](stubs.md#not-modelled-but-asks-for-variables).
- What only a real run knows: data, missing files, command-line arguments. Such names are marked
  `possible` or `symbolic`, or a message says that the listing is incomplete.
- Eager code for TensorFlow 2, which has no such names.

## Reproduce the figures

```sh
python -m tests.conformance.truth
```

If TensorFlow is installed, you can also make the recordings again and compare thousands of new
random programs ([testing](testing.md)):

```sh
python -m tests.conformance.differential --count 2000 --seed 7
```
"""


@dataclass(frozen=True)
class Case:
    """A program, and what TensorFlow did with it."""

    source: str
    variables: tuple[Variable, ...]
    error: str | None
    path: str = "/nowhere/program.py"
    ordered: bool = True
    """Whether the order of the variables was recorded."""


@dataclass
class Score:
    """How often what is said of a set of programs is so."""

    programs: int = 0
    right: int = 0
    variables: int = 0
    names: int = 0
    shapes_said: int = 0
    shapes: int = 0
    errors: int = 0
    foreseen: int = 0
    false_errors: int = 0

    def add(self, case: Case) -> None:
        """Count one program."""
        analysis = analyze(Snapshot(case.path, case.source), patient())
        made = [
            (event.name, event.shape)
            for event in analysis.variables
            if not (event.reused or event.after_error) and event.uncalled is None
        ]
        said = [event.message for event in analysis.errors]
        said += [problem.message for problem in analysis.problems]
        names = [name for name, _ in made]
        known = _numbered(case.variables)
        claims = [
            (key, shape)
            for key, shape in _numbered(made).items()
            if shape is not None and known.get(key) is not None
        ]
        true = [key for key, shape in claims if _fits(shape, known[key])]
        foreseen = case.error is not None and any(_same(one, case.error) for one in said)
        self.programs += 1
        self.variables += len(case.variables)
        self.names += sum(name in names for name, _ in case.variables)
        self.shapes_said += len(claims)
        self.shapes += len(true)
        self.errors += case.error is not None
        self.foreseen += foreseen
        self.false_errors += case.error is None and bool(analysis.errors)
        self.right += (
            _arranged(names, case) == _arranged([name for name, _ in case.variables], case)
            and len(true) == len(claims)
            and (foreseen or (case.error is None and not analysis.errors))
        )


def _numbered(variables: Iterable[Variable]) -> dict[tuple[str, int], Shape]:
    """The shapes by name, and by which one of that name: each graph has names of its own."""
    found: dict[tuple[str, int], Shape] = {}
    seen: Counter[str] = Counter()
    for name, shape in variables:
        found[name, seen[name]] = shape
        seen[name] += 1
    return found


def _arranged(names: list[str], case: Case) -> list[str]:
    return names if case.ordered else sorted(names)


def _fits(said: Sequence[int | None] | None, known: Sequence[int | None] | None) -> bool:
    if said is None or known is None:
        return True
    return len(said) == len(known) and all(
        ours in (None, theirs) for ours, theirs in zip(said, known, strict=True)
    )


def _same(ours: str, theirs: str) -> bool:
    return theirs in ours or ours in theirs


def _rules() -> Iterator[Case]:
    for path in sorted((ROOT / "tests" / "mdtest").glob("*.md")):
        for snippet in mdtest.read(path):
            expected, error = snippet.expectations()
            entries = [entry for line in sorted(expected) for entry in expected[line]]
            made = tuple((one.name, one.shape) for one in entries if not one.shared)
            yield Case(snippet.source, made, error[1] if error else None, f"{path}.py", False)


def _random() -> Iterator[Case]:
    with RECORDINGS.open(encoding="utf-8") as handle:
        for source, recording in read_recordings(handle):
            made = tuple((one.name, one.shape) for one in recording.accesses if not one.reused)
            yield Case(source, made, recording.error.message if recording.error else None)


def _libraries() -> Iterator[Case]:
    for path, recorded in sorted(libraries.RECORDINGS.items()):
        made = tuple((name, tuple(shape or ())) for name, shape, *_ in recorded["variables"])
        error = recorded["error"]
        yield Case(path.read_text(), made, error[1] if error else None, str(path))


def _refusals() -> Iterator[Case]:
    for program, (error, variables) in sorted(REFUSALS.items()):
        text = f"import tensorflow as tf\n{START}{program}\n"
        yield Case(text, tuple((name, None) for name in variables), error[1] if error else None)


SETS = {
    "Rules of naming": _rules,
    "Random programs": _random,
    "Library calls": _libraries,
    "Refusals": _refusals,
}


def scores() -> dict[str, Score]:
    """Each set and how often it is right."""
    found = {}
    for name, cases in SETS.items():
        found[name] = Score()
        for case in cases():
            found[name].add(case)
    return found


def table(found: dict[str, Score]) -> str:
    """The rows of the page."""
    rows = [_row(name, score) for name, score in found.items()]
    return "".join(f"{row}\n" for row in rows)


def _row(name: str, score: Score) -> str:
    counts = (
        score.programs,
        score.right,
        score.variables,
        score.names,
        score.shapes_said,
        score.shapes,
        score.errors,
        score.foreseen,
        score.false_errors,
    )
    return f"| {name} | " + " | ".join(f"{count:,}" for count in counts) + " |"


def counts() -> dict[str, tuple[int, int, int]]:
    """How many programs, variables and errors each set has; quick."""
    found = {}
    for name, cases in SETS.items():
        listed = list(cases())
        errors = sum(case.error is not None for case in listed)
        found[name] = (len(listed), sum(len(case.variables) for case in listed), errors)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; write the page when asked."""
    parser = argparse.ArgumentParser(description="how often names, shapes and errors are right")
    parser.add_argument("--write", action="store_true", help="write docs/truth.md")
    options = parser.parse_args(arguments)
    rows = table(scores())
    print(rows, end="")
    if options.write:
        PAGE.write_text(HEAD + rows + TAIL, encoding="utf-8")


if __name__ == "__main__":
    main()
