"""The ways in which a working program is broken on purpose, to see whether a fix is offered.

Each way yields pairs of texts of one file: before, where the program still works, and broken.
Where a program has nothing to break, code is added that uses its variables as people do.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.corpus.cases import Case

_MOST_TRIED = 6
"""The most breaks of one kind that are tried in one program."""


@dataclass(frozen=True)
class Break:
    """One file of a program, as it works and as it does not."""

    path: Path
    works: str
    broken: str


def reuse_forgotten(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """A ``reuse=`` of a scope or a layer, or ``reuse_variables()``, is left out."""
    for path in own_files(case, built):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr == "reuse_variables":
                yield Break(path, text, cut(text, node, "None"))
            for keyword in node.keywords:
                if keyword.arg == "reuse" and node.func.attr == "variable_scope":
                    call = ast.get_source_segment(text, node) or ""
                    value = ast.get_source_segment(text, keyword.value) or ""
                    shorter = re.sub(rf",?\s*reuse\s*=\s*{re.escape(value)}", "", call, count=1)
                    yield Break(path, text, cut(text, node, shorter))


def name_mistyped(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """A tensor is fetched by a name in which a letter is missing."""
    for name in spread(variable_names(built)):
        part = max(re.split(r"[/_:]", name), key=len)
        if len(part) > 3:
            wrong = name.replace(part, part[:2] + part[3:], 1)
            line = "shown = tf.get_default_graph().get_tensor_by_name({!r})\n"
            yield added(case, line.format(name), line.format(wrong))


def shape_changed(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """A variable is fetched with another shape than it has."""
    shapes = {row[0]: row[1] for graph in built["graphs"] for row in graph["variables"]}
    for name in spread(variable_names(built)):
        scope, _, last = name.removesuffix(":0").rpartition("/")
        shape = shapes[name]
        if scope and shape:
            text = (
                f"with tf.variable_scope({scope!r}, reuse=True):\n"
                f"    again = tf.get_variable({last!r}, {{}})\n"
            )
            yield added(case, text.format(shape), text.format([*shape[:-1], shape[-1] + 1]))


def prefix_widened(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """Variables are selected by a prefix without its slash, which catches a neighbour's too."""
    scopes = {
        "/".join(parts[:end])
        for name in variable_names(built)
        for parts in [name.split("/")]
        for end in range(1, len(parts))
    }
    wide = [
        scope
        for scope in sorted(scopes)
        if any(one.startswith(scope) and one[len(scope)] != "/" for one in scopes - {scope})
    ]
    for scope in spread(wide):
        text = (
            "picked = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope={!r})\n"
            "picked_saver = tf.train.Saver(picked)\n"
        )
        yield added(case, text.format(f"{scope}/"), text.format(scope))


def called_twice(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """A statement of the script that builds something is run a second time."""
    text = case.script.read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        is_call = isinstance(node, (ast.Assign, ast.Expr)) and isinstance(node.value, ast.Call)
        if is_call or isinstance(node, ast.With):
            segment = "".join(text.splitlines(True)[node.lineno - 1 : node.end_lineno])
            if "argparse" not in segment and "flags." not in segment:
                lines = text.splitlines(True)
                lines.insert(node.end_lineno or node.lineno, segment)
                yield Break(case.script, text, "".join(lines))


KINDS: dict[str, Callable[[Case, dict[str, Any]], Iterator[Break]]] = {
    "reuse forgotten": reuse_forgotten,
    "prefix widened": prefix_widened,
    "builder called twice": called_twice,
    "shape changed": shape_changed,
    "name typed wrong": name_mistyped,
}
"""Those that suit fewest programs come first."""

LEGAL = frozenset(("builder called twice",))
"""Ways that TensorFlow may allow: then there are more variables, as somebody may want."""


def own_files(case: Case, built: dict[str, Any]) -> list[Path]:
    """The program's own files that it imports, and its script."""
    files = {Path(path) for path in built["files"]}
    own = {path for path in files if path.is_relative_to(case.home) and path.suffix == ".py"}
    return sorted({case.script, *own})


def variable_names(built: dict[str, Any]) -> list[str]:
    """The trainable variables of the first graph, in order."""
    return [row[0] for row in built["graphs"][0]["variables"] if row[3]] if built["graphs"] else []


def spread(names: Sequence[str]) -> Sequence[str]:
    """A few of many, from all over."""
    return names[:: max(len(names) // _MOST_TRIED, 1)][:_MOST_TRIED]


def cut(text: str, node: ast.expr, new: str) -> str:
    """A text with an expression replaced."""
    lines = text.splitlines(True)
    assert node.end_lineno is not None
    first, last = lines[node.lineno - 1].encode(), lines[node.end_lineno - 1].encode()
    joined = first[: node.col_offset] + new.encode() + last[node.end_col_offset :]
    lines[node.lineno - 1 : node.end_lineno] = [joined.decode()]
    return "".join(lines)


def added(case: Case, works: str, broken: str) -> Break:
    """Code added to the script: at its end, or before it opens a session."""
    text = case.script.read_text(encoding="utf-8")
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    place = len(lines)
    for node in ast.parse(text).body:
        segment = "".join(lines[node.lineno - 1 : node.end_lineno])
        if "Session(" in segment:
            place = node.lineno - 1
            break
    if not re.search(r"^import tensorflow as tf", text, re.MULTILINE):
        works, broken = (f"import tensorflow as tf\n{one}" for one in (works, broken))
    return Break(
        case.script,
        "".join([*lines[:place], works, *lines[place:]]),
        "".join([*lines[:place], broken, *lines[place:]]),
    )
