"""Breaks one filter or string of published programs on purpose, and looks what ``check`` finds.

    python -m tests.corpus.filters --tf PYTHON37 [--each 3] [--kind KIND] [--only NAME] CORPUS ...

In each program of a corpus (``cases``) a letter is taken out of a string that selects or looks up
variables, in a copy: a filter of the program's own, or else of a statement that is added to its
script as people write it.  Breaks that change nothing in TensorFlow 1.15.5 do not count.
``scope-lsp check`` has to find each, and nothing where the string is right.  Not a test: it needs
code that is not in this repository.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.corpus.breaks import added, cut, spread, variable_names
from tests.corpus.cases import Case, NotBuilt, build, read
from tests.corpus.spots import Break, own_files

_MOST_TRIED = 4
_GETTERS = ("get_tensor_by_name", "get_operation_by_name")
_SELECTORS = ("get_collection", "trainable_variables", "global_variables")
_CHECKPOINT = "saved.ckpt"
Ways = Iterator[Break]


def begins(case: Case, built: dict[str, Any]) -> Ways:
    """``v.name.startswith("scope")``."""
    yield from _own(case, built, lambda call, _: _is_call(call, "startswith"))
    for scope in spread(_scopes(built)):
        yield _added(
            case,
            "picked = [v for v in tf.trainable_variables() if v.name.startswith({!r})]\n"
            "picked_saver = tf.train.Saver(picked)\n",
            f"{scope}/",
        )


def holds(case: Case, built: dict[str, Any]) -> Ways:
    """``"part" in v.name``."""
    yield from _own(case, built, lambda node, _: isinstance(node, ast.Compare))
    for name in spread(variable_names(built)):
        part = max(re.split(r"[/:]", name), key=len)
        yield _added(
            case,
            "picked = [v for v in tf.global_variables() if {!r} in v.name]\n"
            "picked_saver = tf.train.Saver(picked)\n",
            part,
        )


def in_scope(case: Case, built: dict[str, Any]) -> Ways:
    """``tf.get_collection(..., scope="scope")``."""
    yield from _own(case, built, lambda call, _: _is_call(call, *_SELECTORS))
    for scope in spread(_scopes(built)):
        yield _added(
            case,
            "picked = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope={!r})\n"
            "picked_saver = tf.train.Saver(picked)\n",
            scope,
        )


def by_name(case: Case, built: dict[str, Any]) -> Ways:
    """``get_tensor_by_name("name:0")``."""
    yield from _own(case, built, lambda call, _: _is_call(call, *_GETTERS))
    for name in spread(variable_names(built)):
        yield _added(case, "shown = tf.get_default_graph().get_tensor_by_name({!r})\n", name)


def keys(case: Case, built: dict[str, Any]) -> Ways:
    """``tf.train.Saver({"name": v})`` before a checkpoint is restored that lies beside it."""
    for name in spread(variable_names(built)):
        number = variable_names(built).index(name)
        yield _added(
            case,
            f"some = tf.trainable_variables()[{number}]\n"
            "restorer = tf.train.Saver({{{!r}: some}})\n"
            f'restorer.restore(tf.Session(), "{_CHECKPOINT}")\n',
            name.removesuffix(":0"),
        )


KINDS: dict[str, Callable[[Case, dict[str, Any]], Ways]] = {
    "startswith": begins,
    "in v.name": holds,
    "scope=": in_scope,
    "get_tensor_by_name": by_name,
    "Saver keys": keys,
}


def _is_call(node: ast.AST, *names: str) -> bool:
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "attr", getattr(function, "id", None)) in names


def _own(
    case: Case, built: dict[str, Any], is_filter: Callable[[ast.AST, ast.Constant], bool]
) -> Ways:
    """The strings of the program's own filters, each with a letter less."""
    for path in own_files(case, built):
        text = path.read_text(encoding="utf-8")
        try:
            tree = ast.parse(text)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if not isinstance(node, (ast.Call, ast.Compare)):
                continue
            strings = [
                one
                for one in ast.iter_child_nodes(node)
                for one in (one.value if isinstance(one, ast.keyword) else one,)
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            for string in strings:
                on_names = re.search(r"\.name\b", ast.get_source_segment(text, node) or "")
                selects = not isinstance(node, ast.Compare) and not _is_call(node, "startswith")
                if is_filter(node, string) and (selects or on_names):
                    yield Break(path, text, cut(text, string, repr(_mistyped(string.value))))


def _mistyped(text: str) -> str:
    """A text in which a letter of the longest part is missing, or doubled if it is the only one."""
    part = max(re.split(r"[/_:]", text), key=len)
    return text.replace(part, part[:1] + part[2:] if len(part) > 1 else part * 2, 1)


def _added(case: Case, code: str, text: str) -> Break:
    return added(case, code.format(text), code.format(_mistyped(text)))


def _scopes(built: dict[str, Any]) -> list[str]:
    """Scopes with trainable variables, without those of a single letter."""
    names = (name.rpartition("/")[0] for name in variable_names(built))
    return [name for name in dict.fromkeys(names) if len(name) > 1]


@dataclass(frozen=True)
class Outcome:
    """What ``check`` said of one program before and after a break."""

    kind: str
    place: str
    before: list[str]
    after: list[str]


def examine(case: Case, python: Path, kind: str) -> Outcome | None:
    """Break one program in a way that TensorFlow notices, and check it; None if there is none."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy = case.copied(folder / "copy")
        saved = folder / "saved"
        built = _build(python, copy, folder / "built", saved if kind == "Saver keys" else None)
        if kind == "Saver keys":
            for file in (saved / "graph0").glob("model.ckpt.*"):
                beside = file.name.replace("model.ckpt", _CHECKPOINT)
                shutil.move(file, copy.script.parent / beside)
        for number, one in enumerate(KINDS[kind](copy, built)):
            if number == _MOST_TRIED:
                break
            if one.works == one.broken:
                continue
            original = one.path.read_text(encoding="utf-8")
            found = []
            told = []
            for text in (one.works, one.broken):
                one.path.write_text(text, encoding="utf-8")
                where = folder / f"built{number}{len(found)}"
                found.append(built if text == original else _build(python, copy, where))
                if found[0]["error"]:
                    break
                told.append(checked(copy))
            one.path.write_text(original, encoding="utf-8")
            if len(found) == 2 and _differ(*found):
                lines = zip(one.works.splitlines(), one.broken.splitlines(), strict=True)
                line = next(at for at, (old, new) in enumerate(lines, 1) if old != new)
                return Outcome(kind, f"{one.path.name}:{line}", *told)
    return None


def _build(python: Path, case: Case, folder: Path, save: Path | None = None) -> dict[str, Any]:
    folder.mkdir()
    return build(python, case, folder, save)


def _differ(before: dict[str, Any], after: dict[str, Any]) -> bool:
    def told(built: dict[str, Any]) -> list[Any]:
        return [built["error"], *(one["selections"] for one in built["graphs"])]

    return told(before) != told(after)


def checked(case: Case) -> list[str]:
    """The errors and warnings of ``scope-lsp check``, each with its place."""
    command = [sys.executable, "-m", "scope_lsp", "check", str(case.script), "--format", "json"]
    for path in case.searched:
        command += ["--path", path]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, cwd=case.script.parent
    )
    if done.returncode == 2:
        return [done.stderr.strip()]
    return [
        f"{Path(one['file']).name}:{one['line']} {one['code']}: {one['message']}"
        for one in json.loads(done.stdout)["diagnostics"]
        if one["severity"] in ("error", "warning")
    ]


def main() -> int:
    """The command; its exit code is 1 when a break is not found, or what works is warned of."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--tf", required=True, type=Path, help="a Python with TensorFlow 1.15.5")
    parser.add_argument("--each", type=int, default=3, help="programs for each kind of string")
    parser.add_argument("--kind", choices=KINDS, action="append", help="these kinds only")
    parser.add_argument("--only", action="append", help="these programs only")
    options = parser.parse_args()
    used: Counter[str] = Counter()
    hits = alarms = 0
    for case in (case for file in options.corpora for case in read(file)):
        if options.only and case.name not in options.only:
            continue
        for kind in sorted(options.kind or KINDS, key=lambda kind: used[kind]):
            if used[kind] == options.each:
                continue
            try:
                outcome = examine(case, options.tf, kind)
            except (NotBuilt, SyntaxError) as reason:
                print(f"{case.name}: not built: {reason}", flush=True)
                break
            if outcome is None:
                continue
            new = [one for one in outcome.after if one not in outcome.before]
            used[kind] += 1
            hits += bool(new)
            alarms += len(outcome.before)
            print(f"{case.name}: {kind} in {outcome.place}: {new[0] if new else 'NOT FOUND'}")
            for one in outcome.before:
                print(f"    without the break: {one}")
            sys.stdout.flush()
            break
    print(f"{sum(used.values())} broken, {hits} found; {alarms} warnings of what works")
    return 0 if hits == sum(used.values()) and not alarms else 1


if __name__ == "__main__":
    sys.exit(main())
