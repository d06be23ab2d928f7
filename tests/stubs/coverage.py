"""What the stubs cover of TensorFlow: the page docs/stubs.md, computed from three things.

The inventory of TensorFlow's public callables (inventory.py), what our own interpreter finds at
each of those names when it runs the stubs, and the programs that TensorFlow was recorded with.
"""

from __future__ import annotations

import ast
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import scope_lsp
from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.interpreter.budget import Budget

HERE = Path(__file__).parent
STUBS = Path(scope_lsp.__file__).parent / "stubs"
CONFORMANCE = HERE.parent / "conformance" / "recordings.jsonl"

RECORDED = "modelled, recorded"
MODELLED = "modelled"
NAMED = "name only"
MISSING = "not modelled"
STATUSES = (RECORDED, MODELLED, NAMED, MISSING)

_LETTERS = {"m": MODELLED, "n": NAMED, "u": MISSING}

_STUB = """
import _scope_lsp
import tensorflow as tf
from tensorflow._default_names import DEFAULT_NAMES
from tensorflow._op_shapes import RULES
from tensorflow._unmodelled import Unmodelled


def status(path):
    found = tf
    try:
        for word in path.split(".")[1:]:
            found = getattr(found, word)
            if not _scope_lsp.is_known(found):
                return "u"
    except AttributeError:
        return "u"
    if isinstance(found, Unmodelled) and found._path in RULES:
        found = RULES[found._path]
    if isinstance(found, Unmodelled):
        return "n" if found._path in DEFAULT_NAMES else "u"
    while hasattr(found, "__wrapped__"):
        found = found.__wrapped__
    return "m-" + getattr(found, "__module__", "")
"""
"""A stub, because only these see in which of our modules something is."""

_PROBE = """
import tensorflow as tf
from _coverage_probe import status

NAMES = {names}
for index, paths in enumerate(NAMES):
    tf.Variable(0, name="s_%d/" % index + "/".join([status(path) for path in paths]))
"""
"""Says of each path what lies there, a letter and a module each, in the names of its variables."""


@dataclass(frozen=True)
class Callable:
    """One public function or class of TensorFlow under one of its names."""

    path: str
    """``tf.layers.dense``."""
    same_as: str
    """The first name under which the same object is listed; its own for most."""
    kind: str
    makes: bool
    """Whether its source asks for variables."""
    status: str
    uses: int
    """In how many lines of recorded programs it is used, under any of its names."""
    home: str
    """The file that models it, below the stubs; empty where none is known."""


@cache
def callables() -> dict[str, tuple[Callable, ...]]:
    """The public callables by namespace, each with its status."""
    inventory: dict[str, dict[str, tuple[str, str, bool]]] = json.loads(
        (HERE / "inventory.json").read_text(encoding="utf-8")
    )
    same = {
        f"{namespace}.{name}": row[0]
        for namespace, rows in inventory.items()
        for name, row in rows.items()
    }
    uses = _uses(same)
    found = _found(list(same))
    return {
        namespace: tuple(
            Callable(
                path := f"{namespace}.{name}",
                same_as,
                kind,
                makes,
                RECORDED if found[path][0] == MODELLED and uses[same_as] else found[path][0],
                uses[same_as],
                found[path][1],
            )
            for name, (same_as, kind, makes) in rows.items()
        )
        for namespace, rows in inventory.items()
    }


def _found(paths: list[str]) -> dict[str, tuple[str, str]]:
    """What our interpreter finds at each path, and in which file, as far as stubs alone can say."""
    width = 100
    chunks = [paths[start : start + width] for start in range(0, len(paths), width)]
    program = _PROBE.replace("{names}", repr(chunks))
    budget = Budget(steps=10**9, training_rounds=10**6)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "_coverage_probe.py").write_text(_STUB, encoding="utf-8")
        snapshot = Snapshot("/nowhere/probe.py", program, stub_paths=(folder,))
        analysis = analyze(snapshot, budget)
    assert not analysis.problems, analysis.problems
    found: dict[str, tuple[str, str]] = {}
    for chunk, event in zip(chunks, analysis.variables, strict=True):
        for path, part in zip(chunk, event.name.removesuffix(":0").split("/")[1:], strict=True):
            letter, _, module = part.partition("-")
            found[path] = (_LETTERS[letter], _file(module))
    return found


def _file(module: str) -> str:
    """The file of a module of the stubs; empty where none is known, as of a named tuple."""
    path = module.replace(".", "/")
    for name in (f"{path}.py", f"{path}/__init__.py"):
        if module not in ("", "collections", "functools") and (STUBS / name).is_file():
            return name
    return ""


def _uses(same: dict[str, str]) -> Counter[str]:
    """In how many lines of recorded programs each object is named."""
    found: Counter[str] = Counter()
    for source in recorded_programs():
        named = {(same[path], line) for path, line in _named(source) if path in same}
        found.update(path for path, _ in named)
    return found


def recorded_programs() -> Iterator[str]:
    """Every program that TensorFlow's answer is committed for."""
    for path in sorted(HERE.rglob("programs/*.py")):
        yield path.read_text(encoding="utf-8")
    for line in CONFORMANCE.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["source"]


def _named(source: str) -> Iterator[tuple[str, int]]:
    """The paths below ``tf`` that a program spells, with their lines, through plain aliases."""
    tree = ast.parse(source)
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                target = alias.name if alias.asname else alias.name.partition(".")[0]
                aliases[alias.asname or target] = target
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        elif isinstance(node, ast.Assign) and len(node.targets) == 1:
            target_node = node.targets[0]
            if isinstance(target_node, ast.Name) and isinstance(node.value, ast.Attribute):
                aliases.setdefault(target_node.id, _spelled(node.value, aliases) or "")
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name):
            path = _spelled(node, aliases)
            if path and isinstance(node.ctx, ast.Load):
                yield path, node.lineno


def _spelled(node: ast.expr, aliases: dict[str, str]) -> str | None:
    """The path that an expression spells, by the name that TensorFlow has in the inventory."""
    words: list[str] = []
    while isinstance(node, ast.Attribute):
        words.insert(0, node.attr)
        node = node.value
    if not isinstance(node, ast.Name) or node.id not in aliases:
        return None
    path = ".".join([aliases[node.id], *words])
    for prefix in ("tensorflow.compat.v1", "tensorflow"):
        if path == prefix or path.startswith(f"{prefix}."):
            return "tf" + path.removeprefix(prefix)
    return path if path.startswith("tf.") else None
