"""Where code can be added to a program so that it runs after a variable was made.

A program's recording tells which calls led to each variable, and at which call it ends
(``build``).  Code is added after the whole statement of a function that led to the variable: first
in the script itself, then further inside, because there the variable's graph may be the default
one, as in the functions that an ``Estimator`` calls.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.corpus.cases import Case


@dataclass(frozen=True)
class Break:
    """One file of a program, as it works and as it does not."""

    path: Path
    works: str
    broken: str


def own_files(case: Case, built: dict[str, Any]) -> list[Path]:
    """The program's own files that it imports, and its script."""
    files = {Path(path) for path in built["files"]}
    own = {path for path in files if path.is_relative_to(case.home) and path.suffix == ".py"}
    return sorted({case.script, *own})


def own_calls(case: Case, calls: list[Any] | None) -> list[tuple[Path, int]]:
    """The calls in the program's own files, outermost first."""
    found = [(Path(file), line) for file, line in calls or ()]
    return [one for one in found if one[0] == case.script or one[0].is_relative_to(case.home)]


def nested(path: Path, line: int) -> list[ast.stmt]:
    """The statements of one function around a line, outermost first."""
    body = _parsed(path.read_text(encoding="utf-8")).body
    found: list[ast.stmt] = []
    while True:
        inner = [one for one in body if _holds(one, line)]
        if not inner:
            return found
        statement = inner[0]
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            found = []
        else:
            found.append(statement)
        blocks = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
        blocks += [handler.body for handler in getattr(statement, "handlers", [])]
        body = [one for block in blocks for one in block]


@lru_cache(20)
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def spots(case: Case, built: dict[str, Any], name: str) -> Iterator[tuple[Path, ast.stmt]]:
    """The statements after which a variable exists and more code would run."""
    made = next((one["made"][name] for one in built["graphs"] if name in one["made"]), None)
    stop = own_calls(case, built["stopped"])
    for number, (path, line) in enumerate(own_calls(case, made)):
        around = nested(path, line)
        if number < len(stop) and stop[number][0] == path:
            ended = [one for one in around if not _holds(one, stop[number][1])]
            if len(ended) == len(around):
                stop = []  # all calls further inside have returned before
            around = ended
        else:
            stop = []
        if around and not isinstance(around[0], ast.Return):
            yield path, around[0]


def _holds(statement: ast.stmt, line: int) -> bool:
    return statement.lineno <= line <= (statement.end_lineno or statement.lineno)


def added_after(case: Case, built: dict[str, Any], name: str, *codes: str) -> Iterator[Break]:
    """Code that works, and code that does not, at each place where a variable exists."""
    works, broken = codes
    for path, statement in spots(case, built, name):
        lines = path.read_text(encoding="utf-8").splitlines(True)
        margin = re.match(r"\s*", lines[statement.lineno - 1])
        assert margin is not None
        place = statement.end_lineno or statement.lineno
        if not lines[place - 1].endswith("\n"):
            lines[place - 1] += "\n"
        has_module = any(re.match(r"import tensorflow as tf\b", line) for line in lines)
        head = "" if has_module else "import tensorflow as tf\n"
        pair = []
        for code in (works, broken):
            new = [margin[0] + line for line in (head + code).splitlines(True)]
            pair.append("".join([*lines[:place], *new, *lines[place:]]))
        yield Break(path, *pair)
