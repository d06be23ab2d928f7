"""Renames variables and scopes of published programs, and compares with TensorFlow.

    python -m tests.corpus.renames --tf PYTHON37 [--each 3] [--seed 1] [--only NAME] CORPUS ...

In each program of a corpus (``cases``) some strings that name variables are renamed as an editor
would, through the protocol, in a copy.  TensorFlow 1.15.5 builds the program before and after.  The
names must change as the server's map says, by the part that was renamed, and nothing else: neither
shapes, dtypes and their order, nor collections, other ops, or what is handed to a ``Saver`` or to
``tf.gradients``.  A refusal with its reason is no fault, and is counted apart.  Not a test: it
needs code that is not in this repository.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.corpus.cases import Case, NotBuilt, build, read
from tests.corpus.editor import Editor, Refused, apply

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_./]*")
_MOST_ASKED = 40
"""The most strings of a program that are tried, with those that name nothing."""


@dataclass(frozen=True)
class Place:
    """A string in a file; line and column of the inside, 0-based."""

    path: Path
    line: int
    column: int
    text: str


def places(case: Case, built: dict[str, Any]) -> Iterator[Place]:
    """The strings in calls, and the defaults of parameters, of the program's own files."""
    imported = {Path(path) for path in built["files"]}
    own = {path for path in imported if path.is_relative_to(case.home) and path.suffix == ".py"}
    for path in sorted({case.script, *own}):
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, UnicodeDecodeError):
            continue
        for node in ast.walk(tree):
            values: list[ast.expr | None] = []
            if isinstance(node, ast.Call):
                values = [*node.args, *(one.value for one in node.keywords)]
            elif isinstance(node, ast.arguments):
                values = [*node.defaults, *node.kw_defaults]
            for value in values:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    text, is_short = value.value, value.lineno == value.end_lineno
                    if is_short and _NAME.fullmatch(text):
                        yield Place(path, value.lineno - 1, value.col_offset + 1, text)


def try_place(editor: Editor, place: Place) -> tuple[str, str, dict[str, Any], str] | None:
    """The old and the new part, the edit and the map; None if the place names no variable."""
    uri = editor.show(place.path)
    where = {"position": {"line": place.line, "character": place.column + 1}}
    found = editor.patient("textDocument/prepareRename", uri, **where)
    if found is None:
        return None
    old = found["placeholder"]
    new = f"{old}x7"
    edit = editor.patient("textDocument/rename", uri, newName=new, **where)
    command = {"command": "scopeLsp.showMap", "arguments": []}
    names = editor.patient("workspace/executeCommand", None, **command)
    return (old, new, edit, names) if names else None


def parse_map(text: str) -> dict[str, str]:
    """The pairs of all assignment maps of a text, those in comments too."""
    pairs = dict(re.findall(r"^\s+'(.+?)': '(.+?)',$", text, re.MULTILINE))
    pairs |= dict(re.findall(r"^\s+# '(.+?)': the variable (.+?),$", text, re.MULTILINE))
    return pairs


def asked(told: str) -> set[str]:
    """The variables that get another name, by a map."""
    return {f"{name}:0" for name, now in parse_map(told).items() if name != now}


def faults(
    before: dict[str, Any], after: dict[str, Any], old: str, new: str, told: str
) -> list[str]:
    """What changed otherwise than asked, from what TensorFlow built before and after.

    The map also has the names of the other programs that run the file.
    """
    if before["error"] != after["error"]:
        return [f"it ends in {after['error']}"]
    if len(before["graphs"]) != len(after["graphs"]):
        return ["another number of graphs"]
    found = []
    renamed = parse_map(told)
    changed = {}
    for one, other in zip(before["graphs"], after["graphs"], strict=True):
        found += graph_faults(one, other, old, new, changed)
    for name, now in changed.items():
        bare = name.removesuffix(":0")
        if bare in renamed and f"{renamed[bare]}:0" != now:
            found.append(f"{name} is {now}, not {renamed[bare]} as the map says")
    made = {row[0] for graph in before["graphs"] for row in graph["variables"]}
    for name, now in renamed.items():
        if name != now and f"{name}:0" in made - changed.keys():
            found.append(f"{name} did not change to {now}")
    if not changed:
        found.append("no variable changed")
    return found


def graph_faults(
    before: dict[str, Any], after: dict[str, Any], old: str, new: str, changed: dict[str, str]
) -> list[str]:
    """The same for one graph; changed names go into ``changed``."""
    olds, news = before["variables"], after["variables"]
    if len(olds) != len(news) or len(before["ops"]) != len(after["ops"]):
        return ["another number of variables or ops"]
    found = []
    names = {}
    for one, other in zip(olds, news, strict=True):
        names[one[0]] = other[0]
        if one[1:] != other[1:]:
            found.append(f"{one} became {other}")
        if one[0] != other[0]:
            changed[one[0]] = other[0]
            if not differs_by(one[0], other[0], old, new):
                found.append(f"{one[0]} became {other[0]}")
    for one, other in zip(before["ops"], after["ops"], strict=True):
        if one != other and not differs_by(one, other, old, new):
            found.append(f"op {one} became {other}")
    mapped = {
        key: sorted(names.get(name, name) for name in row)
        for key, row in before["collections"].items()
    }
    if mapped != after["collections"]:
        found.append("other collections")
    for one, other in zip(before["selections"], after["selections"], strict=True):
        chosen = [name.split("=")[-1] for name in one]
        wanted = [names.get(name, name) for name in chosen]
        is_of_variables = any(name in names for name in chosen)
        if is_of_variables and wanted != [name.split("=")[-1] for name in other]:
            found.append(f"a filter selects {other[:5]}, not {wanted[:5]}")
    return found


def differs_by(one: str, other: str, old: str, new: str) -> bool:
    """Whether replacing some of the parts ``old``, with their numbers, makes one of the other.

    TensorFlow puts words before names: ``update_``, in ``apply_gradients`` of its optimizers.
    """
    part = re.compile(rf"(?<![A-Za-z0-9]){re.escape(old)}(?=[_/:]|\Z)")
    plain = part.sub(new, one)
    if plain == other:
        return True
    pieces, others = one.split("/"), other.split("/")
    return len(pieces) == len(others) and all(
        a == b or part.sub(new, a) == b for a, b in zip(pieces, others, strict=True)
    )


def examine(case: Case, python: Path, each: int, seed: int, tally: Counter[str]) -> None:
    """Rename some strings of one program."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy = case.copied(folder / "copy")
        builds = folder / "builds"
        try:
            before = built(python, copy, builds / "before")
        except NotBuilt as reason:
            print(f"{case.name}: not built: {reason}", flush=True)
            tally["not built"] += 1
            return
        found = list(places(copy, before))
        random.Random(seed).shuffle(found)
        done: set[str] = set()
        with Editor(copy) as editor:
            for number, place in enumerate(found[:_MOST_ASKED]):
                if len(done) == each:
                    break
                if place.text in done:
                    continue
                where = f"{case.name} {place.path.name}:{place.line + 1} {place.text!r}"
                try:
                    answer = try_place(editor, place)
                except Refused as reason:
                    print(f"{where}: refused: {reason}", flush=True)
                    tally["refused"] += 1
                    continue
                if answer is None:
                    continue
                old, new, edit, told = answer
                if not asked(told) & {
                    row[0] for one in before["graphs"] for row in one["variables"]
                }:
                    continue  # only other programs of the code base have it
                after = edited(python, copy, edit, builds / str(number))
                wrong = faults(before, after, old, new, told)
                done.add(place.text)
                tally["wrong" if wrong else "right"] += 1
                count = sum(a != b for a, b in parse_map(told).items())
                print(f"{where}: {old}, {count} variables: {wrong[:3] or 'right'}", flush=True)


def built(python: Path, case: Case, folder: Path) -> dict[str, Any]:
    folder.mkdir(parents=True)
    return build(python, case, folder)


def edited(python: Path, case: Case, edit: dict[str, Any], folder: Path) -> dict[str, Any]:
    """What TensorFlow builds with an edit, which is taken back afterwards."""
    changed: dict[Path, str] = {}
    apply(edit, changed)
    before = {path: path.read_text(encoding="utf-8") for path in changed}
    try:
        for path, text in changed.items():
            path.write_text(text, encoding="utf-8")
        return built(python, case, folder)
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")


def main() -> int:
    """The command; its exit code is 1 when a rename did something else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--tf", required=True, type=Path, help="a Python with TensorFlow 1.15.5")
    parser.add_argument("--each", type=int, default=3, help="renames of each program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", help="these programs only")
    options = parser.parse_args()
    tally: Counter[str] = Counter()
    for file in options.corpora:
        for case in read(file):
            if not options.only or case.name in options.only:
                examine(case, options.tf, options.each, options.seed, tally)
    print(", ".join(f"{count} {word}" for word, count in sorted(tally.items())))
    return 1 if tally["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
