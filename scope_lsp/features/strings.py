"""Strings of a text that name something in the graph, and how each one is used.

They are read from the tree, so that a string is classified by the call that gets it.  Whether the
names exist is decided in ``named``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from scope_lsp.analysis.result import Span
from scope_lsp.syntax.parse import parse_file
from scope_lsp.syntax.source import Source

_KEPT = 16
"""The number of texts whose strings are kept."""


class Use(str, Enum):
    """How a string names things."""

    TENSOR = "tensor"
    """The whole name of a tensor, with its output's number."""
    OP = "op"
    """The whole name of an op or a variable, without number."""
    ELEMENT = "element"
    """Either of them."""
    PATTERN = "pattern"
    """Matches the beginnings of names, as ``re.match`` does: ``get_collection(scope=)``."""
    SCOPE = "scope"
    """A scope, or a variable: include and exclude lists, assignment maps."""
    LEAF = "leaf"
    """The last part of a name."""
    PREFIX = "prefix"
    SUFFIX = "suffix"
    PART = "part"
    """``in v.name``."""
    NAME = "name"
    """A condition ``v.name == ...``."""
    CHECKPOINT = "checkpoint"
    """A name in a checkpoint, perhaps that of a variable too: the left of an assignment map."""
    TEXT = "text"
    """Any other text."""


LOOSE = (Use.CHECKPOINT, Use.TEXT)
"""Uses of strings that name nothing in the graph, unless something is called like that."""


FILTERS = frozenset((Use.PREFIX, Use.SUFFIX, Use.PART, Use.NAME, Use.PATTERN, Use.LEAF))
"""Uses that select names."""


@dataclass(frozen=True, slots=True)
class NameString:
    """One string, at its current place in the text."""

    text: str
    use: Use
    span: Span
    suffixed: bool = True
    """For conditions on names: whether those names have their ``:0``."""


@lru_cache(maxsize=_KEPT)
def strings_of(path: str, text: str) -> tuple[NameString, ...]:
    """All strings of a text that may name something, in the order of the tree."""
    return tuple(_Reader(path, text).read())


_COLLECTIONS = re.compile(
    r"(?:get_)?(?:trainable|global|local|model|moving_average|\w*_)?_?variables(?:_to_restore)?"
)
_BY_LEAF = frozenset(("get_variables_by_name", "get_variables_by_suffix"))
_OF_READERS = ("get_tensor", "has_tensor")
"""Methods of ``tf.train.NewCheckpointReader``."""
_SESSION = re.compile(r"(?i)_*(?:\w*_)?sess(?:ion)?\d*")
"""What programs call a session."""
_METHODS = {"startswith": Use.PREFIX, "endswith": Use.SUFFIX}
_TEXT = re.compile(r"[A-Za-z0-9_.\-]+(?:/[A-Za-z0-9_.\-]+)*/?(?::\d+)?")
"""Text that may be a name: one with a slash or a number at its end is looked for."""


class _Reader:
    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._source = Source(text)
        self._tree = parse_file(path, text).tree
        self._uses: dict[ast.Constant, tuple[Use, bool]] = {}

    def read(self) -> Iterator[NameString]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call):
                self._call(node)
            elif isinstance(node, ast.Compare):
                self._compare(node)
        inside = {
            id(value)
            for node in ast.walk(self._tree)
            if isinstance(node, (ast.JoinedStr, ast.Expr))
            for value in ast.iter_child_nodes(node)
        }
        for node in ast.walk(self._tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if id(node) in inside:
                continue
            found = self._uses.get(node)
            if found is None and _TEXT.fullmatch(node.value) and re.search("[/:]", node.value):
                found = Use.TEXT, True
            if found is not None and node.value:
                yield self._string(node, *found)

    def _string(self, node: ast.Constant, use: Use, suffixed: bool) -> NameString:
        span = Span(self._path, *self._source.start(node), *self._source.end(node))
        return NameString(str(node.value), use, span, suffixed)

    def _use(self, node: ast.expr | None, use: Use, suffixed: bool = True) -> None:
        """Record a string, or all strings of a list."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            self._uses.setdefault(node, (use, suffixed))
        elif isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            for one in node.elts:
                self._use(one, use, suffixed)

    def _call(self, call: ast.Call) -> None:
        function = call.func
        name = function.attr if isinstance(function, ast.Attribute) else ""
        name = function.id if isinstance(function, ast.Name) else name
        first: ast.expr | None = call.args[0] if call.args else None
        keywords: dict[str, ast.expr | None] = {
            one.arg: one.value for one in call.keywords if one.arg
        }
        if name == "get_tensor_by_name":
            self._use(keywords.get("name") or first, Use.TENSOR)
        elif name == "get_operation_by_name":
            self._use(keywords.get("name") or first, Use.OP)
        elif name == "as_graph_element":
            self._use(keywords.get("obj") or first, Use.ELEMENT)
        elif name == "run" and isinstance(function, ast.Attribute):
            if _SESSION.fullmatch(_last_name(function.value)):
                self._use(keywords.get("fetches") or first, Use.ELEMENT)
                feeds = keywords.get("feed_dict") or (call.args[1] if len(call.args) > 1 else None)
                for key in feeds.keys if isinstance(feeds, ast.Dict) else ():
                    self._use(key, Use.TENSOR)
        elif name == "get_collection":
            second: ast.expr | None = call.args[1] if len(call.args) > 1 else None
            self._use(keywords.get("scope") or second, Use.PATTERN)
        elif name in _BY_LEAF:
            self._use(first, Use.LEAF)
        elif name == "init_from_checkpoint" and len(call.args) > 1:
            if isinstance(call.args[1], ast.Dict):
                for key, value in zip(call.args[1].keys, call.args[1].values, strict=True):
                    self._use(key, Use.CHECKPOINT)
                    self._use(value, Use.SCOPE)
        elif name == "load_variable":
            for one in (*call.args[1:2], keywords.get("name")):
                self._use(one, Use.CHECKPOINT)
        elif name in _OF_READERS:
            self._use(first, Use.CHECKPOINT)
        elif name == "Saver":
            given = keywords.get("var_list") or first
            for key in given.keys if isinstance(given, ast.Dict) else ():
                self._use(key, Use.OP)
        elif name in _METHODS and isinstance(function, ast.Attribute):
            on = _is_name(function.value)
            if on is not None:
                self._use(first, _METHODS[name], on)
        elif name in ("match", "search", "fullmatch", "findall") and len(call.args) > 1:
            on = _is_name(call.args[1])
            if on is not None:
                self._use(first, Use.PATTERN, on)
        elif _COLLECTIONS.fullmatch(name):
            self._use(keywords.get("scope") or first, Use.PATTERN)
        for listed in ("include", "exclude"):
            if name.startswith(("get_variables", "filter_variables")):
                self._use(keywords.get(listed), Use.SCOPE)

    def _compare(self, node: ast.Compare) -> None:
        left, right = node.left, node.comparators[0]
        if isinstance(node.ops[0], (ast.In, ast.NotIn)):
            on = _is_name(right)
            if on is not None:
                self._use(left, Use.PART, on)
            on = _is_name(left)
            if on is not None:
                self._use(right, Use.NAME, on)
        elif isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
            for one, other in ((left, right), (right, left)):
                on = _is_name(one)
                if on is not None:
                    self._use(other, Use.NAME, on)


def _last_name(node: ast.expr) -> str:
    """``c`` of ``c`` and of ``a.b.c``; empty for others."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_name(node: ast.expr) -> bool | None:
    """True for ``v.name``, False for ``v.op.name``, which has no number; None for others."""
    if not isinstance(node, ast.Attribute) or node.attr != "name":
        return None
    return not (isinstance(node.value, ast.Attribute) and node.value.attr == "op")
