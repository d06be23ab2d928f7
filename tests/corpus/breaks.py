"""The ways in which a working program is broken on purpose, to see whether a fix is offered.

Each way yields pairs of texts of one file: before, where the program still works, and broken.
Where a program has nothing to break, code is added that uses its variables as people do: fetches
them again, looks them up by their names, selects and saves those of a scope.  The recording of the
program says where (``spots``).
"""

from __future__ import annotations

import ast
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from tests.corpus.cases import Case
from tests.corpus.spots import Break, added_after, nested, own_calls, own_files

_T = TypeVar("_T")
_Way = Callable[[Case, dict[str, Any]], Iterator[Break]]
MOST_TRIED = 6
"""The most breaks of one kind that are tried in one program."""
_SAVED = "picked_saver = tf.train.Saver(picked)\n"
_PICKED = (
    "picked = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope={0!r})\n" + _SAVED,
    "picked = tf.trainable_variables({0!r})\n" + _SAVED,
    "picked = [v for v in tf.trainable_variables() if v.name.startswith({0!r})]\n" + _SAVED,
)
"""How people select the variables of a scope."""
_AGAIN = "with tf.variable_scope({!r}{}):\n    again = tf.get_variable({!r}, {})\n"
_FOUND = "shown = tf.get_default_graph().get_tensor_by_name({!r})\n"


def reuse_forgotten(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """A ``reuse=`` of a scope, a layer or a function, or ``reuse_variables()``, is left out."""
    for path in own_files(case, built):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Attribute) and node.func.attr == "reuse_variables":
                yield Break(path, text, cut(text, node, "pass"))
            for keyword in node.keywords:
                is_off = isinstance(keyword.value, ast.Constant) and not keyword.value.value
                if keyword.arg == "reuse" and not is_off:
                    call = ast.get_source_segment(text, node) or ""
                    value = ast.get_source_segment(text, keyword.value) or ""
                    shorter = re.sub(rf",?\s*reuse\s*=\s*{re.escape(value)}", "", call, count=1)
                    yield Break(path, text, cut(text, node, shorter))
    for name, scope, last, shape in stored(case, built):
        texts = (_AGAIN.format(scope, mode, last, shape) for mode in (", reuse=True", ""))
        yield from added_after(case, built, name, *texts)


def _looked_up(slip: Callable[[str], str]) -> _Way:
    """A tensor is fetched by its name, and by what a slip makes of it."""

    def way(case: Case, built: dict[str, Any]) -> Iterator[Break]:
        for name in turned(case, spread(variable_names(built))):
            texts = (_FOUND.format(one) for one in (name, slip(name)))
            yield from added_after(case, built, name, *texts)

    return way


def name_mistyped(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """A tensor, a variable or a scope is asked for by a name with a slip."""
    ways = (
        _looked_up(mistyped),
        _looked_up(lambda name: name.removesuffix(":0")),
        _variable_mistyped,
        _scope_mistyped,
        _looked_up(lambda name: name[:1].swapcase() + name[1:]),
    )
    for way in turned(case, ways):
        yield from way(case, built)


def _variable_mistyped(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    for name, scope, last, shape in stored(case, built):
        names = (last, mistyped(last))
        texts = (_AGAIN.format(scope, ", reuse=True", one, shape) for one in names)
        yield from added_after(case, built, name, *texts)


def _scope_mistyped(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    for name in turned(case, spread([name for name in variable_names(built) if "/" in name])):
        scope = name.rpartition("/")[0]
        way = turned(case, _PICKED)[0]
        texts = (way.format(f"{one}/") for one in (scope, mistyped(scope)))
        yield from added_after(case, built, name, *texts)


def shape_changed(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """A variable is fetched with another shape than it has, or a layer shared with other units."""
    ways = (
        _fetched(lambda shape: [*shape[:-1], shape[-1] + 1]),
        _units_changed,
        _fetched(lambda shape: shape[::-1]),
    )
    for way in turned(case, ways):
        yield from way(case, built)


def _fetched(changed: Callable[[list[int]], list[int]]) -> _Way:
    """A variable is fetched with its shape, and with what a slip makes of that."""

    def way(case: Case, built: dict[str, Any]) -> Iterator[Break]:
        for name, scope, last, shape in stored(case, built):
            if changed(shape) != shape:
                shapes = (shape, changed(shape))
                texts = (_AGAIN.format(scope, ", reuse=True", last, one) for one in shapes)
                yield from added_after(case, built, name, *texts)

    return way


def _units_changed(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    line = "    more = tf.layers.dense(tf.zeros([1, {}]), {}, name={!r})\n"
    stem = "with tf.variable_scope({!r}, reuse=True):\n"
    names = {row[0] for graph in built["graphs"] for row in graph["variables"]}
    for name, scope, last, shape in stored(case, built):
        outer, _, layer = scope.rpartition("/")
        is_dense = last == "kernel" and len(shape) == 2 and f"{scope}/bias:0" in names
        if is_dense and outer:
            sizes = (shape[1], shape[1] * 2)
            texts = (stem.format(outer) + line.format(shape[0], one, layer) for one in sizes)
            yield from added_after(case, built, name, *texts)


def prefix_widened(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """Variables are selected by a prefix without its slash, which catches a neighbour's too."""
    names = variable_names(built)
    scopes = {
        "/".join(parts[:end])
        for name in names
        for parts in [name.split("/")]
        for end in range(1, len(parts))
    }
    wide = [
        scope
        for scope in sorted(scopes)
        if any(one.startswith(scope) and one[len(scope)] != "/" for one in scopes - {scope})
    ]
    for scope in turned(case, spread(wide)):
        last = [name for name in names if name.startswith(scope)][-1]
        way = turned(case, _PICKED)[0]
        yield from added_after(case, built, last, way.format(f"{scope}/"), way.format(scope))


def called_twice(case: Case, built: dict[str, Any]) -> Iterator[Break]:
    """A statement that builds something with variables is run a second time."""
    seen: set[tuple[Path, int]] = set()
    calls = [
        call
        for graph in built["graphs"][:1]
        for name in variable_names(built)
        for call in enumerate(own_calls(case, graph["made"].get(name)))
    ]
    for _, (path, line) in sorted(calls, key=lambda call: call[0]):
        for node in nested(path, line):
            is_call = isinstance(node, (ast.Assign, ast.Expr)) and isinstance(node.value, ast.Call)
            if (path, node.lineno) in seen or not (is_call or isinstance(node, ast.With)):
                continue
            seen.add((path, node.lineno))
            text = path.read_text(encoding="utf-8")
            lines = text.splitlines(True)
            end = node.end_lineno or node.lineno
            lines[end:end] = lines[node.lineno - 1 : end]
            yield Break(path, text, "".join(lines))


KINDS: dict[str, _Way] = {
    "reuse forgotten": reuse_forgotten,
    "prefix widened": prefix_widened,
    "builder called twice": called_twice,
    "shape changed": shape_changed,
    "name typed wrong": name_mistyped,
}
"""Those that suit fewest programs come first."""

LEGAL = frozenset(("builder called twice",))
"""Ways that TensorFlow may allow: then there are more variables, as somebody may want."""


def variable_names(built: dict[str, Any]) -> list[str]:
    """The trainable variables of the first graph, in order."""
    return [row[0] for row in built["graphs"][0]["variables"] if row[3]] if built["graphs"] else []


def stored(case: Case, built: dict[str, Any]) -> Iterator[tuple[str, str, str, list[int]]]:
    """Variables that ``get_variable`` can fetch: name, scope, last part of the name, and shape."""
    shapes = {row[0]: row[1] for graph in built["graphs"] for row in graph["variables"]}
    kept = {f"{name}:0" for graph in built["graphs"] for name in graph["stored"]}
    names = [
        name for name in variable_names(built) if name in kept and "/" in name and shapes[name]
    ]
    for name in turned(case, spread(names)):
        scope, _, last = name.removesuffix(":0").rpartition("/")
        yield name, scope, last, shapes[name]


def mistyped(name: str) -> str:
    """A name in which a letter of the longest part is missing."""
    part = max(re.split(r"[/_:]", name), key=len)
    return name.replace(part, part[:2] + part[3:] if len(part) > 3 else part * 2, 1)


def spread(found: Sequence[_T]) -> Sequence[_T]:
    """A few of many, from all over."""
    return found[:: max(len(found) // MOST_TRIED, 1)][:MOST_TRIED]


def turned(case: Case, found: Sequence[_T]) -> Sequence[_T]:
    """The same, beginning elsewhere in each program, so that all have their turn."""
    start = zlib.crc32(case.name.encode()) % max(len(found), 1)
    return [*found[start:], *found[:start]]


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
